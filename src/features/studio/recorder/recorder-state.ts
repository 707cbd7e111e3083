/**
 * Recording sentence by sentence, as a machine without camera or clock. Times are seconds on the recording's own clock. What was
 * finished is never taken back: a sentence tried again leaves its earlier take behind, and the last one counts.
 */
import type { AttachmentId } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';

export interface RecordedTake {
  readonly file: AttachmentId;
  readonly sentence: SentenceId;
  readonly start: number;
  readonly end: number;
}

export type RecorderPhase =
  /** Before recording, and after a recording broke off: nothing runs. */
  | 'ready'
  /** The recording runs, the countdown is shown, no sentence has begun. */
  | 'countdown'
  /** The sentence at `at` is being signed since `since`. */
  | 'signing'
  /** The recording runs and nobody signs; the sentence is begun again afterwards. */
  | 'paused'
  /** Every sentence has its take. */
  | 'complete';

export interface RecorderState {
  readonly phase: RecorderPhase;
  readonly order: readonly SentenceId[];
  /** Index in `order` of the sentence on the prompter. */
  readonly at: number;
  readonly file: AttachmentId | null;
  readonly since: number | null;
  readonly takes: readonly RecordedTake[];
  /** Where to go on after a single sentence was done again. */
  readonly back: number | null;
}

export type RecorderEvent =
  /** A file was opened and runs. */
  | { readonly type: 'started'; readonly file: AttachmentId }
  | { readonly type: 'counted'; readonly at: number }
  /** 下一句. */
  | { readonly type: 'next'; readonly at: number }
  /** 这一句重来. */
  | { readonly type: 'again'; readonly at: number }
  /** 重录 beside a sentence of the list. */
  | { readonly type: 'retake'; readonly sentence: SentenceId }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** The clock of a file was so much wrong: what was marked on it moves. */
  | { readonly type: 'moved'; readonly file: AttachmentId; readonly bySeconds: number }
  /** The file ended: by the person, because the camera went, because the disk is full. */
  | { readonly type: 'stopped' };

/** A second tap this soon is the same finger. */
const shortestTakeSeconds = 0.3;

export function startState(order: readonly SentenceId[], takes: readonly RecordedTake[] = []): RecorderState {
  const first = firstWithout(order, takes, 0);
  return {
    phase: first === null && order.length > 0 ? 'complete' : 'ready',
    order,
    at: first ?? 0,
    file: null,
    since: null,
    takes,
    back: null,
  };
}

export function stepRecorder(state: RecorderState, event: RecorderEvent): RecorderState {
  switch (event.type) {
    case 'started':
      return { ...state, phase: 'countdown', file: event.file, since: null };
    case 'counted':
      return state.phase === 'countdown' ? { ...state, phase: 'signing', since: event.at } : state;
    case 'next':
      return state.phase === 'signing' ? closeTake(state, event.at) : state;
    case 'again':
      return state.phase === 'signing' ? { ...state, since: event.at } : state;
    case 'retake':
      return retake(state, event.sentence);
    case 'pause':
      return isRunning(state) ? { ...state, phase: 'paused', since: null } : state;
    case 'resume':
      return state.phase === 'paused' && state.file !== null ? { ...state, phase: 'countdown' } : state;
    case 'moved':
      return moveMarks(state, event.file, event.bySeconds);
    case 'stopped':
      return {
        ...state,
        phase: state.phase === 'complete' ? 'complete' : 'ready',
        file: null,
        since: null,
      };
  }
}

function moveMarks(state: RecorderState, file: AttachmentId, by: number): RecorderState {
  const isOpen = state.file === file && state.since !== null;
  const isMarked = state.takes.some((take) => take.file === file);
  return {
    ...state,
    since: isOpen ? Math.max(0, (state.since ?? 0) + by) : state.since,
    takes: isMarked
      ? state.takes.map((take) => (take.file === file ? movedTake(take, by) : take))
      : state.takes,
  };
}

function movedTake(take: RecordedTake, by: number): RecordedTake {
  return { ...take, start: Math.max(0, take.start + by), end: Math.max(0, take.end + by) };
}

function closeTake(state: RecorderState, end: number): RecorderState {
  const { file, since, order, at } = state;
  const sentence = order[at];
  if (file === null || since === null || sentence === undefined) return state;
  if (end - since < shortestTakeSeconds) return state;
  const takes = [...state.takes, { file, sentence, start: since, end }];
  const next = state.back ?? firstWithout(order, takes, at + 1);
  // After one sentence done again, hands must find their way to another place of the text: counted in again.
  if (state.back !== null && next !== null)
    return { ...state, takes, at: next, back: null, phase: 'countdown', since: null };
  if (next === null) return { ...state, takes, phase: 'complete', since: null };
  const followsAtOnce = next === at + 1;
  return {
    ...state,
    takes,
    at: next,
    phase: followsAtOnce ? 'signing' : 'countdown',
    since: followsAtOnce ? end : null,
  };
}

function retake(state: RecorderState, sentence: SentenceId): RecorderState {
  const at = state.order.indexOf(sentence);
  if (at < 0) return state;
  const unfinished = state.phase === 'complete' ? null : state.at;
  const back = state.back ?? (unfinished === at ? null : unfinished);
  // A sentence still without a take is where recording goes on by itself.
  const goesOn = back !== null && !hasTake(state, back) ? back : null;
  if (state.file === null) return { ...state, phase: 'ready', at, back: goesOn, since: null };
  return { ...state, phase: 'countdown', at, back: goesOn, since: null };
}

function hasTake(state: RecorderState, at: number): boolean {
  return state.takes.some(({ sentence }) => sentence === state.order[at]);
}

export function isRunning({ phase }: RecorderState): boolean {
  return phase === 'countdown' || phase === 'signing';
}

/** Which one of `order` comes after the one at hand; null when that is the last there is to do. */
export function upcomingAt({ order, takes, at, back }: RecorderState): number | null {
  if (back !== null) return back;
  const next = firstWithout(order, takes, at + 1);
  return next === at ? null : next;
}

/** What pressing the button does, as `setup.*` in `studio-sign` says it: from the beginning, on, one sentence again, or that and then on. */
export function startOf(state: RecorderState): 'start' | 'startOn' | 'startOne' | 'startOneThen' {
  if (state.takes.length === 0) return 'start';
  if (!hasTake(state, state.at)) return 'startOn';
  return upcomingAt(state) === null ? 'startOne' : 'startOneThen';
}

/** The next sentence from here on without a take, then from the beginning; null when all have one. */
function firstWithout(
  order: readonly SentenceId[],
  takes: readonly RecordedTake[],
  from: number,
): number | null {
  const taken = new Set(takes.map(({ sentence }) => sentence));
  const rest = [...order.keys()].map((i) => (i + from) % order.length);
  return (
    rest.find((i) => {
      const sentence = order[i];
      return sentence !== undefined && !taken.has(sentence);
    }) ?? null
  );
}

/** Per sentence, what counts: its last take. */
export function lastTakes(takes: readonly RecordedTake[]): ReadonlyMap<SentenceId, RecordedTake> {
  return new Map(takes.map((take) => [take.sentence, take]));
}
