/** What the words of a piece still lack. */
import { allSentencesOfDraft } from './draft-text.ts';
import type { PieceDraft, UnsureDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeIn, type Place } from './place.ts';

export function checkText(piece: PieceDraft): readonly Finding<FindingCode>[] {
  return [...checkHeadings(piece), ...checkSentenceIds(piece), ...checkReadings(piece)];
}

/** WCAG 1.3.1, 2.4.10: a third-level heading needs a second-level one above it. The title is the first level. */
function checkHeadings(piece: PieceDraft): readonly Finding<FindingCode>[] {
  let last = 1;
  return piece.blocks.flatMap((block, index): Finding<FindingCode>[] => {
    if (block.type !== 'heading') return [];
    const skipped = block.level > last + 1;
    last = block.level;
    const sentence = block.sentences[0]?.id;
    const where = placeIn(piece, { block: index, ...(sentence !== undefined && { sentence }) });
    const params = { piece: piece.id, level: block.level };
    return skipped ? [{ code: 'heading-skipped', severity: 'error', where, params }] : [];
  });
}

function checkSentenceIds(piece: PieceDraft): readonly Finding<FindingCode>[] {
  const seen = new Set<string>();
  return allSentencesOfDraft(piece.blocks).flatMap(({ id }): Finding<FindingCode>[] => {
    const isTwice = seen.has(id);
    seen.add(id);
    if (!isTwice) return [];
    const where = placeIn(piece, { sentence: id });
    return [{ code: 'sentence-id-twice', severity: 'error', where, params: { piece: piece.id, id } }];
  });
}

/**
 * WCAG 3.1.6. One finding a piece: confirming is one action, and a list of every 子 would hide the one that is wrong. Pinyin that
 * somebody ought to look at is a warning; none at all over a word that can be read in two ways leaves the reader alone.
 */
function checkReadings(piece: PieceDraft): readonly Finding<FindingCode>[] {
  return [
    ...said(piece, 'reading-missing', 'error', ({ chosen }) => chosen === ''),
    ...said(piece, 'reading-unsettled', 'warning', ({ chosen }) => chosen !== ''),
  ];
}

function said(
  piece: PieceDraft,
  code: FindingCode,
  severity: Finding['severity'],
  belongs: (unsure: UnsureDraft) => boolean,
): readonly Finding<FindingCode>[] {
  const unsure = piece.unsure.filter(belongs);
  const places = unsure.map(({ sentence, line }): Place => ({
    ...placeIn(piece, { sentence }),
    ...(line !== undefined && { line }),
  }));
  const [where] = places;
  if (where === undefined) return [];
  const words = new Set(unsure.map(({ text, chosen }) => `${text} ${chosen}`.trim()));
  const params = {
    piece: piece.id,
    count: unsure.length,
    words: [...words].slice(0, shownReadings).join('、'),
  };
  return [{ code, severity, where, places, params }];
}

const shownReadings = 40;
