/** Cards made, changed, taken from the club's store and taken off: each one step of undo over the piece and the month. */
import type { TermId } from '../../../../core/reading/model.ts';
import type { Attachment, DraftIssue, DraftPiece, DraftTerm } from '../../../../authoring/draft/model.ts';
import { markTerm, termsMarked, unmarkTerm } from '../../../../authoring/draft-words/edit.ts';
import { newTermId } from '../../../../authoring/term-suggestions/term-ids.ts';
import type { Desk } from '../../shared/desk.ts';

/** A card of this piece: the month's copy; null where the piece marks a term that has none. */
export interface PieceTerm {
  readonly id: TermId;
  readonly card: DraftTerm | null;
}

export function termsOfPiece(piece: DraftPiece, issue: DraftIssue): readonly PieceTerm[] {
  return [...termsMarked(piece)].map((id) => ({
    id,
    card: issue.terms.find((term) => term.id === id) ?? null,
  }));
}

/** Every card there is to choose from: the month's own, then the club's that the month does not have. */
export function cardsAtHand(month: readonly DraftTerm[], club: readonly DraftTerm[]): readonly DraftTerm[] {
  return [...month, ...club.filter(({ id }) => month.every((term) => term.id !== id))];
}

const cardsOf = (desk: Desk): readonly DraftTerm[] =>
  cardsAtHand(desk.issue.peek().terms, desk.words.terms.peek());

let acts = 0;

/** A new, still empty card for a word, marked wherever the word stands. Its id. */
export function makeTerm(desk: Desk, word: string, pinyin: string): TermId {
  const id = newTermId(
    pinyin,
    cardsOf(desk).map((term) => term.id),
  );
  putCard(desk, word, { id, word, pinyin, explanation: '' });
  return id;
}

/** Marks a word with a card the club has; the month gets its own copy. */
export function reuseTerm(desk: Desk, word: string, id: TermId): void {
  const card = cardsOf(desk).find((term) => term.id === id);
  if (card) putCard(desk, word, card);
}

function putCard(desk: Desk, word: string, card: DraftTerm): void {
  const merge = `card:${(acts += 1)}`;
  desk.changeIssue(
    'term',
    (issue) =>
      issue.terms.some(({ id }) => id === card.id) ? issue : { ...issue, terms: [...issue.terms, card] },
    merge,
  );
  desk.change('term', (piece) => markTerm(piece, word, card.id), merge);
}

/** The month's copy; `saveTerm` of the club's store is called when the card is put away. */
export function editTerm(
  desk: Desk,
  id: TermId,
  update: (card: DraftTerm) => DraftTerm,
  field: string,
): void {
  desk.changeIssue(
    'term',
    (issue) => ({ ...issue, terms: issue.terms.map((card) => (card.id === id ? update(card) : card)) }),
    `card:${id}:${field}`,
  );
}

/** Bringing a clip and cutting it are two steps of undo, however soon one follows the other: what was cut off is had back. */
export function putClip(desk: Desk, id: TermId, part: 'sign' | 'audio', clip: Attachment): void {
  editTerm(desk, id, (card) => ({ ...card, [part]: clip }), `${part}:${clip.id}`);
}

/** The card without one of the parts it may lack. */
export function withoutPart(card: DraftTerm, part: 'example' | 'picture' | 'sign' | 'audio'): DraftTerm {
  const rest = { ...card };
  delete rest[part];
  return rest;
}

/** Off this piece. The month keeps the card: another piece may use it, and so does the club. */
export function takeOffTerm(desk: Desk, id: TermId): void {
  desk.change('term', (piece) => unmarkTerm(piece, id));
}

export function declineTerm(desk: Desk, word: string): void {
  desk.change('term', (piece) => ({
    ...piece,
    declinedTerms: [...new Set([...(piece.declinedTerms ?? []), word])],
  }));
}

/** What members would miss on this card. */
export function missingOn(card: DraftTerm): readonly ('explanation' | 'pinyin' | 'alt')[] {
  return [
    ...(card.explanation.trim() === '' ? (['explanation'] as const) : []),
    ...(card.pinyin.trim() === '' ? (['pinyin'] as const) : []),
    ...(card.picture && card.picture.alt.trim() === '' ? (['alt'] as const) : []),
  ];
}
