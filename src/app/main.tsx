import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { language, loadNamespaces, setLanguage } from '../i18n/i18n.ts';
import { createShelfBookcase } from '../library/shelf-bookcase.ts';
import { settings } from '../storage/settings-store.ts';
import { App } from './App.tsx';
import { showAppearance } from './appearance.ts';
import { SHELL_NAMESPACES } from './route-table.ts';
import { startScrollMemory } from './scroll-memory.ts';
import { activateAtColdStart, watchForUpdates } from './update.ts';

// The shelf is asked before anything is drawn: code, words and content travel side by side.
const bookcase = createShelfBookcase();

function followSettings(): void {
  effect(() => showAppearance(settings.value));
  effect(() => {
    const wanted = settings.value.language;
    // The network may be away just now: the page stays in the language it has.
    setLanguage(wanted).catch((error: unknown) => console.info(String(error)));
  });
  effect(() => void (document.documentElement.lang = language.value));
}

async function start(): Promise<void> {
  if (await activateAtColdStart()) return location.reload();
  await setLanguage(settings.value.language);
  await loadNamespaces(SHELL_NAMESPACES);
  followSettings();
  startScrollMemory();
  const root = document.getElementById('app');
  if (root) render(<App bookcase={bookcase} />, root);
  // Without a worker (no https, storage switched off) everything but offline reading is as it was.
  watchForUpdates().catch((error: unknown) => console.info(String(error)));
}

void start();
