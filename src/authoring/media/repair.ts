/** What can be repaired without re-encoding: another container, the index first, the sound of a sign video left out. */
import { ALL_FORMATS, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } from 'mediabunny';
import { MediaError } from './media-error.ts';
import { openMedia, type MediaInput } from './media-file.ts';

export interface RepairOptions {
  /** A sign video must not have a sound track: iOS plays only one video with sound at a time. */
  readonly stripAudio: boolean;
}

/**
 * The same pictures and sound, packet for packet and at the same times, in an MP4 whose index comes first. Descriptive
 * tags (place, device, names) are left out. The whole file is held in memory.
 *
 * @throws MediaError `media-not-repairable`, and what `openMedia` throws
 */
export async function repairMedia(
  media: MediaInput,
  { stripAudio }: RepairOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openMedia(media);
  const input = new Input({ source: file.source, formats: ALL_FORMATS });
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  try {
    const conversion = await Conversion.init({
      input,
      output,
      audio: { discard: stripAudio },
      tags: {},
      copy: { mode: 'forced' },
      // Otherwise a video that begins at 0.04 s would be moved to 0, away from its cues.
      trim: { start: 0 },
      showWarnings: false,
    });
    const lost = conversion.discardedTracks.filter(
      (track) => track.reason !== 'discarded_by_user' && !isExtra(track),
    );
    if (!conversion.isValid || lost.length > 0) throw new MediaError('media-not-repairable');
    await conversion.execute();
    if (!target.buffer) throw new MediaError('media-not-repairable');
    return new Uint8Array(target.buffer);
  } catch (cause) {
    throw cause instanceof MediaError ? cause : new MediaError('media-not-repairable', { cause });
  } finally {
    input.dispose();
  }
}

/** Phones add tracks nobody plays (depth, a second sound, timed data); the first of each kind is the one that counts. */
function isExtra({ track }: Conversion['discardedTracks'][number]): boolean {
  return track.number > 1;
}
