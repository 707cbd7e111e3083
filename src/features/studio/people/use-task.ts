import { useCallback, useRef, useState } from 'preact/hooks';

export interface Task {
  readonly isRunning: boolean;
  /** What the last run failed with, until the next begins. */
  readonly error: unknown;
  /** One at a time: a second press while it runs is no second run. */
  run(work: () => Promise<void>): Promise<void>;
  forget(): void;
}

/** Something that is asked of the hub by a button: it runs, is done, or failed with a reason to show. */
export function useTask(): Task {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const runningRef = useRef(false);
  const run = useCallback(async (work: () => Promise<void>): Promise<void> => {
    if (runningRef.current) return;
    runningRef.current = true;
    setRunning(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      runningRef.current = false;
      setRunning(false);
    }
  }, []);
  const forget = useCallback(() => setError(null), []);
  return { isRunning, error, run, forget };
}
