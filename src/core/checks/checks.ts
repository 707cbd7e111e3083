/**
 * The one list of checks: the command line runs it before it publishes, the studio while a piece is made, the hub before
 * it releases. Pure, so all three agree.
 */
import type { IssueDraft, PieceDraft } from './draft.ts';
import type { CheckCode, Finding } from './finding.ts';
import { checkIssueItself } from './issue.ts';
import { checkMedia, checkTermMedia } from './media.ts';
import { checkCaptionsOf } from './piece-captions.ts';
import { checkPieceItself } from './piece.ts';
import { checkPictures } from './pictures.ts';
import { checkPreview } from './preview.ts';
import { checkReadability } from './readability.ts';
import { checkRequired } from './required.ts';
import { checkSession } from './session.ts';
import { checkTerms } from './terms.ts';
import { checkText } from './text.ts';
import { checkTracks } from './tracks.ts';

export interface CheckOptions {
  /** True only for the starter: stand-ins may stand where a real track is required. */
  readonly allowPlaceholders: boolean;
}

export function checkIssue(draft: IssueDraft, options: CheckOptions): readonly Finding<CheckCode>[] {
  return [
    ...checkIssueItself(draft),
    ...checkSession(draft),
    ...draft.pieces.flatMap((piece) => checkPiece(piece, draft, options)),
    ...checkTerms(draft, options),
    ...checkTermMedia(draft.terms),
  ];
}

function checkPiece(
  piece: PieceDraft,
  draft: IssueDraft,
  options: CheckOptions,
): readonly Finding<CheckCode>[] {
  return [
    ...checkPieceItself(piece, draft),
    ...checkRequired(piece, draft.club),
    ...checkPictures(piece),
    ...checkText(piece),
    ...checkReadability(piece),
    ...checkTracks(piece, options),
    ...checkMedia(piece),
    ...checkCaptionsOf(piece),
    ...checkPreview(piece),
  ];
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
