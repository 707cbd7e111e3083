import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSpace, spaceBetween, stepSpace, usualSpace, wholePicture } from './signing-space-edit.ts';
import { lightOf } from './use-frame-watch.ts';

describe('the signing space', () => {
  it('is drawn from any corner to any other', () => {
    expect(spaceBetween({ x: 0.8, y: 0.9 }, { x: 0.2, y: 0.1 })).toEqual({
      x: 0.2,
      y: 0.1,
      width: 0.6,
      height: 0.8,
    });
  });

  it('grows and moves by buttons, as far as the picture goes', () => {
    expect(stepSpace(usualSpace, 'left').x).toBeCloseTo(0.1);
    expect(stepSpace(wholePicture, 'right')).toEqual(wholePicture);
    expect(stepSpace({ x: 0, y: 0, width: 0.25, height: 0.25 }, 'narrow').width).toBe(0.25);
  });

  it('whatever is asked for lies in the picture', () => {
    const any = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(any, any, any, any, (x, y, width, height) => {
        const space = fitSpace({ x, y, width, height });
        expect(space.x).toBeGreaterThanOrEqual(0);
        expect(space.x + space.width).toBeLessThanOrEqual(1.001);
        expect(space.y + space.height).toBeLessThanOrEqual(1.001);
      }),
    );
  });
});

describe('the light', () => {
  const grey = (level: number) => new Uint8ClampedArray(64 * 36 * 4).fill(level);
  it('is judged by the frames themselves', () => {
    expect([10, 45, 120, 220, 255].map((level) => lightOf(grey(level)))).toEqual([
      'dark',
      'dark',
      'ok',
      'ok',
      'bright',
    ]);
  });
});
