/** A piece's tracks, changed by pure functions. */
import type { DraftPiece, DraftTrack, Mark } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import type { SentenceMark } from '../../../core/sync/marks.ts';
import type { Segment } from '../../../core/sync/takes.ts';

export type RecordedKind = 'sign' | 'audio';

export function findTrack(piece: DraftPiece, id: string): DraftTrack | null {
  return piece.tracks.find((track) => track.id === id) ?? null;
}

/** Hands come back from the button after a tap, and reach for it before the next. */
const recordedMargins = { leadSeconds: 0.2, tailSeconds: 0.2 };
/** Who marks a film taps a moment after having seen the sentence begin. */
export const markedMargins = { leadSeconds: -0.2, tailSeconds: 0 };

/** Titles and performers are the club's own words, in the language of the text. */
export function addTrack(
  piece: DraftPiece,
  kind: RecordedKind,
  title: string,
  performer: string,
): DraftPiece {
  const track: DraftTrack = {
    id: freeId(piece, kind),
    kind,
    language: kind === 'sign' ? 'csl' : piece.language,
    title,
    performer,
    media: null,
    marks: [],
    ...recordedMargins,
    consent: false,
  };
  return { ...piece, tracks: [...piece.tracks, track] };
}

export function freeId(piece: DraftPiece, kind: RecordedKind): string {
  const taken = new Set(piece.tracks.map(({ id }) => id));
  if (!taken.has(kind)) return kind;
  let number = 2;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

export function changeTrack(
  piece: DraftPiece,
  id: string,
  update: (track: DraftTrack) => DraftTrack,
): DraftPiece {
  return { ...piece, tracks: piece.tracks.map((track) => (track.id === id ? update(track) : track)) };
}

/** What the interpreter should know of one sentence; emptied, it is gone. */
export function changeNote(piece: DraftPiece, id: string, sentence: SentenceId, note: string): DraftPiece {
  return changeTrack(piece, id, (track) => {
    const { [sentence]: _, ...others } = track.notes ?? {};
    const notes = note === '' ? others : { ...others, [sentence]: note };
    return Object.keys(notes).length === 0 ? withoutKeys(track, 'notes') : { ...track, notes };
  });
}

export function removeTrack(piece: DraftPiece, id: string): DraftPiece {
  return { ...piece, tracks: piece.tracks.filter((track) => track.id !== id) };
}

/** Without the keys that are absent, as the draft's schema wants it. */
export function toMarks(marks: readonly SentenceMark[]): Mark[] {
  return marks.map(({ sentence, start, end, leadSeconds, tailSeconds }) => ({
    sentence,
    start,
    ...(end === undefined ? {} : { end }),
    ...(leadSeconds === undefined ? {} : { leadSeconds }),
    ...(tailSeconds === undefined ? {} : { tailSeconds }),
  }));
}

/** What the track's media was made from, part by part, so that it can be cut again without a second loss. */
export function sourceSegments(track: DraftTrack): readonly Segment[] {
  if (track.cut) return track.cut;
  const source = track.original ?? track.recordings?.[0] ?? track.media;
  if (!source || !track.media) return [];
  return [{ file: source.id, from: 0, to: track.media.durationSeconds ?? source.durationSeconds ?? 0 }];
}

export function withoutKeys<T extends object, K extends keyof T>(
  value: T,
  ...keys: readonly K[]
): Omit<T, K> {
  const left = { ...value };
  for (const key of keys) delete left[key];
  return left;
}
