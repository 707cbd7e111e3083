/**
 * Where in a step's page a finding's address leads (`?sentence=s5`, `finding-href.ts`): what a step marks with `data-sentence`, `data-row`,
 * `data-block`, `data-cue`, `data-card`, `data-track` or `data-field` (of a track: inside it), the most exact first.
 */
import { sentencesOfDraftBlock, type DraftPiece } from '../../../authoring/draft/model.ts';

export type AskedPlace = Readonly<Record<string, string | undefined>>;

/** Null where nothing on the page is marked so (yet). */
export function findAsked(page: ParentNode, asked: AskedPlace, piece: DraftPiece): HTMLElement | null {
  const { sentence, caption, track, term, field } = asked;
  const marked = (name: string, value: string | undefined, among = page): Element | null =>
    value === undefined ? null : among.querySelector(`[data-${name}="${CSS.escape(value)}"]`);
  const ofTrack = marked('track', track);
  const block = blockOf(asked, piece);
  const inBlock = block === null ? undefined : page.querySelectorAll('[data-block]')[block];
  const found =
    marked('sentence', sentence) ??
    marked('row', sentence) ??
    marked('cue', caption) ??
    inBlock ??
    marked('card', term) ??
    marked('field', field, ofTrack ?? page) ??
    ofTrack;
  return found instanceof HTMLElement ? found : null;
}

/** The block that holds it: a text is edited block by block. */
function blockOf({ block, sentence, picture }: AskedPlace, { blocks }: DraftPiece): number | null {
  const at = blocks.findIndex(
    (one) =>
      sentencesOfDraftBlock(one).some(({ id }) => id === sentence) ||
      ('plain' in one && one.plain?.some(({ id }) => id === sentence)) ||
      (picture !== undefined && one.type === 'figure' && one.image?.id === picture),
  );
  if (at >= 0) return at;
  const number = Number(block);
  return block !== undefined && Number.isInteger(number) ? number : null;
}
