/** What the month itself still lacks, and what it names and nobody has. */
import type { IssueDraft, LostFile } from './draft.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Field } from './place.ts';

export function checkIssueItself(draft: IssueDraft): readonly Finding<FindingCode>[] {
  const { file, title, summary, cover, coverAlt, pieces, lostPieces = [], lostFiles = [] } = draft;
  const lacks = (isLacking: boolean, code: FindingCode, field: Field): readonly Finding<FindingCode>[] =>
    isLacking ? [{ code, severity: 'error', where: { file, field }, params: {} }] : [];
  return [
    ...lacks(title?.trim() === '', 'issue-title-missing', 'title'),
    ...lacks(summary?.trim() === '', 'issue-summary-missing', 'summary'),
    ...lacks(cover !== undefined && !(cover.hasDrawing && cover.hasBitmap), 'cover-missing', 'cover'),
    ...lacks(coverAlt.trim() === '', 'cover-alt-missing', 'cover'),
    ...lacks(pieces.length + lostPieces.length === 0, 'pieces-missing', 'pieces'),
    ...lostPieces.map((piece): Finding<FindingCode> => ({
      code: 'piece-lost',
      severity: 'error',
      where: { file, field: 'pieces' },
      params: { id: piece },
    })),
    ...lostFiles.map(lost),
  ];
}

function lost({ name, ...where }: LostFile): Finding<FindingCode> {
  return { code: 'file-lost', severity: 'error', where, params: { name } };
}
