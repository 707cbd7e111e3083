import { describe, expect, it } from 'vitest';
import { alignZero, boundsOfEnd, boundsOfStart, guessZero, within } from './recording-clock.ts';

/** A camera at 30 frames that is late by up to `late` ms, the same each run. */
function camera(count: number, late: number, fromMs = 5000): number[] {
  let value = 7;
  return Array.from({ length: count }, (_, i) => {
    value = (value * 16807) % 2147483647;
    return fromMs + i * 33.33 + ((value % 1000) / 1000) * late;
  });
}
const fileOf = (frames: readonly number[]) => frames.map((ms) => (ms - (frames[0] ?? 0)) / 1000);

const anywhere = { fromMs: -Infinity, toMs: Infinity };

describe('the zero of a recording', () => {
  it('is the first frame after the start, or where it was due when the page was too busy to be told', () => {
    const frames = camera(60, 0);
    expect(guessZero(frames, 5510)).toBeCloseTo(5533.3, 0);
    const busy = frames.filter((ms) => ms < 5450 || ms > 5750);
    expect(guessZero(busy, 5510)).toBeCloseTo(5533.3, 0);
  });

  it('is the frame that was on its way when recording began', () => {
    expect(guessZero(camera(60, 0), 5501)).toBeCloseTo(5500, 0);
  });

  it('is found by laying the file over the camera, although the page missed the first frames', () => {
    const frames = camera(120, 14);
    const recorded = frames.slice(20);
    // Told of some frames only, and of none for a quarter of a second after the start.
    const told = frames.filter((_, i) => (i < 18 || i > 27) && i % 3 !== 0);
    const zero = alignZero(told, fileOf(recorded), (recorded[0] ?? 0) + 240, anywhere);
    expect(zero).toBeCloseTo(recorded[0] ?? 0, 0);
  });

  it('is found by less than a millisecond of lateness, whatever the guess', () => {
    const frames = camera(120, 2);
    const recorded = frames.slice(20);
    expect(alignZero(frames, fileOf(recorded), (recorded[0] ?? 0) + 350, anywhere)).toBeCloseTo(
      recorded[0] ?? 0,
      0,
    );
  });

  it('is found by the one place where the camera waited', () => {
    const frames = camera(120, 0).map((ms, i) => (i > 23 ? ms + 265 : ms));
    const recorded = frames.slice(20);
    const told = frames.filter((_, i) => i < 18 || i > 22);
    expect(alignZero(told, fileOf(recorded), (recorded[0] ?? 0) + 270, anywhere)).toBeCloseTo(
      recorded[0] ?? 0,
      0,
    );
  });

  it('of a camera that is never late, is the place nearest to the guess', () => {
    const frames = camera(120, 0);
    const recorded = frames.slice(20);
    const zero = alignZero(frames, fileOf(recorded), (recorded[0] ?? 0) + 10, anywhere);
    expect(zero).toBeCloseTo(recorded[0] ?? 0, 0);
  });

  it('lies where start and end of the recording allow it, however sure the guess was', () => {
    const frames = camera(120, 0);
    const recorded = frames.slice(20);
    const [first = 0, last = 0] = [recorded[0], recorded.at(-1)];
    const bounds = within(
      boundsOfStart(first - 20, first + 330),
      boundsOfEnd(last + 30, (last - first) / 1000),
    );
    const zero = alignZero(frames, fileOf(recorded), first + 340, bounds);
    expect(Math.abs(zero - first)).toBeLessThan(70);
  });

  it('stays the guess where the file tells nothing', () => {
    expect(alignZero(camera(60, 10), [], 5100, anywhere)).toBe(5100);
    expect(alignZero([], fileOf(camera(60, 10)), 5100, anywhere)).toBe(5100);
  });
});
