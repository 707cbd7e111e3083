/** What a film piece shows, drawn from the piece alone. */
import { sentencesOf, type SentenceId } from '../../core/reading/model.ts';
import type { Caption } from '../../core/captions/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Track } from '../../core/sync/track.ts';
import { transcriptLines, type TranscriptLine } from '../../player/transcript-lines.ts';
import type { PieceSettings } from '../piece-props.ts';

export type FilmView = PieceSettings['filmView'];

export const FILM_VIEWS: readonly FilmView[] = ['sign-large', 'side-by-side', 'sign-only', 'picture-only'];

export interface FilmParts {
  /** Null when the issue came without it: then there is the transcript. */
  readonly film: Track | null;
  readonly sign: Track | null;
  readonly captions: readonly Caption[];
  readonly captionLanguage: string;
  readonly lines: readonly TranscriptLine[];
  readonly sentences: readonly SentenceId[];
}

export function filmParts(piece: Piece): FilmParts {
  const film = piece.tracks.find((track) => track.kind === 'film') ?? null;
  const signs = piece.tracks.filter((track) => track.kind === 'sign');
  const captions =
    piece.captions.find((one) => one.language === piece.reading.language) ?? piece.captions[0] ?? null;
  return {
    film,
    // A real interpreter before a stand-in.
    sign: signs.find((track) => !track.placeholder) ?? signs[0] ?? null,
    captions: captions?.cues ?? [],
    captionLanguage: captions?.language ?? piece.reading.language,
    lines: transcriptLines(piece.reading, film?.cues ?? [], captions?.cues ?? []),
    sentences: sentencesOf(piece.reading).map((sentence) => sentence.id),
  };
}

/** Without signing there is only the picture to choose. */
export function viewFor(chosen: FilmView, parts: FilmParts): FilmView {
  return parts.sign ? chosen : 'picture-only';
}

const CAPTION_SIZES = [16, 12, 8] as const;

/** One tap each: 16 → 12 → 8 → 16 characters a line. */
export function nextCaptionSize(now: PieceSettings['captionSize']): PieceSettings['captionSize'] {
  return CAPTION_SIZES[(CAPTION_SIZES.indexOf(now) + 1) % CAPTION_SIZES.length] ?? 16;
}
