/** The checks over a month in the studio: what they find, and at which step of which piece it is cured. */
import { checkIssue } from '../../core/checks/checks.ts';
import type { CheckCode, Finding } from '../../core/checks/finding.ts';
import type { TermId } from '../../core/reading/model.ts';
import { draftToCheck, type DraftMonth } from './draft-to-check.ts';
import { sentencesOfDraftBlock, type DraftPiece } from './model.ts';

/** `month`: the month's own page; `check`: where the preview is examined and reasons are written. */
export type CureStep = 'month' | 'text' | 'words' | 'sign' | 'captions' | 'check';

export interface DraftFinding extends Finding<CheckCode> {
  readonly step: CureStep;
  /** Which piece it is about; null for the month itself. A term's card is cured where its word is first marked. */
  readonly piece: string | null;
}

/** In the order of the month: what is of the month itself first, then piece by piece. */
export function checkDraft(month: DraftMonth): readonly DraftFinding[] {
  const order = new Map(month.issue.pieces.map((id, index) => [id, index]));
  const rank = ({ piece }: DraftFinding): number => (piece === null ? -1 : (order.get(piece) ?? order.size));
  return checkIssue(draftToCheck(month), { allowPlaceholders: false })
    .map((finding): DraftFinding => ({ ...finding, ...cureOf(finding, month) }))
    .sort((a, b) => rank(a) - rank(b));
}

function cureOf(finding: Finding<CheckCode>, month: DraftMonth): Pick<DraftFinding, 'step' | 'piece'> {
  const { piece: id, term, field } = finding.where;
  if (id === undefined && term !== undefined) {
    const marking = pieceOfTerm(term, month);
    return marking === null ? { step: 'month', piece: null } : { step: 'words', piece: marking };
  }
  const piece = month.pieces.find((one) => one.id === id);
  if (piece === undefined) return { step: 'month', piece: null };
  const isOfList = field === 'showFrom' || finding.code === 'piece-id-twice';
  return { step: isOfList ? 'month' : stepIn(piece, finding), piece: piece.id };
}

function stepIn(piece: DraftPiece, { code, where }: Finding<CheckCode>): CureStep {
  if (where.captions !== undefined) return 'captions';
  if (where.track !== undefined) {
    const isFilm = piece.tracks.find(({ id }) => id === where.track)?.kind === 'film';
    return isFilm ? 'captions' : 'sign';
  }
  if (where.term !== undefined) return 'words';
  switch (code) {
    case 'sign-missing':
    case 'audio-missing':
      return 'sign';
    case 'captions-missing':
      return 'captions';
    case 'film-track-missing':
      return piece.kind === 'film' ? 'captions' : 'sign';
    case 'pinyin-missing':
    case 'reading-missing':
    case 'reading-unsettled':
      return 'words';
    case 'preview-unexamined':
    case 'preview-outdated':
    case 'axe-other':
      return 'check';
    case 'axe-video-caption':
      return 'captions';
    default:
      return 'text';
  }
}

function pieceOfTerm(term: TermId, { issue, pieces }: DraftMonth): string | null {
  const marking = issue.pieces.find((id) => pieces.some((piece) => piece.id === id && marks(piece, term)));
  return marking ?? issue.pieces[0] ?? null;
}

function marks({ blocks }: DraftPiece, term: TermId): boolean {
  const plain = blocks.flatMap((block) => ('plain' in block ? (block.plain ?? []) : []));
  return [...blocks.flatMap(sentencesOfDraftBlock), ...plain].some(({ words }) =>
    words.some((word) => word.term === term),
  );
}
