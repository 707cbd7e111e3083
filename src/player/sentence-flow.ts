/**
 * Which sentence is current and when to stop, jump or go on: the decisions of a sentence player, without clock, page
 * or element. Each function takes the flow as it is and answers with the flow as it becomes and what the medium must do.
 */
import type { SentenceId } from '../core/reading/model.ts';
import type { CueIndex } from '../core/sync/cue-index.ts';
import type { Cue } from '../core/sync/track.ts';
import type { SentenceSpan } from './sentence-player.ts';
import type { Frame } from './transport.ts';

export interface Flow {
  readonly current: SentenceId | null;
  /** Last gone to: current from just before its start, since a seek lands on the frame that holds that time. */
  readonly target: Cue | null;
  /** Play up to the end of this one. */
  readonly stopAt: Cue | null;
  /** The stop was asked for this sentence alone, not by 逐句停. */
  readonly only: boolean;
  /** Stopped at the end of this one; what lies beyond is not current until play goes on. */
  readonly held: Cue | null;
  readonly loop: SentenceSpan | null;
  readonly pauseAfterSentence: boolean;
}

export interface Move {
  readonly flow: Flow;
  readonly seek?: number;
  readonly run?: 'play' | 'pause';
}

export const startFlow: Flow = {
  current: null,
  target: null,
  stopAt: null,
  only: false,
  held: null,
  loop: null,
  pauseAfterSentence: false,
};

/** A seek to a sentence may present a frame up to this long before its start. */
const leadSeconds = 0.12;
/** 上一句 later than this into a running sentence starts that sentence again. */
const restartAfterSeconds = 1.5;
/** The last frame of a span is the one that holds this time before its end. */
const lastFrameSeconds = 0.01;
/** Frame times are rounded to milliseconds or worse on their way through a container. */
const roundingSeconds = 0.002;

export function onFrame(cues: CueIndex, flow: Flow, frame: Frame, playing: boolean): Move {
  if (flow.held) return isBeyond(frame, flow.held) ? { flow, seek: lastFrameOf(flow.held) } : { flow };
  if (playing) {
    const end = flow.stopAt?.end ?? null;
    if (flow.stopAt && end !== null && reaches(frame, end)) return stop(flow, flow.stopAt, frame);
    const looped = loopSpan(cues, flow);
    if (looped && reaches(frame, looped.end)) return jump(flow, looped.cue);
  }
  const cue = cueOfFrame(cues, flow, frame);
  if (!cue) return { flow };
  if (cue.sentence === flow.current) return { flow };
  const stopAt = flow.pauseAfterSentence ? cue : flow.only ? flow.stopAt : null;
  return { flow: { ...flow, current: cue.sentence, stopAt } };
}

/** The medium ran out: the end of whatever was playing. */
export function onEnded(cues: CueIndex, flow: Flow): Move {
  const looped = loopSpan(cues, flow);
  if (flow.stopAt) return { flow: { ...flow, held: flow.stopAt, stopAt: null } };
  if (looped) return { ...jump(flow, looped.cue), run: 'play' };
  return { flow };
}

export function play(cues: CueIndex, flow: Flow, ended: boolean): Move {
  const looped = loopSpan(cues, flow);
  if (looped && flow.held && flow.held.end >= looped.end - lastFrameSeconds) {
    return { ...jump(flow, looped.cue), run: 'play' };
  }
  if (ended) return { flow: { ...afresh(flow), current: null }, seek: 0, run: 'play' };
  if (flow.held) return { flow: { ...flow, held: null, stopAt: null, only: false }, run: 'play' };
  return { flow, run: 'play' };
}

/** From a sentence on; with `only`, up to its end. A loop it lies in goes on, any other is over. */
export function playSentence(cues: CueIndex, flow: Flow, id: SentenceId, only: boolean): Move {
  const cue = cues.bySentence(id);
  // A sentence the track does not render is still gone to: nothing plays, the text shows it.
  if (!cue) return { flow: { ...afresh(flow), current: id, loop: null }, run: 'pause' };
  const loop = inLoop(cues, flow, cue) ? flow.loop : null;
  const alone = only && !loop;
  const stopAt = alone || flow.pauseAfterSentence ? cue : null;
  return {
    flow: { ...afresh(flow), current: id, target: cue, stopAt, only: alone, loop },
    seek: cue.start,
    run: 'play',
  };
}

export function show(cues: CueIndex, flow: Flow, id: SentenceId): Move {
  return { ...playSentence(cues, flow, id, false), run: 'pause' };
}

export function seek(cues: CueIndex, flow: Flow, seconds: number): Move {
  const cue = cues.cues[cues.indexAt(seconds)] ?? null;
  const loop = cue && inLoop(cues, flow, cue) ? flow.loop : null;
  const stopAt = flow.pauseAfterSentence && cue && seconds < cue.end ? cue : null;
  return { flow: { ...afresh(flow), current: cue?.sentence ?? null, stopAt, loop }, seek: seconds };
}

/** The sentence 下一句 (`step` 1) or 上一句 (-1) leads to; null where there is none. */
export function neighbour(
  cues: CueIndex,
  sentences: readonly SentenceId[],
  flow: Flow,
  step: 1 | -1,
  at: { readonly seconds: number; readonly playing: boolean },
): SentenceId | null {
  const covered = cues.cues.length > 0 ? sentences.filter((id) => cues.bySentence(id)) : sentences;
  const from = flow.current === null ? -1 : sentences.indexOf(flow.current);
  if (step === 1) return covered.find((id) => sentences.indexOf(id) > from) ?? null;
  const cue = flow.current === null ? null : cues.bySentence(flow.current);
  if (cue && at.playing && at.seconds - cue.start > restartAfterSeconds) return cue.sentence;
  return covered.findLast((id) => sentences.indexOf(id) < from) ?? flow.current;
}

export function setLoop(cues: CueIndex, flow: Flow, span: SentenceSpan | null): Flow {
  if (!span || !cues.spanOf(span.from, span.to)) return { ...flow, loop: null };
  // A loop is asked for to see it go on: a stop meant for one sentence does not outlive it.
  return flow.only ? { ...flow, loop: span, only: false, stopAt: null } : { ...flow, loop: span };
}

export function setPauseAfterSentence(cues: CueIndex, flow: Flow, on: boolean): Flow {
  if (flow.only) return { ...flow, pauseAfterSentence: on };
  const current = flow.current === null ? null : cues.bySentence(flow.current);
  return { ...flow, pauseAfterSentence: on, stopAt: on && !flow.held ? current : null };
}

function reaches(frame: Frame, end: number): boolean {
  return frame.seconds + frame.lengthSeconds > end - roundingSeconds;
}

function stop(flow: Flow, at: Cue, frame: Frame): Move {
  const held: Flow = { ...flow, current: at.sentence, held: at, stopAt: null, target: null };
  // Already past it (a dropped frame, a tab in the background): back to the last frame of the sentence.
  return isBeyond(frame, at)
    ? { flow: held, seek: lastFrameOf(at), run: 'pause' }
    : { flow: held, run: 'pause' };
}

function isBeyond(frame: Frame, cue: Cue): boolean {
  return frame.seconds >= cue.end - roundingSeconds;
}

function lastFrameOf(cue: Cue): number {
  return Math.max(cue.start, cue.end - lastFrameSeconds);
}

function jump(flow: Flow, to: Cue): Move {
  const stopAt = flow.pauseAfterSentence ? to : null;
  return {
    flow: { ...flow, held: null, only: false, current: to.sentence, target: to, stopAt },
    seek: to.start,
  };
}

function afresh(flow: Flow): Flow {
  return { ...flow, target: null, held: null, stopAt: null, only: false };
}

function cueOfFrame(cues: CueIndex, flow: Flow, frame: Frame): Cue | null {
  const { target } = flow;
  if (target && frame.seconds < target.start && frame.seconds >= target.start - leadSeconds) return target;
  return cues.at(frame.seconds);
}

function loopSpan(cues: CueIndex, flow: Flow): { readonly cue: Cue; readonly end: number } | null {
  const span = flow.loop && cues.spanOf(flow.loop.from, flow.loop.to);
  const cue = span && cues.cues.find((one) => one.start === span.start);
  return span && cue ? { cue, end: span.end } : null;
}

function inLoop(cues: CueIndex, flow: Flow, cue: Cue): boolean {
  const span = flow.loop && cues.spanOf(flow.loop.from, flow.loop.to);
  return span !== null && cue.start >= span.start && cue.end <= span.end;
}
