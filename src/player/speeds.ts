/** The speeds offered, slow to fast, each with its word. */
export const SPEEDS = [
  { speed: 0.5, word: 'slowest' },
  { speed: 0.75, word: 'slow' },
  { speed: 1, word: 'normal' },
  { speed: 1.25, word: 'fast' },
  { speed: 1.5, word: 'fastest' },
] as const;

export type Speed = (typeof SPEEDS)[number]['speed'];

/** The offered speed nearest to any other. */
export function nearestSpeed(speed: number): (typeof SPEEDS)[number] {
  return SPEEDS.reduce((best, one) =>
    Math.abs(one.speed - speed) < Math.abs(best.speed - speed) ? one : best,
  );
}

/** One step slower (-1) or faster (1), staying within what is offered. */
export function steppedSpeed(speed: number, step: 1 | -1): Speed {
  const index = SPEEDS.indexOf(nearestSpeed(speed)) + step;
  return (SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, index))] ?? SPEEDS[2]).speed;
}
