/** What a crash left behind: recordings that never got their end, with the sentences that were tapped in them. */
import type { AttachmentId, DraftTrack } from '../../../authoring/draft/model.ts';
import type { Desk } from '../shared/desk.ts';
import { unfinishedWork } from '../shared/write-media.ts';
import { lastTakes } from './recorder-state.ts';
import { keepRecording, recordingName } from './recorder.ts';
import { changeTrack, findTrack } from './track-edit.ts';

export interface LeftRecording {
  readonly id: AttachmentId;
  readonly bytes: number;
  readonly startedMs: number;
  readonly track: DraftTrack;
  /** Sentences recorded whole. */
  readonly sentences: number;
}

/** Only of this piece's tracks. Half-made films are thrown away: what they are made from is still there. */
export async function leftRecordings(desk: Desk): Promise<readonly LeftRecording[]> {
  const left = await desk.attachments.unfinished();
  const found: LeftRecording[] = [];
  for (const { id, name, bytes, startedMs } of left) {
    if (name.startsWith(unfinishedWork)) {
      await desk.attachments.discard(id);
      continue;
    }
    const track =
      desk.piece.peek().tracks.find((one) => name === recordingName(desk.piece.peek(), one)) ?? null;
    if (track) found.push({ id, bytes, startedMs, track, sentences: takesIn(track, id) });
  }
  return found;
}

function takesIn(track: DraftTrack, id: AttachmentId): number {
  return [...lastTakes(track.takes ?? []).values()].filter(({ file }) => file === id).length;
}

/**
 * Seals it and puts it with the track's other recordings; its takes are in the draft already. One in which no sentence was recorded
 * whole is an original to be prepared and marked, where the track has nothing better.
 */
export async function takeBack(desk: Desk, { id, track, sentences }: LeftRecording): Promise<void> {
  const file = { ...(await desk.attachments.rescue(id)), name: track.title };
  const now = findTrack(desk.piece.peek(), track.id);
  if (sentences > 0 || now?.media || now?.original) return keepRecording(desk, track.id, file);
  desk.change('signing', (piece) =>
    changeTrack(piece, track.id, (before) => ({ ...before, original: file })),
  );
}

/** Its takes go with it. */
export async function drop(desk: Desk, { id, track }: LeftRecording): Promise<void> {
  desk.change('remove', (piece) =>
    changeTrack(piece, track.id, (before) => ({
      ...before,
      takes: (before.takes ?? []).filter(({ file }) => file !== id),
    })),
  );
  await desk.attachments.discard(id);
}
