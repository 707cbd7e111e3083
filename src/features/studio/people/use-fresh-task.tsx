import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { FreshSheet } from './FreshSheet.tsx';
import { useTask, type Task } from './use-task.ts';

export interface FreshTask extends Task {
  /** To be rendered by the page: asks to sign in once more, and then does what was asked for. */
  readonly sheet: ComponentChildren;
}

/** A task the hub wants a fresh sign-in for: it is asked for once it is missed, and nothing has to be done twice. */
export function useFreshTask(): FreshTask {
  const task = useTask();
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null);
  const run = (work: () => Promise<void>): Promise<void> =>
    task.run(async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof HubProblem) || error.code !== 'not-fresh') throw error;
        setWaiting(() => work);
      }
    });
  const go = (): void => {
    setWaiting(null);
    if (waiting !== null) void run(waiting);
  };
  const sheet = waiting === null ? null : <FreshSheet onDone={go} onClose={() => setWaiting(null)} />;
  return { ...task, run, sheet };
}
