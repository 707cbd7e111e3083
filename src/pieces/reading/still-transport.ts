/** A transport with nothing to play: a text without a track is still gone through sentence by sentence. */
import { signal } from '@preact/signals';
import type { Transport } from '../../player/transport.ts';

export function createStillTransport(): Transport {
  return {
    playing: signal(false),
    durationSeconds: signal(0),
    waiting: signal(null),
    problem: signal(null),
    ended: signal(false),
    play() {},
    pause() {},
    seek() {},
    setSpeed() {},
    retry() {},
    dispose() {},
  };
}
