/** A piece as it once was, kept at sensible moments and thinned out as it gets older. */
import { withDatabase } from '../database.ts';
import type { DraftVersionRecord } from './draft-records.ts';
import { withDraftErrors } from './draft-store-error.ts';
import { versionsToDrop } from './versions-to-drop.ts';

const ofPiece = (issue: string, piece: string): IDBKeyRange =>
  IDBKeyRange.bound([issue, piece], [issue, piece, []]);

/** Newest first. */
export async function versionsOf(issue: string, piece: string): Promise<readonly DraftVersionRecord[]> {
  const all = await withDraftErrors(() =>
    withDatabase((database) => database.getAll('draftVersions', ofPiece(issue, piece))),
  );
  return all.reverse();
}

/** Of every piece of every month. */
export function allVersions(): Promise<readonly DraftVersionRecord[]> {
  return withDraftErrors(() => withDatabase((database) => database.getAll('draftVersions')));
}

/** Nothing is kept twice: the same text as the newest version is that version. Old ones give way in the same transaction. */
export function keepVersion(version: DraftVersionRecord): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const keeping = database.transaction('draftVersions', 'readwrite', { durability: 'strict' });
      const before = await keeping.store.getAll(ofPiece(version.issue, version.piece));
      if (before.at(-1)?.document !== version.document) {
        await keeping.store.put(version);
        const dropped = versionsToDrop([...before, version], version.keptMs);
        await Promise.all(
          dropped.map(({ issue, piece, keptMs }) => keeping.store.delete([issue, piece, keptMs])),
        );
      }
      await keeping.done;
    }),
  );
}
