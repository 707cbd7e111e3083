/** A month without what is the studio's alone: what was recorded before it was prepared, and notes for the interpreter. */
import type { DraftInFile } from '../../../authoring/draft/draft-file.ts';

export function forMembers({ issue, pieces }: DraftInFile): DraftInFile {
  return {
    issue: { ...issue, reasons: {} },
    pieces: pieces.map((piece) => ({
      ...piece,
      tracks: piece.tracks.map(({ original: _before, notes: _notes, ...track }) => track),
    })),
  };
}
