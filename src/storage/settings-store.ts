/**
 * The one place the settings live while the app runs. A change is on the screen at once, in localStorage before the
 * next line runs, and in every other window of this tablet through the `storage` event.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { isPreview } from './is-preview.ts';
import {
  DEFAULT_SETTINGS,
  PRESETS,
  SETTINGS_KEY,
  parseSettings,
  type Preset,
  type Settings,
} from './settings.ts';

const kept = signal(true);

function stored(): Settings {
  if (isPreview) return DEFAULT_SETTINGS;
  try {
    return parseSettings(localStorage.getItem(SETTINGS_KEY));
  } catch {
    // Storage may be refused outright (private windows, embedded browsers): then settings last as long as the page.
    kept.value = false;
    return DEFAULT_SETTINGS;
  }
}

const current = signal<Settings>(stored());

export const settings: ReadonlySignal<Settings> = current;
/** False when this browser lets nothing be saved: the app then says so. */
export const settingsKept: ReadonlySignal<boolean> = kept;

function replace(next: Settings): void {
  current.value = next;
  if (isPreview) return;
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(next));
    kept.value = true;
  } catch {
    kept.value = false;
  }
}

export function updateSettings(patch: Partial<Settings>): void {
  replace({ ...current.value, ...patch });
}

/** All four presets set the same things and nothing else: a chosen font or theme stays. */
export function applyPreset(preset: Preset): void {
  updateSettings({ ...PRESETS[preset], preset });
}

/** For the next person on a shared tablet. The language stays: it is how they find their way to the choice. */
export function resetSettings(): void {
  replace({ ...DEFAULT_SETTINGS, language: current.value.language });
}

/** Leaves no trace: the key itself goes too. */
export function eraseSettings(): void {
  current.value = DEFAULT_SETTINGS;
  if (isPreview) return;
  try {
    localStorage.removeItem(SETTINGS_KEY);
  } catch {
    kept.value = false;
  }
}

globalThis.addEventListener?.('storage', (event) => {
  if (isPreview) return;
  // A null key means another window cleared everything.
  if (event.key === SETTINGS_KEY || event.key === null) current.value = stored();
});
