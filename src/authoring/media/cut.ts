/** Puts parts of recordings together into one new file: retakes in their places, failed tries and waiting left out, ends trimmed. */
import {
  ALL_FORMATS,
  AudioSampleSink,
  AudioSampleSource,
  Input,
  Output,
  Quality,
  VideoSampleSink,
  VideoSampleSource,
  WavOutputFormat,
  type AudioSample,
} from 'mediabunny';
import type { Segment } from '../../core/sync/takes.ts';
import type { Running } from './conversion.ts';
import { growingTarget, type GrowingFile } from './growing-file.ts';
import { indexFirstOutput, packetLimits } from './index-first.ts';
import { MediaError } from './media-error.ts';
import { openMedia } from './media-file.ts';
import type { VideoPlan } from './plan.ts';
import { speechSamples } from './prepare.ts';

export type CutResult =
  /** Signing: pictures only. */
  | { readonly kind: 'sign'; readonly video: VideoPlan }
  | { readonly kind: 'audio'; readonly as: 'aac' | 'wav' };

export interface CutJob {
  readonly segments: readonly Segment[];
  readonly files: ReadonlyMap<string, Blob>;
  readonly result: CutResult;
}

/** @throws MediaError `media-missing`, `media-not-repairable`; the file's own error; the signal's reason */
export async function cutInto(job: CutJob, file: GrowingFile, running: Running = {}): Promise<void> {
  const { signal } = running;
  signal?.throwIfAborted();
  const { target, failure } = growingTarget(file);
  const total = job.segments.reduce((sum, { from, to }) => sum + to - from, 0);
  const { result } = job;
  const isWav = result.kind === 'audio' && result.as === 'wav';
  const rate = result.kind === 'sign' ? (result.video.frameRate ?? 60) : 0;
  const output = isWav
    ? new Output({ format: new WavOutputFormat(), target })
    : indexFirstOutput(target, packetLimits(total, rate));
  const track = result.kind === 'sign' ? videoTrack(result.video) : soundTrack(result.as);
  if (track.kind === 'video') output.addVideoTrack(track.source);
  else output.addAudioTrack(track.source);
  try {
    await output.start();
    let position = 0;
    for (const segment of job.segments) {
      const blob = job.files.get(segment.file);
      if (!blob) throw new MediaError('media-missing');
      await track.add(blob, segment, position, (seconds) => {
        signal?.throwIfAborted();
        running.onProgress?.(Math.min(1, seconds / total));
      });
      position += segment.to - segment.from;
    }
    track.source.close();
    await output.finalize();
  } catch (cause) {
    await output.cancel().catch(() => undefined);
    signal?.throwIfAborted();
    const why = failure();
    if (why) throw why;
    throw cause instanceof MediaError ? cause : new MediaError('media-not-repairable', { cause });
  }
}

type AddSegment = (
  blob: Blob,
  segment: Segment,
  position: number,
  step: (seconds: number) => void,
) => Promise<void>;
type CutTrack =
  | { readonly kind: 'video'; readonly source: VideoSampleSource; readonly add: AddSegment }
  | { readonly kind: 'audio'; readonly source: AudioSampleSource; readonly add: AddSegment };

function videoTrack({ width, height, frameRate, bitsPerSecond }: VideoPlan): CutTrack {
  const source = new VideoSampleSource({
    codec: 'avc',
    quality: new Quality({ bitrate: bitsPerSecond }),
    keyFrameInterval: 1,
    // Another camera may have another shape: shown whole, never cropped into.
    sizeChangeBehavior: 'contain',
    transform: { width, height, force: true, ...(frameRate === null ? {} : { frameRate }) },
  });
  const add: AddSegment = async (blob, { from, to }, position, step) => {
    const input = new Input({ source: (await openMedia(blob)).source, formats: ALL_FORMATS });
    try {
      const track = await input.getPrimaryVideoTrack();
      if (!track) throw new MediaError('media-not-repairable');
      let isFirst = true;
      for await (const sample of new VideoSampleSink(track).samples(from, to)) {
        try {
          const start = Math.max(sample.timestamp, from);
          const end = Math.min(sample.timestamp + sample.duration, to);
          if (end <= start) continue;
          sample.setTimestamp(position + start - from);
          sample.setDuration(end - start);
          await source.add(sample, { keyFrame: isFirst });
          isFirst = false;
          step(position + end - from);
        } finally {
          sample.close();
        }
      }
    } finally {
      input.dispose();
    }
  };
  return { kind: 'video', source, add };
}

function soundTrack(as: 'aac' | 'wav'): CutTrack {
  const { numberOfChannels, sampleRate } = speechSamples;
  const source = new AudioSampleSource(
    as === 'aac'
      ? { codec: 'aac', quality: new Quality({ bitrate: 96_000 }), transform: { numberOfChannels } }
      : { codec: 'pcm-s16', transform: { numberOfChannels, sampleRate } },
  );
  const add: AddSegment = async (blob, { from, to }, position, step) => {
    const input = new Input({ source: (await openMedia(blob)).source, formats: ALL_FORMATS });
    try {
      const track = await input.getPrimaryAudioTrack();
      if (!track) throw new MediaError('media-not-repairable');
      for await (const sample of new AudioSampleSink(track).samples(from, to)) {
        const part = within(sample, from, to);
        if (part) {
          part.setTimestamp(position + part.timestamp - from);
          await source.add(part);
          step(part.timestamp + part.duration);
          part.close();
        }
        sample.close();
      }
    } finally {
      input.dispose();
    }
  };
  return { kind: 'audio', source, add };
}

/** The part of a sample between two times, to the single value; null when nothing of it is. */
function within(sample: AudioSample, from: number, to: number): AudioSample | null {
  const index = (seconds: number) => Math.round((seconds - sample.timestamp) * sample.sampleRate);
  const first = Math.max(0, index(from));
  const last = Math.min(sample.numberOfFrames, index(to));
  return last > first ? sample.trim(first, last) : null;
}


