import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Loads again whenever `load` is another function (keep it in `useCallback`) and gives the three states every page
 * shows. An answer that comes after that, or after the page is gone, is dropped. A retry keeps the failure in sight
 * until there is a new answer, so the page does not jump.
 */
export function useLoad<T>(load: () => Promise<T>): {
  readonly result: Loaded<T>;
  readonly retry: () => void;
} {
  const [result, setResult] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // Before the waiting page is painted, not after: an answer that is already there then takes its place at once.
  useLayoutEffect(() => {
    let isCurrent = true;
    setResult((before) => (attempt > 0 && before.state === 'failed' ? before : { state: 'loading' }));
    load().then(
      (value) => isCurrent && setResult({ state: 'ready', value }),
      (error: unknown) => isCurrent && setResult({ state: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { result, retry };
}
