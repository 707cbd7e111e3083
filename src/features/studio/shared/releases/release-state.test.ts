import { describe, expect, it } from 'vitest';
import type { ReleaseView } from '../../../../core/release/release-view.ts';
import { lastRelease as last, releasePlan as plan } from './fixture.ts';
import { isMoving, monthRelease } from './release-state.ts';

const now = Date.parse('2026-11-25T02:00:00.000Z');
const view = (more: Partial<ReleaseView> = {}): ReleaseView => ({
  issue: '2026-12-silent-world',
  club: 'silent-world',
  title: '一条苏州河',
  plan: null,
  running: null,
  last: null,
  ...more,
});
const due = '2026-11-25T01:00:00.000Z';
const running = { step: 'writing', done: 2, total: 9 } as const;

describe('the release of a month', () => {
  it.each([
    ['nothing', undefined, { is: 'none' }],
    ['nothing yet', view(), { is: 'none' }],
    ['being looked into', view({ plan: plan({ now: { state: 'unchecked' } }) }), { is: 'checking' }],
    ['planned', view({ plan: plan() }), { is: 'planned', isOlder: false }],
    ['planned and changed since', view({ plan: plan({ draft: 'b' }) }), { is: 'planned', isOlder: true }],
    ['going out', view({ plan: plan({ at: due }), running }), { is: 'running', running }],
    ['due this moment', view({ plan: plan({ at: due }) }), { is: 'running' }],
    [
      'refused',
      view({ plan: plan({ at: due, now: { state: 'refused', findings: [], notices: [] } }) }),
      { is: 'refused' },
    ],
    [
      'in trouble',
      view({ plan: plan({ at: due, now: { state: 'failing', attempts: 2, retryAt: due, fault: 'busy' } }) }),
      { is: 'failing' },
    ],
    ['out', view({ last: last() }), { is: 'released', isOlder: false }],
    [
      'out, with changes that are not',
      view({ last: last({ draft: 'b' }) }),
      { is: 'released', isOlder: true },
    ],
    ['out, and planned anew', view({ last: last(), plan: plan() }), { is: 'planned' }],
    ['taken back', view({ last: last({ kind: 'withdrawn' }) }), { is: 'withdrawn' }],
  ] as const)('is %s', (_what, of, expected) => {
    expect(monthRelease(of, 'a', now)).toMatchObject(expected);
  });

  it('says nothing of changes where the draft on the hub is not known', () => {
    expect(monthRelease(view({ last: last({ draft: 'b' }) }), null, now)).toMatchObject({ isOlder: false });
  });

  it('is looked at again soon while something moves', () => {
    expect(isMoving(monthRelease(view({ plan: plan({ at: due }), running }), null, now))).toBe(true);
    expect(isMoving(monthRelease(view({ plan: plan() }), null, now))).toBe(false);
  });
});
