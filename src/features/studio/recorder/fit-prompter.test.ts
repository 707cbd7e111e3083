import { describe, expect, it } from 'vitest';
import { firstFit, type Fit } from './fit-prompter.ts';

/** A sentence of so many rows, the next of so many, in a room so high. */
const fitsIn =
  (room: number, rows: number, next: number) =>
  ({ scale, upcoming }: Fit) =>
    rows * 60 * scale + { whole: next, row: 1, none: 0 }[upcoming] * 30 * scale <= room;

describe('the prompter', () => {
  it('is as large as wished where there is room', () => {
    expect(firstFit(0.5, fitsIn(400, 3, 2))).toEqual({ scale: 1, upcoming: 'whole' });
  });

  it('is made smaller before anything of the next sentence is left out', () => {
    const fit = firstFit(0.5, fitsIn(180, 3, 2));
    expect(fit.upcoming).toBe('whole');
    expect(fit.scale).toBeLessThan(0.8);
  });

  it('keeps the sentence to be signed whole, whatever becomes of the next', () => {
    expect(firstFit(0.5, fitsIn(120, 3, 4)).upcoming).toBe('row');
    expect(firstFit(0.5, fitsIn(95, 3, 4)).upcoming).toBe('none');
    expect(firstFit(0.5, () => false)).toEqual({ scale: 0.5, upcoming: 'none' });
  });
});
