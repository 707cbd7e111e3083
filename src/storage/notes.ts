/** Sentences kept as 看不懂: listed for the facilitator on this tablet, without who. */
import type { SentenceId } from '../core/reading/model.ts';
import { withRecords } from './database.ts';
import type { NoteRecord } from './schema.ts';

export type Note = NoteRecord;
type NotePlace = Pick<Note, 'issue' | 'piece' | 'sentence'>;

export function addNote({ issue, piece, sentence }: NotePlace): Promise<void> {
  return withRecords((records) => records.put('notes', { issue, piece, sentence, createdMs: Date.now() }));
}

export function removeNote({ issue, piece, sentence }: NotePlace): Promise<void> {
  return withRecords((records) => records.remove('notes', [issue, piece, sentence]));
}

/** Oldest first. */
export async function notes(): Promise<readonly Note[]> {
  const all = await withRecords((records) => records.all('notes'));
  return all.sort((a, b) => a.createdMs - b.createdMs);
}

export async function notesOfPiece(issue: string, piece: string): Promise<ReadonlySet<SentenceId>> {
  const all = await notes();
  return new Set(
    all.filter((note) => note.issue === issue && note.piece === piece).map((note) => note.sentence),
  );
}
