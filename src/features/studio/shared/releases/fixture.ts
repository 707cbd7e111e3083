/** Builders for tests: a month planned for December's first day, and one that is out. */
import type { LastRelease, ReleasePlan } from '../../../../core/release/release-view.ts';

export const releasePlan = (more: Partial<ReleasePlan> = {}): ReleasePlan => ({
  id: 'p',
  kind: 'release',
  at: '2026-12-01T00:00:00.000Z',
  by: '社区工作者',
  madeAt: '2026-11-25T00:00:00.000Z',
  draft: 'a',
  reason: '',
  now: { state: 'waiting' },
  ...more,
});

export const lastRelease = (more: Partial<LastRelease> = {}): LastRelease => ({
  kind: 'released',
  at: '2026-11-20T00:00:00.000Z',
  by: '社区工作者',
  draft: 'a',
  reason: '',
  ...more,
});
