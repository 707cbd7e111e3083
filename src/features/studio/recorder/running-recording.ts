/** One file being recorded: written to storage second by second, with a clock that says where in it a moment lies. */
import type { Attachment, AttachmentId } from '../../../authoring/draft/model.ts';
import { AttachmentError, type Attachments } from '../shared/desk.ts';
import { alignZero, guessZero, logCaptures, type CaptureLog } from './recording-clock.ts';
import type { RecordedKind } from './track-edit.ts';

export type RecordingFault = 'lost' | 'full' | 'refused';

export interface RunningRecording {
  readonly file: AttachmentId;
  /** Seconds on the recording's clock at a time of `performance.now()` (or an event's `timeStamp`). */
  secondsAt(ms: number): number;
  /** Stops, writes what is left and seals the file. Null when nothing at all was recorded. */
  stop(): Promise<Attachment | null>;
}

export interface RecordingStart {
  readonly stream: MediaStream;
  readonly kind: RecordedKind;
  readonly attachments: Attachments;
  /** While it is written, and of what a crash leaves. */
  readonly name: string;
  /** Of the finished file. */
  readonly title: string;
  /** Plays the stream, for the time of its frames; none for sound. */
  readonly video: HTMLVideoElement | null;
  /** What is on disk now, and up to which second of the recording it can be read for certain. */
  readonly onWritten: (bytes: number, safeSeconds: number) => void;
  /** It ended by itself; `stop` is still to be called. */
  readonly onFault: (fault: RecordingFault) => void;
}

/** In the order of preference: what needs no encoding afterwards first. */
const types = {
  sign: [
    'video/mp4;codecs=avc1.42E020',
    'video/mp4;codecs=avc1.42E01F',
    'video/mp4',
    'video/webm;codecs=h264',
    'video/webm;codecs=vp9',
    'video/webm;codecs=vp8',
    'video/webm',
  ],
  audio: ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/webm', 'audio/mp4', 'audio/ogg'],
} as const;

/** Chromium writes an MP4 up to its last key frame (videoKeyFrameIntervalDuration, MediaRecorder §2.2). */
interface RecorderOptions extends MediaRecorderOptions {
  videoKeyFrameIntervalDuration?: number;
}

const sliceMs = 1000;
/** Cameras are late now and then; asked for 1000, a second passes without one. */
const keyFrameMs = 900;
/** A piece reaches to the last key frame before it was given out, and encoders run a little behind. */
const behindSeconds = 1.5;

/** @throws AttachmentError; DOMException where this browser records none of the types */
export async function startRecording(start: RecordingStart): Promise<RunningRecording> {
  const { stream, kind, attachments, name, title, video, onWritten, onFault } = start;
  const mimeType = types[kind].find((type) => MediaRecorder.isTypeSupported(type));
  const options: RecorderOptions = {
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(kind === 'sign'
      ? { videoBitsPerSecond: 4_000_000, videoKeyFrameIntervalDuration: keyFrameMs }
      : { audioBitsPerSecond: 128_000 }),
  };
  const recorder = new MediaRecorder(stream, options);
  const type = (recorder.mimeType || mimeType || 'video/mp4').split(';')[0] ?? 'video/mp4';
  const file = await attachments.record({ name, type });
  const head: Blob[] = [];
  let bytes = 0;
  let writing = Promise.resolve();
  let isBroken = false;
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));

  recorder.addEventListener('dataavailable', ({ data, timeStamp }) => {
    if (data.size === 0) return;
    if (head.length < 2) head.push(data);
    const before = writing;
    writing = write(before, data, timeStamp);
  });
  async function write(before: Promise<void>, data: Blob, timeStamp: number): Promise<void> {
    await before;
    if (isBroken) return;
    try {
      await file.append(data);
      bytes += data.size;
      onWritten(bytes, secondsAt(timeStamp) - behindSeconds);
    } catch (error) {
      // What was written before is good; nothing more is tried, and the person is told.
      isBroken = true;
      onFault(error instanceof AttachmentError ? error.fault : 'refused');
      if (recorder.state !== 'inactive') recorder.stop();
    }
  }
  const secondsAt = (ms: number): number => Math.max(0, (ms - zeroMs) / 1000);
  let isStopping = false;
  recorder.addEventListener('stop', () => {
    if (!isStopping && !isBroken) onFault('lost');
  });

  const began = new Promise<void>((resolve) =>
    recorder.addEventListener('start', () => resolve(), { once: true }),
  );
  const captures = video ? logCaptures(video) : null;
  // A few frames, so that it is known how far apart they are.
  if (captures) await waitFor(() => captures.ms.length >= 5, firstFramesMs);
  let zeroMs = performance.now();
  recorder.start(sliceMs);
  const startMs = performance.now();
  await Promise.race([began, stopped]);
  if (captures) {
    await waitFor(() => (captures.ms.at(-1) ?? 0) >= startMs, firstFramesMs);
    zeroMs = guessZero(captures.ms, startMs);
    void calibrate(captures, head, zeroMs).then((zero) => (zeroMs = zero));
  } else zeroMs = performance.now();

  return {
    file: file.id,
    secondsAt,
    async stop() {
      isStopping = true;
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await writing;
      if (bytes > 0) return file.finish({ name: title, type });
      await file.discard();
      return null;
    },
  };
}

/** A first frame takes longer where the camera has just been opened. */
const firstFramesMs = 600;

function waitFor(isThere: () => boolean, longestMs: number): Promise<void> {
  const untilMs = performance.now() + longestMs;
  return new Promise((resolve) => {
    const look = (): void => {
      if (isThere() || performance.now() > untilMs) resolve();
      else setTimeout(look, 10);
    };
    look();
  });
}

/** While the countdown runs: two seconds of the file tell where its clock begins. */
async function calibrate(captures: CaptureLog, head: readonly Blob[], guessMs: number): Promise<number> {
  try {
    const { frameTimes } = await import('../../../authoring/media/frame-times.ts');
    await waitFor(() => head.length >= 2, 4000);
    const times = await frameTimes(new Blob([...head]));
    return alignZero(captures.ms, times, guessMs);
  } catch (error) {
    // A type that cannot be read before its end: the guess is within a frame or two.
    console.info(error);
    return guessMs;
  } finally {
    captures.stop();
  }
}
