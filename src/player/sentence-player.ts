/**
 * Sentence by sentence through one track: what every kind of piece offers, whatever medium carries it. Implementations
 * drive one media element (or the film with its sign video) and know nothing of pages or storage.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { SentenceId } from '../core/reading/model.ts';

/** Said in words to the person while it lasts; a stall on either stream holds both. */
export type Waiting = null | 'loading' | 'sign' | 'film' | 'audio';
export type PlayerProblem = null | 'cannot-play' | 'missing';

/** Both ends inclusive. */
export interface SentenceSpan {
  readonly from: SentenceId;
  readonly to: SentenceId;
}

export interface SentencePlayer {
  readonly playing: ReadonlySignal<boolean>;
  /** The sentence of the presented frame; stays on the last one through gaps between cues. */
  readonly current: ReadonlySignal<SentenceId | null>;
  /** Seconds on the track's clock, updated a few times a second for a time line. */
  readonly timeSeconds: ReadonlySignal<number>;
  readonly durationSeconds: ReadonlySignal<number>;
  readonly waiting: ReadonlySignal<Waiting>;
  readonly problem: ReadonlySignal<PlayerProblem>;
  readonly ended: ReadonlySignal<boolean>;
  readonly loop: ReadonlySignal<SentenceSpan | null>;
  readonly speed: ReadonlySignal<number>;
  readonly pauseAfterSentence: ReadonlySignal<boolean>;

  play(): void;
  pause(): void;
  toggle(): void;
  /** Plays from a sentence; with `only`, stops at its end (tap on a sentence = its signed span). */
  playSentence(id: SentenceId, options?: { readonly only?: boolean }): void;
  again(): void;
  next(): void;
  previous(): void;
  /** Goes to the sentence's first frame without playing. */
  show(id: SentenceId): void;
  seek(seconds: number): void;
  setLoop(span: SentenceSpan | null): void;
  setSpeed(speed: number): void;
  setPauseAfterSentence(on: boolean): void;
  dispose(): void;
}
