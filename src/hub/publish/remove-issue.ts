/** Taking an issue back: tablets are told to remove it, and what only it used leaves the shelf. */
import { nextSequence } from '../../core/shelf/sign.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { changeShelf } from '../shelf-state.ts';
import { sweep, sweepShelf } from './sweep.ts';

export interface Removed {
  readonly title: string;
  /** Of the catalogue without it. */
  readonly sequence: number;
}

/**
 * @param beforeSwitch Told, before the catalogue is switched, the sequence of the one that still has the issue.
 * @throws HubError `no-such-issue`.
 */
export async function removeIssue(
  id: string,
  shelf: OpenShelf,
  now: Date,
  beforeSwitch?: (sequence: number) => Promise<void>,
): Promise<Removed> {
  let title: string | null = null;
  let isCutShort = false;
  const removed = await changeShelf(
    shelf,
    now,
    async ({ publications, withdrawn, sequence }) => {
      const removed = publications.find((publication) => publication.metadata.samePage.id === id);
      title = removed?.metadata.title ?? title;
      // Null still: never seen. Else another hub has taken it back between two tries of ours.
      if (title === null) {
        const known = publications.map((publication) => publication.metadata.samePage.id).join(', ');
        throw new HubError('no-such-issue', { id, known: known === '' ? '—' : known });
      }
      await beforeSwitch?.(sequence);
      return {
        contents: {
          publications: publications.filter((publication) => publication !== removed),
          withdrawn: [...new Set([...withdrawn, id])].sort(),
        },
        result: { title, sequence: nextSequence(sequence, now.getTime()) },
      };
    },
    {
      async afterwards({ publications }) {
        try {
          await sweep(shelf.store, publications);
        } catch (error) {
          if (!(error instanceof HubError) || error.fault !== 'lease-lost') throw error;
          isCutShort = true;
        }
      },
    },
  );
  // It is off the shelf; what only it used goes under a lease of its own, by what the shelf names then.
  if (isCutShort) await sweepShelf(shelf, now);
  return removed;
}
