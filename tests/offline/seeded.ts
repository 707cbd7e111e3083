/** Chance that can be repeated: a fault that was met once is met again with the seed it names. */
export const SEED = Number(process.env['SEED'] ?? 20_261_123);

/** So many of them, in their order. */
export function drawn<T>(all: readonly T[], count: number, random: () => number): readonly T[] {
  const left = all.map((_, index) => index);
  while (left.length > count) left.splice(Math.floor(random() * left.length), 1);
  return left.flatMap((index) => all[index] ?? []);
}

/** Numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
