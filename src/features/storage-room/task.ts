/**
 * One long piece of work that shows how far it is, can be stopped, and ends in a report or a failure. It outlives the
 * page: who goes to read meanwhile finds it again.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Amount, OnProgress } from '../../library/library.ts';

export type TaskState<R> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly name: string; readonly amount: Amount | null }
  | { readonly state: 'done'; readonly report: R }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly error: unknown };

export interface Task<R> {
  readonly now: ReadonlySignal<TaskState<R>>;
  /** Does nothing while one runs. `name`: of what is worked on, for the sentence about it. */
  run(name: string, work: (onProgress: OnProgress, signal: AbortSignal) => Promise<R>): Promise<void>;
  stop(): void;
  reset(): void;
}

export function createTask<R>(): Task<R> {
  const now = signal<TaskState<R>>({ state: 'idle' });
  let stopper: AbortController | null = null;
  return {
    now,
    async run(name, work) {
      if (stopper !== null) return;
      const stop = (stopper = new AbortController());
      now.value = { state: 'running', name, amount: null };
      const onProgress: OnProgress = (amount) => {
        if (stopper === stop) now.value = { state: 'running', name, amount };
      };
      try {
        const report = await work(onProgress, stop.signal);
        now.value = { state: 'done', report };
      } catch (error) {
        now.value = stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', error };
      } finally {
        stopper = null;
      }
    },
    stop: () => stopper?.abort(),
    reset() {
      if (stopper === null) now.value = { state: 'idle' };
    },
  };
}
