/**
 * What plays: one media element, or a film with its sign video. The sentence player steers it and is told which frame
 * is on the screen; it neither knows nor cares how many elements there are.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { PlayerProblem, Waiting } from './sentence-player.ts';

export interface Frame {
  /** Media time of the presented frame. */
  readonly seconds: number;
  /** How long it stands, in media time, as far as is known. */
  readonly lengthSeconds: number;
}

export interface TransportEvents {
  /** A frame has come onto the screen. Not called for frames left over from before a seek. */
  readonly frame: (frame: Frame) => void;
  /** The medium has run out. */
  readonly ended: () => void;
}

export interface Transport {
  /** What the person asked for; stays true while media are waited for. */
  readonly playing: ReadonlySignal<boolean>;
  readonly durationSeconds: ReadonlySignal<number>;
  readonly waiting: ReadonlySignal<Waiting>;
  readonly problem: ReadonlySignal<PlayerProblem>;
  readonly ended: ReadonlySignal<boolean>;
  play(): void;
  pause(): void;
  /** Kept until the medium can seek; of several the last holds. */
  seek(seconds: number): void;
  setSpeed(speed: number): void;
  /** Asks for the media again after a problem and goes on where it was. */
  retry(): void;
  dispose(): void;
}

export type CreateTransport<T extends Transport> = (events: TransportEvents) => T;
