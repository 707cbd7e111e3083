import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { language, loadNamespaces, setLanguage } from '../i18n/i18n.ts';
import type { Language } from '../i18n/languages.ts';
import { openBookcase } from '../library/open-bookcase.ts';
import { openLibrary } from '../library/open-library.ts';
import { isPreview } from '../storage/is-preview.ts';
import { settings } from '../storage/settings-store.ts';
import { App } from './App.tsx';
import { showAppearance } from './appearance.ts';
import { activateAtColdStart } from './cold-start.ts';
import { openAhead } from './open-ahead.ts';
import { SHELL_NAMESPACES } from './route-table.ts';
import { ReaderPage } from './routes.tsx';
import { startScrollMemory } from './scroll-memory.ts';

// The shelf is asked before anything is drawn: code, words and content travel side by side.
// Without https a browser verifies nothing, keeps nothing and gives no worker: then a sentence, not a broken app.
const bookcase = isSecureContext && !isPreview ? openBookcase() : null;
const piece = bookcase && openAhead(bookcase);

function followSettings(): void {
  effect(() => showAppearance(settings.value, location.pathname));
  effect(() => {
    const wanted = settings.value.language;
    // The network may be away just now: the page stays in the language it has.
    setLanguage(wanted).catch((error: unknown) => console.info(String(error)));
  });
  effect(() => void (document.documentElement.lang = language.value));
}

/** In the person's language; in Chinese, which is complete and was here first, if that cannot be fetched just now. */
async function openInLanguage(wanted: Language): Promise<void> {
  await setLanguage(wanted);
  await loadNamespaces(SHELL_NAMESPACES).catch(async (error: unknown) => {
    if (wanted === 'zh-Hans') throw error;
    await setLanguage('zh-Hans');
  });
}

async function start(): Promise<void> {
  if (isPreview) return (await import('./studio/preview/start-preview.tsx')).startPreview();
  if (await activateAtColdStart()) return location.reload();
  const words = openInLanguage(settings.value.language);
  const opened = piece && Promise.allSettled([piece, ReaderPage.preload()]);
  await words;
  // Drawn once, with the piece in it, rather than first without: on a slow tablet that is time.
  if (opened) await Promise.race([opened, pause(WAIT_FOR_PIECE_MS)]);
  followSettings();
  const root = document.getElementById('app');
  if (!root) return;
  if (!bookcase) {
    const { ProblemPage } = await import('./ProblemPage.tsx');
    return render(
      <main>
        <ProblemPage problem="insecure" />
      </main>,
      root,
    );
  }
  startScrollMemory();
  const { library, start: startLibrary } = openLibrary();
  const onFirstPage = (): void => {
    startLibrary();
    startRest();
  };
  render(<App bookcase={bookcase} library={library} onFirstPage={onFirstPage} />, root);
  setTimeout(startRest, PATIENCE_MS);
}

const WAIT_FOR_PIECE_MS = 1000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A page that does not come gets its worker all the same: a newer app may be the cure. */
const PATIENCE_MS = 8000;
let rest: Promise<void> | null = null;

/** Without a worker (no https, storage switched off) everything but offline reading is as it was. */
function startRest(): void {
  rest ??= import('./after-start.ts')
    .then(({ afterStart }) => afterStart())
    .catch((error: unknown) => console.info(String(error)));
}

/** Nothing of the app is here, not even its words: the one sentence that does not come from the locales is in index.html. */
function showNothingLoaded(error: unknown): void {
  console.error(error);
  const root = document.getElementById('app');
  if (root) root.textContent = root.dataset['notOpened'] ?? '';
}

// index.html has found the browser too old and shows links to the plain HTML instead.
if (!document.documentElement.hasAttribute('data-plain')) start().catch(showNothingLoaded);
