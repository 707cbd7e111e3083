/** What a media file is, in facts; `judge.ts` says whether it will do. Works in browsers and in Node alike. */
import { ALL_FORMATS, EncodedPacketSink, Input, type InputVideoTrack } from 'mediabunny';
import { readLayout } from './boxes.ts';
import { MediaError } from './media-error.ts';
import { openMedia, type MediaFile, type MediaInput } from './media-file.ts';

type Container = 'mp4' | 'mov' | 'webm' | 'mkv' | 'mp3' | 'adts' | 'wav' | 'ogg' | 'flac' | 'ts' | 'other';

export interface MediaFacts {
  readonly kind: 'video' | 'audio';
  readonly container: Container;
  /** Without codecs: `video/mp4`. */
  readonly mimeType: string;
  readonly durationSeconds: number;
  /** As shown: turned the right way up, square pixels. 0 for audio. */
  readonly width: number;
  readonly height: number;
  /** Frames per second, averaged over the file. 0 for audio. */
  readonly frameRate: number;
  /** `avc`, `hevc`, `vp9`…; null without video or when unknown. */
  readonly videoCodec: string | null;
  /** RFC 6381, e.g. `avc1.640028`: tells the profile. */
  readonly videoCodecParameter: string | null;
  readonly audioCodec: string | null;
  readonly hasAudio: boolean;
  /** The index lies before the media; null where the container has none. */
  readonly moovFirst: boolean | null;
  readonly isFragmented: boolean;
  /** Longest time between frames one can jump to, up to the end of the file. 0 for audio. */
  readonly maxKeyFrameGapSeconds: number;
  readonly sizeBytes: number;
}

/** @throws MediaError when there is nothing to look into: empty, no media, damaged. */
export async function inspectMedia(media: MediaInput): Promise<MediaFacts> {
  const file = await openMedia(media);
  const input = new Input({ source: file.source, formats: ALL_FORMATS });
  try {
    return await readFacts(file, input);
  } finally {
    input.dispose();
  }
}

async function readFacts(file: MediaFile, input: Input): Promise<MediaFacts> {
  const layout = await readLayout(file);
  if (layout.isCut) throw new MediaError('media-damaged');
  if (!(await canRead(input))) throw new MediaError('media-not-media');
  try {
    const [format, video, audio] = await Promise.all([
      input.getFormat(),
      input.getPrimaryVideoTrack(),
      input.getPrimaryAudioTrack(),
    ]);
    if (!video && !audio) throw new MediaError('media-not-media');
    const durationSeconds = await input.computeDuration();
    const frames = video
      ? await readFrames(video, durationSeconds)
      : { frameRate: 0, maxKeyFrameGapSeconds: 0 };
    const container = containers[format.name] ?? 'other';
    return {
      kind: video ? 'video' : 'audio',
      container,
      mimeType: !video && container === 'mp4' ? 'audio/mp4' : format.mimeType,
      durationSeconds,
      width: video ? await video.getDisplayWidth() : 0,
      height: video ? await video.getDisplayHeight() : 0,
      ...frames,
      videoCodec: video ? await video.getCodec() : null,
      videoCodecParameter: video ? await video.getCodecParameterString() : null,
      audioCodec: audio ? await audio.getCodec() : null,
      hasAudio: audio !== null,
      moovFirst: layout.moovFirst,
      isFragmented: layout.isFragmented,
      sizeBytes: file.sizeBytes,
    };
  } catch (cause) {
    throw cause instanceof MediaError ? cause : new MediaError('media-damaged', { cause });
  }
}

/** By the library's format names. */
const containers: Readonly<Record<string, Container>> = {
  MP4: 'mp4',
  'QuickTime File Format': 'mov',
  WebM: 'webm',
  Matroska: 'mkv',
  MP3: 'mp3',
  ADTS: 'adts',
  WAVE: 'wav',
  Ogg: 'ogg',
  FLAC: 'flac',
  'MPEG Transport Stream': 'ts',
};

async function canRead(input: Input): Promise<boolean> {
  try {
    return await input.canRead();
  } catch {
    return false;
  }
}

async function readFrames(track: InputVideoTrack, durationSeconds: number) {
  const times: number[] = [];
  const keys: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
    metadataOnly: true,
  })) {
    times.push(packet.timestamp);
    if (packet.type === 'key') keys.push(packet.timestamp);
  }
  if (times.length === 0) throw new MediaError('media-damaged');
  const [first, last] = bounds(times);
  const frameRate = times.length > 1 && last > first ? (times.length - 1) / (last - first) : 0;
  keys.sort((a, b) => a - b);
  const gaps = keys.map((key, i) => (keys[i + 1] ?? durationSeconds) - key);
  return {
    frameRate: Math.round(frameRate * 100) / 100,
    maxKeyFrameGapSeconds: Math.round(gaps.reduce((max, gap) => Math.max(max, gap), 0) * 1000) / 1000,
  };
}

/** Smallest and largest, without spreading a hundred thousand numbers into one call. */
function bounds(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
