/** A `SentencePlayer` over any transport: carries out what `sentence-flow` decides and publishes where it stands. */
import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { SentenceId } from '../core/reading/model.ts';
import { cueIndex } from '../core/sync/cue-index.ts';
import type { Cue } from '../core/sync/track.ts';
import * as flows from './sentence-flow.ts';
import type { SentencePlayer, SentenceSpan } from './sentence-player.ts';
import type { CreateTransport, Frame, Transport } from './transport.ts';

export interface SentencePlayerOptions {
  /** On the clock of the transport. */
  readonly cues: readonly Cue[];
  /** Every sentence of the piece in reading order, rendered by the track or not. */
  readonly sentences: readonly SentenceId[];
  readonly speed?: number;
  readonly pauseAfterSentence?: boolean;
}

export interface EnginePlayer extends SentencePlayer {
  /** Media time of the frame on the screen, updated on every frame: for captions, not for time lines. */
  readonly frameSeconds: ReadonlySignal<number>;
  readonly sentences: readonly SentenceId[];
  /** Where an A–B span was begun and not yet ended. */
  readonly loopStart: ReadonlySignal<SentenceId | null>;
  /** A: the current sentence begins the span. */
  markLoopStart(): void;
  /** B: the current sentence ends it, and the span repeats. Without A, the sentence alone. */
  markLoopEnd(): void;
  /** False for a sentence the track does not render: going to it plays nothing. */
  covers(id: SentenceId): boolean;
  /** After a problem: asks for the media again and goes on where it was. */
  retry(): void;
}

const timeStepSeconds = 0.25;

export function createSentencePlayer<T extends Transport>(
  options: SentencePlayerOptions,
  createTransport: CreateTransport<T>,
): { readonly player: EnginePlayer; readonly transport: T } {
  const cues = cueIndex(options.cues);
  const current = signal<SentenceId | null>(null);
  const loop = signal<SentenceSpan | null>(null);
  const loopStart = signal<SentenceId | null>(null);
  const speed = signal(options.speed ?? 1);
  const pauseAfterSentence = signal(options.pauseAfterSentence ?? false);
  const frameSeconds = signal(0);
  const timeSeconds = signal(0);
  let flow: flows.Flow = { ...flows.startFlow, pauseAfterSentence: pauseAfterSentence.value };

  const transport = createTransport({ frame: onFrame, ended: () => carryOut(flows.onEnded(cues, flow)) });
  transport.setSpeed(speed.value);

  function setFlow(next: flows.Flow): void {
    flow = next;
    current.value = next.current;
    loop.value = next.loop;
    pauseAfterSentence.value = next.pauseAfterSentence;
  }

  function carryOut(move: flows.Move): void {
    batch(() => {
      setFlow(move.flow);
      // Stopping first: a seek that is still under way must not let another frame through.
      if (move.run === 'pause') transport.pause();
      if (move.seek !== undefined) {
        frameSeconds.value = move.seek;
        timeSeconds.value = move.seek;
        transport.seek(move.seek);
      }
      if (move.run === 'play') transport.play();
    });
  }

  function onFrame(frame: Frame): void {
    batch(() => {
      const playing = transport.playing.value;
      frameSeconds.value = frame.seconds;
      if (!playing || Math.abs(frame.seconds - timeSeconds.value) >= timeStepSeconds)
        timeSeconds.value = frame.seconds;
      const move = flows.onFrame(cues, flow, frame, playing);
      if (move.flow !== flow || move.seek !== undefined || move.run) carryOut(move);
    });
  }

  const step = (direction: 1 | -1): void => {
    const playing = transport.playing.value;
    const at = { seconds: frameSeconds.value, playing };
    const id = flows.neighbour(cues, options.sentences, flow, direction, at);
    // Someone who goes sentence by sentence stays in that way of going; someone who watches goes on watching.
    if (id !== null) carryOut(flows.playSentence(cues, flow, id, flow.only || !playing));
  };

  const inReadingOrder = (span: SentenceSpan | null): SentenceSpan | null =>
    span && options.sentences.indexOf(span.from) > options.sentences.indexOf(span.to)
      ? { from: span.to, to: span.from }
      : span;

  const player: EnginePlayer = {
    playing: transport.playing,
    durationSeconds: transport.durationSeconds,
    waiting: transport.waiting,
    problem: transport.problem,
    ended: transport.ended,
    current,
    timeSeconds,
    frameSeconds,
    loop,
    speed,
    pauseAfterSentence,
    sentences: options.sentences,
    loopStart,
    markLoopStart: () => (loopStart.value = flow.current),
    markLoopEnd() {
      if (flow.current === null) return;
      player.setLoop({ from: loopStart.value ?? flow.current, to: flow.current });
    },
    covers: (id) => cues.bySentence(id) !== null,
    play: () => carryOut(flows.play(cues, flow, transport.ended.value)),
    pause: () => transport.pause(),
    toggle: () => (transport.playing.value ? player.pause() : player.play()),
    playSentence: (id, how) => carryOut(flows.playSentence(cues, flow, id, how?.only ?? false)),
    again() {
      const id = flow.current ?? options.sentences.find((one) => player.covers(one));
      if (id) carryOut(flows.playSentence(cues, flow, id, flow.only || !transport.playing.value));
    },
    next: () => step(1),
    previous: () => step(-1),
    show: (id) => carryOut(flows.show(cues, flow, id)),
    seek: (seconds) => carryOut(flows.seek(cues, flow, seconds)),
    setLoop(span) {
      loopStart.value = null;
      setFlow(flows.setLoop(cues, flow, inReadingOrder(span)));
    },
    setSpeed(next) {
      speed.value = next;
      transport.setSpeed(next);
    },
    setPauseAfterSentence: (on) => setFlow(flows.setPauseAfterSentence(cues, flow, on)),
    retry: () => transport.retry(),
    dispose: () => transport.dispose(),
  };
  return { player, transport };
}
