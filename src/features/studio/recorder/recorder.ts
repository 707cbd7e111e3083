/** The machine (recorder-state.ts) joined to a camera, a file and the draft: every tap is in the draft before the next one. */
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import {
  sentencesOfPiece,
  type Attachment,
  type AttachmentId,
  type DraftPiece,
  type DraftTrack,
} from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { takesOfMarks } from '../../../core/sync/takes.ts';
import { AttachmentError, type Desk } from '../shared/desk.ts';
import { askSync } from '../shared/hub/sync-state.ts';
import { beginRecording } from '../shared/recording-now.ts';
import {
  lastTakes,
  startState,
  stepRecorder,
  type RecordedTake,
  type RecorderEvent,
  type RecorderState,
} from './recorder-state.ts';
import { startRecording, type RecordingFault, type RunningRecording } from './running-recording.ts';
import { changeTrack, findTrack, sourceSegments, type RecordedKind } from './track-edit.ts';

/** Why nothing runs although somebody wanted it to; sentences and cures in `studio-sign` (`stopped.*`). */
export type StopReason = RecordingFault | 'hidden' | 'cannot-record';

export interface Recorder {
  readonly state: ReadonlySignal<RecorderState>;
  readonly stopped: ReadonlySignal<StopReason | null>;
  /** Sentences that are on disk, pictures and mark: whatever happens now, they are there afterwards. */
  readonly kept: ReadonlySignal<number>;
  /** Seconds the recording has run, for the clock on the screen. */
  secondsNow(): number;
  /** Resolves when it runs, or when it does not and `stopped` says why; nothing where one runs or begins already. */
  start(stream: MediaStream, video: HTMLVideoElement | null): Promise<void>;
  /** `ms`: the event's `timeStamp`, which is when the finger came down, not when we heard of it. */
  counted(ms: number): void;
  next(ms: number): void;
  again(ms: number): void;
  retake(sentence: SentenceId): void;
  pause(reason?: StopReason): void;
  resume(): void;
  /** Ends the file; takes and file are in the draft then. One that is only beginning is given up and leaves no file. */
  stop(): Promise<void>;
  /** Stops, and is of no use afterwards. */
  close(): Promise<void>;
  /** Seconds on the clock of the file that runs. */
  secondsAt(ms: number): number;
}

export function createRecorder(desk: Desk, trackId: string, kind: RecordedKind): Recorder {
  const order = sentencesOfPiece(desk.piece.peek()).map(({ id }) => id);
  const state = signal(startState(order, takesSoFar(desk, trackId)));
  const stopped = signal<StopReason | null>(null);
  const safeSeconds = signal(0);
  /** Until its last byte is on disk. */
  const openFile = signal<AttachmentId | null>(null);
  /** As they are in the draft on disk. */
  const savedTakes = signal(state.peek().takes);
  const forget = effect(() => {
    if (desk.saved.value.state === 'saved') savedTakes.value = state.value.takes;
  });
  let running: RunningRecording | null = null;
  /** Asked for, and not running yet: it can be given up. */
  let beginning: { readonly giveUp: AbortController; readonly done: Promise<void> } | null = null;
  let isClosed = false;
  /** Lets the files on their way to the hub go on. */
  let endQuiet: () => void = () => undefined;
  let stopping: Promise<void> | null = null;

  const step = (event: RecorderEvent): void => {
    const before = state.peek();
    const after = stepRecorder(before, event);
    // Together, so that nothing calls them saved before the draft knows of them.
    batch(() => {
      state.value = after;
      if (after.takes !== before.takes) journal(desk, trackId, after.takes);
    });
  };
  /** The film played beside it was laid over the same clock. */
  const moveClock = (file: AttachmentId, bySeconds: number, offsetBefore: number | undefined): void => {
    step({ type: 'moved', file, bySeconds });
    const offset = findTrack(desk.piece.peek(), trackId)?.filmOffset;
    if (offset === undefined || offset === offsetBefore) return;
    desk.change(
      'signing',
      (piece) => changeTrack(piece, trackId, (track) => ({ ...track, filmOffset: offset + bySeconds })),
      `takes ${trackId}`,
    );
  };
  const secondsAt = (ms: number): number => running?.secondsAt(ms) ?? 0;

  async function begin(
    stream: MediaStream,
    video: HTMLVideoElement | null,
    signal: AbortSignal,
  ): Promise<void> {
    stopped.value = null;
    safeSeconds.value = 0;
    const track = findTrack(desk.piece.peek(), trackId);
    if (!track) return;
    endQuiet = beginRecording(() => askSync({ ask: 'recording' }));
    try {
      running = await startRecording({
        stream,
        kind,
        attachments: desk.attachments,
        name: recordingName(desk.piece.peek(), track),
        title: track.title,
        video,
        signal,
        onWritten: (_bytes, seconds) => (safeSeconds.value = seconds),
        onClock: (file, bySeconds) => moveClock(file, bySeconds, track.filmOffset),
        onFault(fault) {
          stopped.value = fault;
          void stopOnce();
        },
      });
    } catch (error) {
      endQuiet();
      // Nobody wants it any more, or why it broke has been said.
      if (!signal.aborted) stopped.value = reasonOf(error, stream);
      return;
    }
    openFile.value = running.file;
    step({ type: 'started', file: running.file });
  }

  async function stop(): Promise<void> {
    // Nothing of it has been acknowledged yet: no sentence has begun.
    beginning?.giveUp.abort();
    await beginning?.done;
    const ending = running;
    if (!ending) return;
    running = null;
    step({ type: 'stopped' });
    try {
      const file = await ending.stop();
      if (file) keepRecording(desk, trackId, file);
      openFile.value = null;
    } finally {
      endQuiet();
    }
  }
  const stopOnce = (): Promise<void> => {
    stopping ??= stop().finally(() => (stopping = null));
    return stopping;
  };

  return {
    state: computed(() => state.value),
    stopped: computed(() => stopped.value),
    kept: computed(
      () =>
        [...lastTakes(savedTakes.value).values()].filter(
          ({ file, end }) => file !== openFile.value || end <= safeSeconds.value,
        ).length,
    ),
    secondsAt,
    secondsNow: () => secondsAt(performance.now()),
    async start(stream, video) {
      if (isClosed || beginning || running) return;
      const giveUp = new AbortController();
      const done = begin(stream, video, giveUp.signal).finally(() => (beginning = null));
      beginning = { giveUp, done };
      await done;
    },
    counted: (ms) => step({ type: 'counted', at: secondsAt(ms) }),
    next: (ms) => step({ type: 'next', at: secondsAt(ms) }),
    again: (ms) => step({ type: 'again', at: secondsAt(ms) }),
    retake: (sentence) => step({ type: 'retake', sentence }),
    pause(reason) {
      if (reason !== undefined) stopped.value = reason;
      step({ type: 'pause' });
    },
    resume() {
      stopped.value = null;
      step({ type: 'resume' });
    },
    stop: stopOnce,
    async close() {
      isClosed = true;
      await stopOnce();
      forget();
    },
  };
}

function reasonOf(error: unknown, stream: MediaStream): StopReason {
  if (error instanceof AttachmentError) return error.fault;
  // A recorder refuses a camera that has gone with the same words as one it cannot record.
  return stream.active ? 'cannot-record' : 'lost';
}

/** While it runs, and after a crash: which track of which piece it is of. */
export function recordingName(piece: Pick<DraftPiece, 'id'>, track: Pick<DraftTrack, 'id'>): string {
  return `${piece.id}/${track.id}`;
}

/** What a crash left, or, where the film was made already, its sentences as they lie in what it was made from. */
export function takesSoFar(desk: Desk, trackId: string): readonly RecordedTake[] {
  const track = findTrack(desk.piece.peek(), trackId);
  if (!track) return [];
  if (track.takes) return track.takes;
  const segments = sourceSegments(track);
  const ids = new Map(
    [track.original, track.media, ...(track.recordings ?? [])].flatMap((file) =>
      file ? [[String(file.id), file.id]] : [],
    ),
  );
  return takesOfMarks(track.marks, segments, track.media?.durationSeconds ?? 0).flatMap((take) => {
    const file = ids.get(take.file);
    return file === undefined ? [] : [{ ...take, file }];
  });
}

function journal(desk: Desk, trackId: string, takes: readonly RecordedTake[]): void {
  desk.change(
    'signing',
    (piece) =>
      changeTrack(piece, trackId, (track) => ({ ...track, takes: takes.map((take) => ({ ...take })) })),
    `takes ${trackId}`,
  );
}

export function keepRecording(desk: Desk, trackId: string, file: Attachment): void {
  desk.change(
    'signing',
    (piece) =>
      changeTrack(piece, trackId, (track) => ({
        ...track,
        recordings: [...(track.recordings ?? []).filter(({ id }) => id !== file.id), file],
      })),
    `takes ${trackId}`,
  );
}
