/**
 * The one list of checks: the command line runs it before it publishes, the studio while a piece is made, the hub before
 * it releases. Pure, so all three agree.
 */
import type { IssueDraft, PieceDraft } from './draft.ts';
import type { Finding } from './finding.ts';
import { checkCaptionsOf } from './piece-captions.ts';
import { checkRequired } from './required.ts';
import { checkSession } from './session.ts';
import { checkText } from './text.ts';
import { checkTracks } from './tracks.ts';
import { checkTerms } from './terms.ts';

export interface CheckOptions {
  /** True only for the starter: stand-ins may stand where a real track is required. */
  readonly allowPlaceholders: boolean;
}

export function checkIssue(draft: IssueDraft, options: CheckOptions): readonly Finding[] {
  return [
    ...checkSession(draft),
    ...checkPieceIds(draft),
    ...draft.pieces.flatMap((piece) => checkPiece(piece, draft, options)),
    ...checkTerms(draft, options),
  ];
}

function checkPiece(piece: PieceDraft, draft: IssueDraft, options: CheckOptions): readonly Finding[] {
  return [
    ...checkRequired(piece, draft.club),
    ...checkText(piece),
    ...checkTracks(piece, options),
    ...checkCaptionsOf(piece),
  ];
}

function checkPieceIds({ pieces }: IssueDraft): readonly Finding[] {
  return pieces
    .filter((piece, index) => pieces.findIndex((other) => other.id === piece.id) < index)
    .map((piece) => ({
      code: 'piece-id-twice',
      severity: 'error',
      where: { file: piece.file },
      params: { id: piece.id },
    }));
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
