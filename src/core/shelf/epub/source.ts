/** What an EPUB is made from: an issue as it is released, its texts and the files they name. */
import type { BlobRef, Reading, Term } from '../../reading/model.ts';
import type { Track } from '../../sync/track.ts';
import type { Club, Issue, PieceSummary } from '../issue.ts';

export interface EpubPiece {
  readonly summary: PieceSummary;
  readonly reading: Reading;
  readonly tracks: readonly Track[];
  readonly captions: readonly { readonly language: string; readonly file: BlobRef }[];
}

export interface EpubSource {
  readonly issue: Issue;
  readonly club: Club;
  /** RFC 3339, of the last change: the book says it, and no other time. */
  readonly modified: string;
  readonly cover: { readonly bitmap: BlobRef; readonly alt: string };
  readonly terms: readonly Term[];
  readonly pieces: readonly EpubPiece[];
}

/** One file of the book: text written here, or a blob of the shelf copied as it is. */
export type EpubFile = { readonly name: string } & ({ readonly text: string } | { readonly blob: BlobRef });
