/** What can be repaired without re-encoding: another container, the index first, the sound of a sign video left out. */
import {
  ALL_FORMATS,
  BufferTarget,
  Conversion,
  Input,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type Target,
} from 'mediabunny';
import { runConversion, type Running } from './conversion.ts';
import { growingTarget, type GrowingFile } from './growing-file.ts';
import { indexFirstOutput, packetLimits } from './index-first.ts';
import type { MediaFacts } from './inspect.ts';
import type { MediaUse } from './judge.ts';
import { MediaError } from './media-error.ts';
import { openMedia, type MediaFile, type MediaInput } from './media-file.ts';

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
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  await copyInto(await openMedia(media), output, { stripAudio, stripVideo: false });
  if (!target.buffer) throw new MediaError('media-not-repairable');
  return new Uint8Array(target.buffer);
}

/**
 * The same into a file that grows, in memory that does not.
 *
 * @throws MediaError as above; the file's own error when it cannot be written; `AbortError`
 */
export async function repairInto(
  media: MediaInput,
  { facts, use, file }: { readonly facts: MediaFacts; readonly use: MediaUse; readonly file: GrowingFile },
  running: Running = {},
): Promise<void> {
  const { target, failure } = growingTarget(file);
  const output = indexFirstOutput(target, packetLimits(facts.durationSeconds, facts.frameRate));
  const strip = { stripAudio: use === 'sign' || use === 'term', stripVideo: use === 'audio' };
  await copyInto(await openMedia(media), output, strip, { ...running, failure });
}

async function copyInto(
  file: MediaFile,
  output: Output<OutputFormat, Target>,
  strip: { readonly stripAudio: boolean; readonly stripVideo: boolean },
  running: Running = {},
): Promise<void> {
  const input = new Input({ source: file.source, formats: ALL_FORMATS });
  try {
    const conversion = await Conversion.init({
      input,
      output,
      video: { discard: strip.stripVideo },
      audio: { discard: strip.stripAudio },
      tags: {},
      copy: { mode: 'forced' },
      // Otherwise a video that begins at 0.04 s would be moved to 0, away from its cues.
      trim: { start: 0 },
      showWarnings: false,
    });
    await runConversion(conversion, running);
  } finally {
    input.dispose();
  }
}
