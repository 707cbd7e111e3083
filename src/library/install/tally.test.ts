import { describe, expect, it, vi } from 'vitest';
import type { BlobRef } from '../../core/reading/model.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { createTally } from './tally.ts';

const MB = 1_000_000;
const film: BlobRef = { href: 'film', sha256: 'a', size: 3 * CHUNK_BYTES, type: 'video/mp4' };
const text: BlobRef = { href: 'text', sha256: 'b', size: 1000, type: 'text/vtt' };

function tallyOf(totalBytes: number) {
  let now = 0;
  const onChange = vi.fn<() => void>();
  const tally = createTally(totalBytes, () => now, onChange);
  /** So many bytes a second for so long, as pieces arrive. */
  function arrive(bytesPerSecond: number, seconds: number): void {
    for (let piece = 0; piece < seconds * 10; piece++) {
      now += 100;
      tally.received(bytesPerSecond / 10);
    }
  }
  return { tally, arrive, onChange, pass: (seconds: number) => void (now += seconds * 1000) };
}

describe('how far a month is', () => {
  it('is what is verified and here, of what its manifest names, not what arrived', () => {
    const { tally, arrive } = tallyOf(5);
    const record = { ...film, verifiedChunks: 1, sealedMs: null, verifiedMs: null };
    tally.plan([film, text], new Map([['a', record]]));
    expect([tally.doneBytes, tally.totalBytes]).toEqual([CHUNK_BYTES, 3 * CHUNK_BYTES + 1000]);
    arrive(CHUNK_BYTES, 2);
    expect(tally.doneBytes).toBe(CHUNK_BYTES);
    tally.verified('a', 2 * CHUNK_BYTES);
    tally.verified('b', 1000);
    expect(tally.doneBytes).toBe(2 * CHUNK_BYTES + 1000);
  });

  it('falls when the disk has lost some, and never passes the whole', () => {
    const { tally } = tallyOf(5);
    tally.plan([film], new Map());
    tally.verified('a', 2 * CHUNK_BYTES);
    tally.verified('a', CHUNK_BYTES);
    expect(tally.doneBytes).toBe(CHUNK_BYTES);
    tally.verified('of another month', 9 * CHUNK_BYTES);
    expect(tally.doneBytes).toBe(3 * CHUNK_BYTES);
  });

  it('is told each time it changes', () => {
    const { tally, onChange } = tallyOf(5);
    tally.verified('a', 1);
    tally.verified('a', 2);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});

describe('how fast it comes, and how long it will take', () => {
  it('is said once it says something: the rest at the speed of the last seconds', () => {
    const { tally, arrive } = tallyOf(20 * MB);
    arrive(MB, 1);
    expect(tally.remainingSeconds).toBeNull();
    arrive(MB, 4);
    tally.verified('a', 5 * MB);
    expect(tally.bytesPerSecond).toBeCloseTo(MB, -4);
    expect(tally.remainingSeconds).toBe(15);
  });

  it('follows a line that has become slower', () => {
    const { tally, arrive } = tallyOf(100 * MB);
    arrive(4 * MB, 5);
    arrive(MB, 25);
    expect(tally.bytesPerSecond).toBeGreaterThan(MB);
    expect(tally.bytesPerSecond).toBeLessThan(1.2 * MB);
  });

  it('does not count a wait as slowness', () => {
    const { tally, arrive, pass } = tallyOf(100 * MB);
    arrive(MB, 5);
    tally.rest();
    expect([tally.bytesPerSecond, tally.remainingSeconds]).toEqual([0, null]);
    pass(600);
    arrive(MB, 5);
    expect(tally.bytesPerSecond).toBeCloseTo(MB, -4);
  });
});
