/** Rises whenever this page has verified and kept another catalogue than the one before. */
import { signal, type ReadonlySignal } from '@preact/signals';

const count = signal(0);
const refused = signal(false);
export const catalogueNews: ReadonlySignal<number> = count;

export function announceCatalogue(): void {
  count.value++;
}

/** The shelf answers with a catalogue signed by the key it offers, which is not the one this tablet pinned. */
export const keyChanged: ReadonlySignal<boolean> = refused;

export function noteKey(hasChanged: boolean): void {
  refused.value = hasChanged;
}

const changes = signal(0);
/** Rises whenever the installer has said that a month came, went or was damaged. */
export const libraryNews: ReadonlySignal<number> = changes;

export function announceLibrary(): void {
  changes.value++;
}
