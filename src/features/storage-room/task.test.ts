import { describe, expect, it } from 'vitest';
import { createTask } from './task.ts';

const amount = { doneBytes: 1, totalBytes: 2 };

describe('a long piece of work', () => {
  it('shows how far it is and ends in its report', async () => {
    const task = createTask<string>();
    const seen: unknown[] = [];
    task.now.subscribe((now) => void seen.push(now));
    await task.run('a', async (onProgress) => {
      onProgress(amount);
      return 'report';
    });
    expect(seen).toEqual([
      { state: 'idle' },
      { state: 'running', name: 'a', amount: null },
      { state: 'running', name: 'a', amount },
      { state: 'done', report: 'report' },
    ]);
  });

  it('that is stopped ends as stopped, not as a failure', async () => {
    const task = createTask<string>();
    const running = task.run(
      'a',
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    task.stop();
    await running;
    expect(task.now.value).toEqual({ state: 'stopped' });
  });

  it('keeps what went wrong', async () => {
    const task = createTask<string>();
    const error = new Error('full');
    await task.run('a', () => Promise.reject(error));
    expect(task.now.value).toEqual({ state: 'failed', error });
  });

  it('is done one at a time', async () => {
    const task = createTask<string>();
    let finish: (report: string) => void = () => {};
    const promise = new Promise<string>((resolve) => (finish = resolve));
    const first = task.run('first', () => promise);
    await task.run('second', () => Promise.resolve('second'));
    expect(task.now.value).toMatchObject({ state: 'running', name: 'first' });
    finish('first');
    await first;
    expect(task.now.value).toEqual({ state: 'done', report: 'first' });
  });
});
