import type { SentenceId } from '../../core/reading/model.ts';
import { sentencesOf } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { readProgress } from '../../storage/progress.ts';

export interface LoadedPiece {
  readonly piece: Piece;
  readonly start: SentenceId | null;
}

/** The piece and where to open it: the address's sentence wins over the remembered one. Rejects with BookcaseError. */
export async function loadPiece(
  bookcase: Bookcase,
  issueId: string,
  pieceId: string,
  asked: string | null,
): Promise<LoadedPiece> {
  const [piece, progress] = await Promise.all([
    bookcase.piece(issueId, pieceId),
    // What the tablet remembers is a help, not a condition.
    readProgress(issueId, pieceId).catch(() => undefined),
  ]);
  const sentences = sentencesOf(piece.reading).map(({ id }) => id);
  const linked = sentences.find((id) => id === asked);
  const remembered = sentences.find((id) => id === progress?.sentence);
  return { piece, start: linked ?? remembered ?? null };
}
