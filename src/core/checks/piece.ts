/** What a piece is before its text is looked at: its name, its day, whose it is, whether there is anything in it. */
import { sentencesOfDraft } from './draft-text.ts';
import type { IssueDraft, PieceDraft } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import { isDay } from './day.ts';
import { placeIn, type Field } from './place.ts';

export function checkPieceItself(piece: PieceDraft, draft: IssueDraft): readonly Finding<FindingCode>[] {
  return [
    ...checkPieceId(piece, draft),
    ...checkContent(piece),
    ...checkDay(piece, draft),
    ...checkSource(piece),
  ];
}

function finding(
  piece: PieceDraft,
  code: FindingCode,
  field: Field,
  { severity = 'error', ...params }: { severity?: Finding['severity']; day?: string; id?: string } = {},
): Finding<FindingCode> {
  return { code, severity, where: placeIn(piece, { field }), params: { piece: piece.id, ...params } };
}

function checkPieceId(piece: PieceDraft, { pieces }: IssueDraft): readonly Finding<FindingCode>[] {
  const isTwice = pieces.findIndex((other) => other.id === piece.id) < pieces.indexOf(piece);
  return isTwice
    ? [{ code: 'piece-id-twice', severity: 'error', where: placeIn(piece), params: { id: piece.id } }]
    : [];
}

function checkContent(piece: PieceDraft): readonly Finding<FindingCode>[] {
  const findings = piece.title?.trim() === '' ? [finding(piece, 'piece-title-missing', 'title')] : [];
  // A film without words is told so as `transcript-missing`.
  const isEmpty =
    piece.kind === 'gallery'
      ? !piece.blocks.some((block) => block.type === 'figure')
      : piece.kind !== 'film' && sentencesOfDraft(piece.blocks).length === 0;
  if (!isEmpty) return findings;
  const params = { piece: piece.id, kind: piece.kind };
  return [...findings, { code: 'piece-empty', severity: 'error', where: placeIn(piece), params }];
}

function checkDay(piece: PieceDraft, { id }: IssueDraft): readonly Finding<FindingCode>[] {
  const { showFrom: day } = piece;
  if (day === undefined) return [];
  if (!isDay(day)) return [finding(piece, 'piece-day-wrong', 'showFrom', { day })];
  return id.startsWith(day.slice(0, 7))
    ? []
    : [finding(piece, 'piece-day-outside', 'showFrom', { severity: 'warning', day, id })];
}

function checkSource(piece: PieceDraft): readonly Finding<FindingCode>[] {
  const { source } = piece;
  if (source === undefined || source.author.trim() === '')
    return [finding(piece, 'source-missing', 'source')];
  return source.permission.trim() === '' ? [finding(piece, 'permission-missing', 'permission')] : [];
}
