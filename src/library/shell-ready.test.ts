// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import type { IssueState } from './library.ts';

const stored: IssueState = {
  state: 'stored',
  installedMs: 1,
  verifiedMs: 1,
  sizeBytes: 1,
  revisionWaiting: false,
};

async function tablet({ worker, shell }: { worker: boolean; shell: boolean }) {
  vi.resetModules();
  if (worker) vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({}) } });
  else vi.stubGlobal('navigator', {});
  vi.stubGlobal('caches', { match: () => Promise.resolve(shell ? new Response('') : undefined) });
  return import('./shell-ready.ts');
}
afterEach(() => vi.unstubAllGlobals());

it('a month is not called stored before the app itself opens without a network', async () => {
  const { opensOffline, watchShell, withShell } = await tablet({ worker: true, shell: true });
  const issues = new Map([['a', stored]]);
  expect(withShell(issues, opensOffline.value).get('a')).toMatchObject({ waitsForShell: true });
  await watchShell();
  expect(withShell(issues, opensOffline.value).get('a')).toEqual(stored);
});

it.each([
  ['a worker whose files are gone', { worker: true, shell: false }],
  ['a browser without workers', { worker: false, shell: false }],
])('%s opens nothing', async (_what, given) => {
  const { opensOffline, watchShell } = await tablet(given);
  await watchShell();
  expect(opensOffline.value).toBe(false);
});
