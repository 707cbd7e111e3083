/** Taking an issue back: tablets are told to remove it, and what only it used leaves the shelf. */
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { changeShelf } from '../shelf-state.ts';
import { sweep } from './sweep.ts';

/** @throws HubError `no-such-issue`. @returns The title of what was removed. */
export async function removeIssue(id: string, shelf: OpenShelf, now: Date): Promise<string> {
  let title: string | null = null;
  return changeShelf(
    shelf,
    now,
    async ({ publications, withdrawn }) => {
      const removed = publications.find((publication) => publication.metadata.samePage.id === id);
      title = removed?.metadata.title ?? title;
      // Null still: never seen. Else another hub has taken it back between two tries of ours.
      if (title === null) {
        const known = publications.map((publication) => publication.metadata.samePage.id).join(', ');
        throw new HubError('no-such-issue', { id, known: known === '' ? '—' : known });
      }
      return {
        contents: {
          publications: publications.filter((publication) => publication !== removed),
          withdrawn: [...new Set([...withdrawn, id])].sort(),
        },
        result: title,
      };
    },
    { afterwards: ({ publications }) => sweep(shelf.store, publications) },
  );
}
