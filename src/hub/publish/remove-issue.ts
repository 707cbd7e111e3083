/** Taking an issue back: tablets are told to remove it, and what only it used leaves the shelf. */
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { readShelf, releaseShelf } from '../shelf-state.ts';
import { sweep } from './sweep.ts';

/** @throws HubError `no-such-issue`. @returns The title of what was removed. */
export async function removeIssue(id: string, shelf: OpenShelf, now: Date): Promise<string> {
  return shelf.withLock(async () => {
    const { store, keys, clubs } = shelf;
    const state = await readShelf(store, keys.publicKey);
    const removed = state.publications.find((publication) => publication.metadata.samePage.id === id);
    if (removed === undefined) {
      const known = state.publications.map((publication) => publication.metadata.samePage.id).join(', ');
      throw new HubError('no-such-issue', { id, known: known === '' ? '—' : known });
    }
    const publications = state.publications.filter((publication) => publication !== removed);
    const withdrawn = [...new Set([...state.withdrawn, id])].sort();
    await releaseShelf({ store, keys, clubs, now }, { sequence: state.sequence, publications, withdrawn });
    await sweep(store, publications);
    return removed.metadata.title;
  });
}
