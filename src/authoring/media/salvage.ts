/** A recording the browser could not finish (it was killed, the battery was empty): everything up to the last whole piece is good. */
import { readableBytes } from './boxes.ts';
import { openMedia } from './media-file.ts';

/** @throws MediaError `media-empty` when nothing at all was written */
export async function salvage(recording: Blob): Promise<Blob> {
  const bytes = await readableBytes(await openMedia(recording));
  return bytes === recording.size ? recording : recording.slice(0, bytes, recording.type);
}
