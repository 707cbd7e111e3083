// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReleaseView } from '../../../core/release/release-view.ts';
import { loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import type { Account } from '../shared/hub/account.ts';
import { releasePlan } from '../shared/releases/fixture.ts';
import { PlanEnds } from './PlanEnds.tsx';

const ISSUE = '2026-12-silent-world';
const hub = vi.hoisted(() => ({ plan: null as unknown, account: {} as unknown }));
vi.mock('../shared/hub/account.ts', () => ({
  get account() {
    return signal(hub.account);
  },
}));
vi.mock('../shared/releases/use-releases.ts', () => ({
  useReleases: () => ({
    askedMs: 0,
    aheadMs: 0,
    drafts: {},
    releases: [
      { issue: ISSUE, club: 'silent-world', title: '河', plan: hub.plan, running: null, last: null },
    ],
  }),
}));

beforeAll(async () => {
  await setLanguage('zh-Hans');
  await loadNamespaces(['studio-release', 'ui', 'common']);
});
afterEach(cleanup);

function open(plan: ReleaseView['plan'], state: Account['state'] = 'somebody'): string {
  Object.assign(hub, { plan, account: { state } });
  return render(<PlanEnds issue={ISSUE} />).container.textContent;
}

describe('taking a planned month off the queue', () => {
  it('says beforehand that the plan ends, and that putting it back does not bring the plan back', () => {
    open(releasePlan());
    expect(
      screen.getByText(
        /12月1日.* 08:00（上海时间）的排期也会取消，到时候不会发布。放回来以后，要再排一次。/u,
      ),
    ).toBeTruthy();
    expect(screen.queryByText(/现在连不上服务器/u)).toBeNull();
  });

  it('says without a network that the hub learns of it later', () => {
    open(releasePlan(), 'offline');
    expect(screen.getByText(/要等这台机器连上网，服务器才知道拿掉了，才会取消排期。/u)).toBeTruthy();
  });

  it('says nothing where nothing is planned, or it is only being withdrawn', () => {
    expect(open(null)).toBe('');
    expect(open(releasePlan({ kind: 'withdraw' }))).toBe('');
  });
});
