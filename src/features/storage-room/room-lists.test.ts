import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../library/library.ts';
import { listRoom, type IssueName } from './room-lists.ts';

const stored: IssueState = {
  state: 'stored',
  installedMs: 0,
  verifiedMs: 0,
  sizeBytes: 10,
  revisionWaiting: false,
};
const queued: IssueState = { state: 'queued', doneBytes: 0, sizeBytes: 10 };
const failed: IssueState = { state: 'failed', fault: 'full', doneBytes: 4, sizeBytes: 10 };
const away: IssueState = { state: 'not-here', sizeBytes: 10 };
const damaged: IssueState = { state: 'damaged', missing: 1, sizeBytes: 10 };

const name = (month: string, isInUse = false): [string, IssueName] => [
  `${month}-a`,
  { id: `${month}-a`, title: month, month, club: null, isInUse },
];
const names = new Map([name('2026-11', true), name('2026-10'), name('2026-09'), name('2026-08')]);
const ids = (issues: readonly { readonly id: string }[]) => issues.map(({ id }) => id.slice(0, 7));

describe('the lists of the storage room', () => {
  it('put what is coming in the order it will be fetched, what is stuck after it', () => {
    const issues = new Map([
      ['2026-11-a', failed],
      ['2026-10-a', queued],
      ['2026-09-a', queued],
    ]);
    expect(ids(listRoom(issues, ['2026-09-a', '2026-10-a'], names).coming)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });

  it('show a damaged month among those that are here', () => {
    const { here } = listRoom(new Map([['2026-10-a', damaged]]), [], names);
    expect(ids(here)).toEqual(['2026-10']);
  });

  it('offer for removal the oldest first and never a month in use', () => {
    const issues = new Map(['2026-11', '2026-10', '2026-09', '2026-08'].map((id) => [`${id}-a`, stored]));
    expect(ids(listRoom(issues, [], names).spare)).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  it('still name a month the shelf no longer lists', () => {
    const { here } = listRoom(new Map([['2020-01-b', stored]]), [], names);
    expect(here[0]).toMatchObject({ month: '2020-01', isInUse: false });
  });

  it('keep what is not here apart, newest first', () => {
    const issues = new Map([
      ['2026-08-a', away],
      ['2026-09-a', away],
    ]);
    expect(ids(listRoom(issues, [], names).offered)).toEqual(['2026-09', '2026-08']);
  });
});
