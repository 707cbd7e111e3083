/**
 * Reads the strip of a stand-in sign track from its pixels (geometry: README.md), so that a test can say which sentence
 * is on screen without trusting any clock.
 */

/** Of a frame 720 pixels wide; scale by the width shown. */
export const STRIP = {
  frameWidth: 720,
  cell: 24,
  sentenceCell: 2,
  parityCell: 10,
  frameCell: 12,
  bits: 8,
} as const;

interface StripReading {
  /** 1-based. */
  readonly sentence: number;
  /** Frame number modulo 256. */
  readonly frame: number;
}

/**
 * `lumaAt(x)` is the brightness 0…255 at `x` (0…720) in the middle of the strip's row of cells, 12 pixels below the top.
 * Null when there is no strip or its parity is wrong, as in a frame caught between two pictures.
 */
export function readStrip(lumaAt: (x: number) => number): StripReading | null {
  const bit = (cell: number): number => (lumaAt((cell + 0.5) * STRIP.cell) > 127 ? 1 : 0);
  const bitsFrom = (cell: number): number[] =>
    Array.from({ length: STRIP.bits }, (_, index) => bit(cell + index));
  const sentenceBits = bitsFrom(STRIP.sentenceCell);
  const ones = sentenceBits.reduce((sum, value) => sum + value, 0);
  if (bit(0) !== 1 || bit(1) !== 0 || ones % 2 !== bit(STRIP.parityCell)) return null;
  return { sentence: numberOf(sentenceBits), frame: numberOf(bitsFrom(STRIP.frameCell)) };
}

const numberOf = (bits: readonly number[]): number => bits.reduce((value, bit) => value * 2 + bit, 0);
