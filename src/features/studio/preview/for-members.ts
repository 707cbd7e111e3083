/** A month without what is the studio's alone: reasons and examinations, what was recorded before it was prepared, notes for the interpreter. */
import type { DraftInFile } from '../../../authoring/draft/draft-file.ts';

export function forMembers({ issue, pieces }: DraftInFile): DraftInFile {
  const { examined: _examined, ...month } = issue;
  return {
    issue: { ...month, reasons: {} },
    pieces: pieces.map((piece) => ({
      ...piece,
      tracks: piece.tracks.map(({ original: _before, notes: _notes, ...track }) => track),
    })),
  };
}
