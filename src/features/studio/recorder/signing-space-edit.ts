/** The rectangle round the signing space, moved by steps or by a finger; always inside the picture, never too small to sign in. */
import type { SigningSpace } from '../../../core/sync/track.ts';

export const wholePicture: SigningSpace = { x: 0, y: 0, width: 1, height: 1 };
/** Head, elbows and some air, for someone who sits in the middle. */
export const usualSpace: SigningSpace = { x: 0.15, y: 0.02, width: 0.7, height: 0.98 };

export type SpaceStep = 'widen' | 'narrow' | 'taller' | 'shorter' | 'left' | 'right' | 'up' | 'down';
const step = 0.05;
const smallest = 0.25;

export function stepSpace(space: SigningSpace, by: SpaceStep): SigningSpace {
  const { x, y, width, height } = space;
  switch (by) {
    case 'widen':
      return fitSpace({ x: x - step / 2, y, width: width + step, height });
    case 'narrow':
      return fitSpace({ x: x + step / 2, y, width: width - step, height });
    case 'taller':
      return fitSpace({ x, y: y - step / 2, width, height: height + step });
    case 'shorter':
      return fitSpace({ x, y: y + step / 2, width, height: height - step });
    case 'left':
      return fitSpace({ ...space, x: x - step });
    case 'right':
      return fitSpace({ ...space, x: x + step });
    case 'up':
      return fitSpace({ ...space, y: y - step });
    case 'down':
      return fitSpace({ ...space, y: y + step });
  }
}

/** From one corner to the other, in any direction, in fractions of the picture. */
export function spaceBetween(a: { x: number; y: number }, b: { x: number; y: number }): SigningSpace {
  return fitSpace({
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  });
}

export function fitSpace({ x, y, width, height }: SigningSpace): SigningSpace {
  const w = Math.min(1, Math.max(smallest, width));
  const h = Math.min(1, Math.max(smallest, height));
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    x: round(Math.min(1 - w, Math.max(0, x))),
    y: round(Math.min(1 - h, Math.max(0, y))),
    width: round(w),
    height: round(h),
  };
}
