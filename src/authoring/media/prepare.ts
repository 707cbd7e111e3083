/**
 * A file as it was brought or recorded, made into what members get: looked into, planned (plan.ts) and written as it is made, with
 * true progress, and cancelled at any time. The original is never touched.
 */
import {
  ALL_FORMATS,
  Conversion,
  Input,
  Output,
  Quality,
  WavOutputFormat,
  type ConversionOptions,
} from 'mediabunny';
import { abilitiesFor } from './abilities.ts';
import { runConversion, type Running } from './conversion.ts';
import { growingTarget, type GrowingFile } from './growing-file.ts';
import { indexFirstOutput, packetLimits } from './index-first.ts';
import { inspectMedia, type MediaFacts } from './inspect.ts';
import type { MediaUse } from './judge.ts';
import { openMedia, type MediaInput } from './media-file.ts';
import { planPreparation, type Preparation, type PreparationPlan } from './plan.ts';
import { repairInto } from './repair.ts';

export interface LookedInto {
  readonly facts: MediaFacts;
  readonly plan: PreparationPlan;
}

/** @throws MediaError for what is no media at all */
export async function lookInto(media: MediaInput, use: MediaUse): Promise<LookedInto> {
  const facts = await inspectMedia(media);
  return { facts, plan: planPreparation(facts, use, await abilitiesFor(media, facts)) };
}

/** What the written file is; null where nothing is written because the file is kept, or refused. */
export function typeOfPrepared(preparation: Preparation, use: MediaUse): string | null {
  if (preparation.action === 'keep' || preparation.action === 'refuse') return null;
  if (preparation.action === 'sound' && preparation.as === 'wav') return 'audio/wav';
  return use === 'audio' ? 'audio/mp4' : 'video/mp4';
}

/**
 * Writes the prepared file. Nothing for `keep` and `refuse`.
 *
 * @throws MediaError `media-not-repairable`; the file's own error when it cannot be written (full); the signal's reason
 */
export async function prepareInto(
  media: MediaInput,
  { facts, plan }: LookedInto,
  use: MediaUse,
  file: GrowingFile,
  running: Running = {},
): Promise<void> {
  const preparation = plan.do;
  switch (preparation.action) {
    case 'keep':
    case 'refuse':
      return;
    case 'repair':
      return repairInto(media, { facts, use, file }, running);
    case 'encode':
      return convert(media, facts, file, running, {
        video: {
          codec: 'avc',
          width: preparation.video.width,
          height: preparation.video.height,
          // Both are given, in the picture's own proportion; rounding to even numbers may be off by half a pixel.
          fit: 'fill',
          ...(preparation.video.frameRate === null ? {} : { frameRate: preparation.video.frameRate }),
          quality: new Quality({ bitrate: preparation.video.bitsPerSecond }),
          keyFrameInterval: 1,
          // A turned phone's pictures are turned for good: not every player minds the note in the index.
          allowTransformationMetadata: false,
          forceTranscode: true,
        },
        audio:
          preparation.sound === 'none'
            ? { discard: true }
            : preparation.sound === 'keep'
              ? {}
              : { codec: 'aac', quality: new Quality({ bitrate: 128_000 }) },
      });
    case 'sound':
      return convert(media, facts, file, running, {
        video: { discard: true },
        audio:
          preparation.as === 'aac'
            ? { codec: 'aac', quality: new Quality({ bitrate: 96_000 }), numberOfChannels: 1 }
            : speechSamples,
        isWav: preparation.as === 'wav',
      });
  }
}

/** Enough for a voice, and a quarter of what a disc takes. */
export const speechSamples = { codec: 'pcm-s16', numberOfChannels: 1, sampleRate: 24_000 } as const;

async function convert(
  media: MediaInput,
  facts: MediaFacts,
  file: GrowingFile,
  running: Running,
  { isWav = false, ...options }: Pick<ConversionOptions, 'video' | 'audio'> & { readonly isWav?: boolean },
): Promise<void> {
  const opened = await openMedia(media);
  const input = new Input({ source: opened.source, formats: ALL_FORMATS });
  const { target, failure } = growingTarget(file);
  const output = isWav
    ? new Output({ format: new WavOutputFormat(), target })
    : indexFirstOutput(target, packetLimits(facts.durationSeconds, facts.frameRate));
  try {
    const conversion = await Conversion.init({
      ...options,
      input,
      output,
      tracks: 'primary',
      tags: {},
      trim: { start: 0 },
      showWarnings: false,
    });
    await runConversion(conversion, { ...running, failure });
  } finally {
    input.dispose();
  }
}
