/** Rises whenever this page has verified and kept another catalogue than the one before. */
import { signal, type ReadonlySignal } from '@preact/signals';

const count = signal(0);
export const catalogueNews: ReadonlySignal<number> = count;

export function announceCatalogue(): void {
  count.value++;
}

const questions = signal(0);
/** Rises whenever a person is to be asked about another key, and when that is settled. */
export const trustNews: ReadonlySignal<number> = questions;

export function announceTrust(): void {
  questions.value++;
}

const changes = signal(0);
/** Rises whenever the installer has said that a month came, went or was damaged. */
export const libraryNews: ReadonlySignal<number> = changes;

export function announceLibrary(): void {
  changes.value++;
}
