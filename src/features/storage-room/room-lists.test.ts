import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../library/library.ts';
import { listRoom, monthInUse, type IssueName } from './room-lists.ts';

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

const MONTHS = ['2026-12', '2026-11', '2026-10', '2026-09', '2026-08'];
const NOW = monthInUse(MONTHS, '2026-11-25');
const name = (month: string): [string, IssueName] => [
  `${month}-a`,
  { id: `${month}-a`, title: month, month, club: null, isInUse: month === NOW, isEarlier: month < NOW },
];
const names = new Map(MONTHS.map(name));
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

  it('offer for removal the oldest first, never the month in use nor the next one', () => {
    const issues = new Map(MONTHS.map((id) => [`${id}-a`, stored]));
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

describe('the month in use', () => {
  it('is the newest that has begun, whatever is here for later', () => {
    expect(monthInUse(MONTHS, '2026-11-01')).toBe('2026-11');
    expect(monthInUse(MONTHS, '2026-12-01')).toBe('2026-12');
    expect(monthInUse(MONTHS, '2027-06-01')).toBe('2026-12');
  });

  it('is the newest on a tablet whose clock is years behind', () => {
    expect(monthInUse(MONTHS, '2019-01-01')).toBe('2026-12');
  });
});
