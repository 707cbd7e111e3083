/** The examination of the real preview by axe: whether there is one of the piece as it is now, and what it found. */
import { sentencesOfDraft } from './draft-text.ts';
import type { BrokenRule, PieceDraft } from './draft.ts';
import type { Finding } from './finding.ts';
import { placeIn } from './place.ts';

/**
 * Rules an author's content can break, and cures. Any other is a fault of the program: it is said, and may be released with a reason, for
 * no facilitator can mend it.
 */
export const contentRules = [
  'image-alt',
  'svg-img-alt',
  'image-redundant-alt',
  'empty-heading',
  'heading-order',
  'page-has-heading-one',
  'valid-lang',
  'link-name',
  'list',
  'duplicate-id-aria',
  'video-caption',
] as const;
export type ContentRule = (typeof contentRules)[number];

export type PreviewFindingCode =
  'preview-unexamined' | 'preview-outdated' | `axe-${ContentRule}` | 'axe-other';

const isContentRule = (rule: string): rule is ContentRule => contentRules.some((known) => known === rule);

/** axe's best practices are advice, also where content causes them. */
const ADVICE: readonly string[] = ['image-redundant-alt'];
const QUOTES_SHOWN = 5;

export function checkPreview(piece: PieceDraft): readonly Finding<PreviewFindingCode>[] {
  const { examination } = piece;
  // Nothing to look at yet, which is said elsewhere.
  if (examination === undefined || isEmpty(piece)) return [];
  if (examination.state === 'current') return examination.broken.map((broken) => brokenRule(piece, broken));
  const code = examination.state === 'none' ? 'preview-unexamined' : 'preview-outdated';
  return [{ code, severity: 'error', where: placeIn(piece), params: { piece: piece.title ?? piece.id } }];
}

const isEmpty = ({ blocks, tracks }: PieceDraft): boolean =>
  sentencesOfDraft(blocks).length === 0 &&
  !blocks.some(({ type }) => type === 'figure') &&
  tracks.length === 0;

function brokenRule(piece: PieceDraft, { rule, help, places }: BrokenRule): Finding<PreviewFindingCode> {
  const quotes = [...new Set(places.map(({ text }) => text))].filter((text) => text !== '');
  const sentence = places.find((place) => place.sentence !== undefined)?.sentence;
  const found = {
    params: { piece: piece.title ?? piece.id, rule, help },
    ...(quotes.length > 0 && { quotes: quotes.slice(0, QUOTES_SHOWN) }),
  };
  if (!isContentRule(rule)) {
    return { code: 'axe-other', severity: 'warning', where: placeIn(piece, { rule }), ...found };
  }
  const severity = ADVICE.includes(rule) ? 'warning' : 'error';
  const where = placeIn(piece, sentence === undefined ? {} : { sentence });
  return { code: `axe-${rule}`, severity, where, ...found };
}
