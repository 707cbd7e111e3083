/** One file being recorded: written to storage second by second, with a clock that says where in it a moment lies. */
import type { Attachment, AttachmentId } from '../../../authoring/draft/model.ts';
import { AttachmentError, type Attachments } from '../shared/desk.ts';
import { boundsOfStart, guessZero, logCaptures } from './recording-clock.ts';
import type { RecordedKind } from './track-edit.ts';
import { zeroOf, type KnownClock } from './zero-of-file.ts';

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
  /** Aborted when nobody wants it any more before it runs: then it rejects, and nothing of it is left. */
  readonly signal: AbortSignal;
  /** What is on disk now, and up to which second of the recording it can be read for certain. */
  readonly onWritten: (bytes: number, safeSeconds: number) => void;
  /** It ended by itself; `stop` is still to be called. */
  readonly onFault: (fault: RecordingFault) => void;
  /** The clock turned out to be so much later than was thought: times already taken from it move by as much. */
  readonly onClock: (file: AttachmentId, bySeconds: number) => void;
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

/** @throws AttachmentError; DOMException where this browser records none of the types. No file is left then. */
export async function startRecording(start: RecordingStart): Promise<RunningRecording> {
  const { stream, kind, attachments, name, title, video, signal, onWritten, onFault, onClock } = start;
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

  const captures = video ? logCaptures(video) : null;
  let hasStarted = false;
  async function end(): Promise<void> {
    isStopping = true;
    captures?.stop();
    // One that was never started never says that it stopped.
    if (!hasStarted) return;
    if (recorder.state !== 'inactive') recorder.stop();
    await stopped;
    await writing;
  }
  let zeroMs = performance.now();
  const setZero = (ms: number): void => {
    const by = (zeroMs - ms) / 1000;
    zeroMs = ms;
    if (by !== 0) onClock(file.id, by);
  };
  let known: KnownClock | null = null;

  async function begin(): Promise<void> {
    // At once, so that nothing below waits for what does not come.
    signal.addEventListener('abort', () => void end(), { once: true });
    const began = new Promise<void>((resolve) =>
      recorder.addEventListener('start', () => resolve(), { once: true }),
    );
    // A few frames, so that it is known how far apart they are.
    if (captures) await waitFor(() => captures.ms.length >= 5 || signal.aborted, firstFramesMs);
    signal.throwIfAborted();
    // Before the recorder is asked: a tablet may stand still while it answers.
    const askedMs = performance.now();
    zeroMs = askedMs;
    recorder.start(sliceMs);
    hasStarted = true;
    const begunMs = performance.now();
    await Promise.race([began, stopped]);
    signal.throwIfAborted();
    if (!captures) {
      zeroMs = performance.now();
      return;
    }
    await waitFor(() => (captures.ms.at(-1) ?? 0) >= begunMs || signal.aborted, firstFramesMs);
    signal.throwIfAborted();
    zeroMs = guessZero(captures.ms, askedMs);
    known = { captures, guessMs: zeroMs, bounds: boundsOfStart(askedMs, begunMs) };
    // While the countdown runs: two seconds of the file tell where its clock begins.
    void waitFor(() => head.length >= 2 || isStopping, 4000)
      .then(() => known && zeroOf(known, new Blob([...head])))
      .then((ms) => ms !== null && !isStopping && setZero(ms));
  }

  try {
    await begin();
  } catch (error) {
    await end();
    // What cannot be taken away is offered in the list, as after a crash.
    await file.discard().catch((refusal: unknown) => console.warn(refusal));
    throw error;
  }

  return {
    file: file.id,
    secondsAt,
    async stop() {
      const stopMs = performance.now();
      const isEnding = recorder.state !== 'inactive';
      await end();
      if (bytes === 0) {
        await file.discard();
        return null;
      }
      const sealed = await file.finish({ name: title, type });
      const whole = known && isEnding ? await attachments.open(sealed.id) : null;
      if (known && whole) setZero(await zeroOf({ ...known, guessMs: zeroMs }, whole, stopMs));
      return sealed;
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
