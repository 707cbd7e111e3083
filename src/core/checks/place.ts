/** Where a finding is: in the author's files for the command line, in the draft for the studio's links. */
import type { SentenceId, TermId } from '../reading/model.ts';

/** A place in the author's files. `line` is 1-based. */
export interface Source {
  readonly file: string;
  readonly line?: number;
}

/** What stands on an issue or a piece itself rather than in its text. */
export const FIELDS = [
  'title',
  'summary',
  'cover',
  'pieces',
  'session',
  'session.date',
  'session.time',
  'session.place',
  'session.interpreter',
  'source',
  'permission',
  'consent',
  'performer',
  'review',
  'showFrom',
] as const;
export type Field = (typeof FIELDS)[number];

/** As exact as the check knows. Without `piece` it is of the issue. */
export interface Place extends Source {
  readonly piece?: string;
  readonly field?: Field;
  /** Index in the piece's blocks. */
  readonly block?: number;
  readonly sentence?: SentenceId;
  /** Of a figure: the picture by its file or attachment, which stays when blocks move. */
  readonly picture?: string;
  readonly track?: string;
  /** Language of the captions and, in them, the index of one. */
  readonly captions?: string;
  readonly caption?: number;
  readonly term?: TermId;
  /** Of the examination of the preview, where one check speaks of many rules. */
  readonly rule?: string;
}

interface PieceLike extends Source {
  readonly id: string;
  readonly lineOf: (sentence: SentenceId) => number | undefined;
}

/** A place in a piece, with its line where a sentence tells it. */
export function placeIn(piece: PieceLike, at: Omit<Place, keyof Source | 'piece'> = {}): Place {
  const line = at.sentence && piece.lineOf(at.sentence);
  return { file: piece.file, ...(line !== undefined && { line }), piece: piece.id, ...at };
}
