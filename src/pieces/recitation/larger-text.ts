const SIZES = ['standard', 'large', 'larger', 'giant'] as const;

/** A text to be read aloud with others is held further away: one step larger than the reader's own size. */
export function largerText(own = document.documentElement.dataset.text): (typeof SIZES)[number] {
  const index = SIZES.findIndex((size) => size === own);
  return SIZES[Math.min(Math.max(index, 0) + 1, SIZES.length - 1)] ?? 'large';
}
