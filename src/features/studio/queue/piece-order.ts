/** The pieces of a month in order, as lists of ids. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/**
 * Where a dragged row would go: before the first row whose middle is below the finger. `middles` are those of the other rows, top
 * to bottom.
 */
export function placeAt(middles: readonly number[], y: number): number {
  const at = middles.findIndex((middle) => y < middle);
  return at === -1 ? middles.length : at;
}
