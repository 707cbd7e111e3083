/** Keys inside a reading text: arrows go from sentence to sentence, whichever way the reader thinks of it. */
export type TextMove = 'next' | 'previous' | 'first' | 'last';

const moves: Readonly<Record<string, TextMove>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

export function textMove(key: string): TextMove | null {
  return moves[key] ?? null;
}

/** The index a move leads to among `total`; stays within. */
export function moved(from: number, move: TextMove, total: number): number {
  switch (move) {
    case 'first':
      return 0;
    case 'last':
      return total - 1;
    case 'next':
      return Math.min(from + 1, total - 1);
    case 'previous':
      return Math.max(from - 1, 0);
  }
}
