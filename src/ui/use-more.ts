import { useState } from 'preact/hooks';

interface More<T> {
  readonly shown: readonly T[];
  /** How many are not shown. */
  readonly rest: number;
  readonly showAll: () => void;
}

/** The first few of a list that may be years long, and the rest on a tap. */
export function useMore<T>(all: readonly T[], few: number): More<T> {
  const [isWhole, setWhole] = useState(false);
  // One more row is no longer than the button that would hide it.
  const shown = isWhole || all.length <= few + 1 ? all : all.slice(0, few);
  return { shown, rest: all.length - shown.length, showAll: () => setWhole(true) };
}
