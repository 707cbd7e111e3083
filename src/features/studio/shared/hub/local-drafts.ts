/** The drafts of this machine, as they are compared with the hub's. */
import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import type { DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import { readDraft, readDrafts, saveDraft, setRemoved } from '../../../../storage/drafts/draft-store.ts';
import { keepVersion } from '../../../../storage/drafts/draft-versions.ts';
import { noteDraft } from '../draft-census.ts';
import { monthOf, type KeptMonth } from '../draft-shelf.ts';
import { withFreeMonth } from '../month-lock.ts';
import { byPieceId } from './month-document.ts';

export interface LocalDrafts {
  /** Ids of all months, those taken off too. */
  ids(): Promise<readonly string[]>;
  /** Null where there is none. Rejects where it was written by a newer app, or is damaged. */
  read(id: string): Promise<DraftMonth | null>;
  /** Puts it there, unless a window has the month open; what it takes the place of is kept among the earlier versions. */
  write(id: string, make: (now: DraftMonth | null) => DraftMonth): Promise<'written' | 'open'>;
}

const asMonth = ({ issue, pieces, isRemoved }: KeptMonth): DraftMonth => ({
  issue: issue.value,
  pieces: byPieceId([...pieces.values()].map(({ value }) => value)),
  isRemoved,
});

export const localDrafts: LocalDrafts = {
  ids: async () => (await readDrafts()).map(({ draft }) => draft.issue),
  async read(id) {
    const stored = await readDraft(id);
    return stored && asMonth(monthOf(stored));
  },
  write: (id, make) =>
    withFreeMonth(id, async () => {
      const stored = await readDraft(id);
      const kept = stored && monthOf(stored);
      const now = kept && asMonth(kept);
      const next = make(now);
      if (now !== null && isSame(now, next)) return;
      const changed = Object.values(next.pieces).filter((piece) => !isSame(piece, now?.pieces[piece.id]));
      for (const { id: piece } of changed) {
        const before = now?.pieces[piece];
        if (before === undefined) continue;
        const document = JSON.stringify(before);
        await keepVersion({ issue: id, piece, reason: 'replaced', keptMs: Date.now(), document });
      }
      await saveDraft({
        issue: id,
        writer: crypto.randomUUID(),
        draft: { document: JSON.stringify(next.issue), revision: kept?.issue.revision ?? 0 },
        pieces: new Map(
          changed.map((piece) => [
            piece.id,
            { document: JSON.stringify(piece), revision: kept?.pieces.get(piece.id)?.revision ?? 0 },
          ]),
        ),
      });
      // Saving a month puts it back on the queue.
      if (next.isRemoved) await setRemoved(id, true);
      await noteDraft({ id, title: next.issue.title });
    }),
};
