import { sentencesOf, textOf } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { notes } from '../../storage/notes.ts';
import type { Note } from '../../storage/notes.ts';

export interface ListedNote {
  readonly note: Note;
  readonly href: string;
  /** Null where the piece cannot be read now, or no longer has the sentence. */
  readonly title: string | null;
  readonly text: string | null;
  /** From 1. */
  readonly number: number | null;
}

/** Oldest first. A note whose piece cannot be read is listed all the same: it can still be opened later or removed. */
export async function listNotes(bookcase: Bookcase): Promise<readonly ListedNote[]> {
  const all = await notes();
  const pieces = new Map<string, Promise<Piece | null>>();
  const pieceOf = ({ issue, piece }: Note): Promise<Piece | null> => {
    const key = `${issue}/${piece}`;
    const known = pieces.get(key) ?? bookcase.piece(issue, piece).catch(() => null);
    pieces.set(key, known);
    return known;
  };
  return Promise.all(
    all.map(async (note) => {
      const piece = await pieceOf(note);
      const sentences = piece ? sentencesOf(piece.reading) : [];
      const index = sentences.findIndex(({ id }) => id === note.sentence);
      const sentence = sentences[index];
      return {
        note,
        href: `/read/${note.issue}/${note.piece}?s=${note.sentence}`,
        title: piece?.title ?? null,
        text: sentence ? textOf(sentence) : null,
        number: sentence ? index + 1 : null,
      };
    }),
  );
}
