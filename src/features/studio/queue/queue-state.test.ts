import { describe, expect, it } from 'vitest';
import { draftIssue, draftPiece } from '../../../authoring/draft/fixture.ts';
import type { DraftIssue } from '../../../authoring/draft/model.ts';
import { progressOf } from '../../../authoring/draft/progress.ts';
import type { Club, IssueSummary } from '../../../core/shelf/issue.ts';
import { lastRelease, releasePlan } from '../shared/releases/fixture.ts';
import type { MonthRelease } from '../shared/releases/release-state.ts';
import { calendarWeeks, withDay } from './month-calendar.ts';
import { moved, placeAt } from './piece-order.ts';
import {
  daysUntil,
  monthAfter,
  queueRows,
  stateOf,
  type QueueParts,
  type QueueState,
} from './queue-state.ts';
import { emptySession, withSessionField } from './session-fields.ts';

const name = { 'zh-Hans': '班', 'zh-Hant': '班', en: 'Club' };
const club = (id: string): Club => ({
  id,
  name,
  description: name,
  motif: 'hands',
  requires: { reading: ['sign'], film: [], recitation: [], gallery: [] },
});
const CLUBS = [club('silent-world'), club('new-sisters')];

function draft(more: Partial<DraftIssue> = {}, pieces = [draftPiece()]) {
  const issue = draftIssue(more);
  const [of = club('silent-world')] = CLUBS;
  return { issue, pieces, updatedMs: 0, progress: progressOf({ issue, pieces, club: of }) };
}
const summary = (id: string): IssueSummary => ({
  id,
  club: id.slice(8),
  month: id.slice(0, 7),
  title: '出了',
  summary: '',
  cover: { href: '', sha256: '', size: 1, type: 'image/png' },
  pieceCount: 1,
  hasSign: true,
  hasCaptions: false,
  sizeBytes: 1,
});
const parts = (more: Partial<QueueParts> = {}): QueueParts => ({
  clubs: CLUBS,
  published: [],
  drafts: [],
  removed: [],
  unreadable: [],
  thisMonth: '2026-11',
  ...more,
});

describe('the state of a month', () => {
  it('is a draft until every step has been begun, then to be checked, then ready', () => {
    expect(stateOf(draft({ pieces: [] }), false)).toBe('draft');
    expect(stateOf(draft({}, [draftPiece({ blocks: [] })]), false)).toBe('draft');
    expect(stateOf(draft({ title: '' }), false)).toBe('checking');
    const ready = draft();
    expect(stateOf({ ...ready, progress: { ...ready.progress, open: [] } }, false)).toBe('ready');
  });

  it('is published only when the shelf says so', () => {
    const out = draft({ release: { state: 'exported', at: '2026-11-30T00:00:00Z' } });
    expect(stateOf(out, false)).toBe('exported');
    expect(stateOf(out, true)).toBe('published');
  });

  it('taken up again is a draft of the next revision; withdrawn stays withdrawn', () => {
    expect(stateOf(draft({ title: '' }), true)).toBe('checking');
    expect(stateOf(draft({ release: { state: 'withdrawn', at: '2026-11-30T00:00:00Z' } }), true)).toBe(
      'withdrawn',
    );
  });

  it('is not scheduled while anything is found', () => {
    const release = { state: 'scheduled' as const, at: '2026-12-01T00:00:00Z' };
    expect(stateOf(draft({ release, title: '' }), false)).toBe('checking');
    const good = draft({ release });
    expect(stateOf({ ...good, progress: { ...good.progress, open: [] } }, false)).toBe('scheduled');
  });
});

describe('a month the hub has a word on', () => {
  const [plan, last] = [releasePlan(), lastRelease()];
  const refused = { state: 'refused', findings: [], notices: [] } as const;
  const failing = { state: 'failing', attempts: 1, retryAt: plan.at, fault: 'busy' } as const;
  const running = { step: 'writing', done: 1, total: 2 } as const;

  it.each<readonly [string, MonthRelease, QueueState]>([
    ['planned', { is: 'planned', plan, isOlder: false }, 'scheduled'],
    ['being looked into', { is: 'checking', plan }, 'scheduled'],
    ['going out', { is: 'running', plan, running }, 'publishing'],
    ['refused', { is: 'refused', plan, now: refused }, 'stuck'],
    ['in trouble', { is: 'failing', plan, now: failing }, 'stuck'],
    ['out', { is: 'released', last, isOlder: false }, 'published'],
    ['out, with changes that are not', { is: 'released', last, isOlder: true }, 'checking'],
    ['taken back', { is: 'withdrawn', last: lastRelease({ kind: 'withdrawn' }) }, 'withdrawn'],
    ['unknown there', { is: 'none' }, 'checking'],
  ])('is as the hub says: %s', (_what, release, state) => {
    expect(stateOf(draft({ title: '' }), false, release)).toBe(state);
  });
});

describe('the months of the queue', () => {
  it('are this one and three more, each with a place for each club, and always an empty one at the end', () => {
    const rows = queueRows(parts());
    expect(rows.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(rows.flatMap(({ cells }) => cells.map(({ entry }) => entry.kind))).toEqual(Array(8).fill('none'));
    const far = queueRows(parts({ drafts: [draft({ id: '2027-05-silent-world', month: '2027-05' })] }));
    expect(far.at(-1)?.month).toBe('2027-06');
  });

  it('keep a draft of a month gone by, and leave what was published then to the bookshelf', () => {
    const rows = queueRows(
      parts({
        drafts: [draft({ id: '2026-09-silent-world', month: '2026-09' })],
        published: [summary('2026-10-new-sisters'), summary('2026-11-new-sisters')],
      }),
    );
    expect(rows.map(({ month }) => month)).toEqual(['2026-09', '2026-11', '2026-12', '2027-01', '2027-02']);
    expect(rows[1]?.cells[1]?.entry).toMatchObject({
      kind: 'published',
      summary: { id: '2026-11-new-sisters' },
    });
  });

  it('show what was taken off, and what cannot be read, rather than an empty place', () => {
    const rows = queueRows(parts({ removed: [draftIssue()], unreadable: ['2026-12-new-sisters'] }));
    expect(rows[1]?.cells.map(({ entry }) => entry.kind)).toEqual(['removed', 'unreadable']);
  });

  it('count on over the turn of a year', () => {
    expect(monthAfter('2026-11', 3)).toBe('2027-02');
    expect(daysUntil('2026-12', '2026-11-25')).toBe(6);
    expect(daysUntil('2026-11', '2026-11-25')).toBe(0);
  });
});

describe('the pieces of a month', () => {
  it('move by one place, to either end and no further', () => {
    expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
    expect(moved(['a'], 'a', -1)).toEqual(['a']);
  });

  it('land where the line shows', () => {
    expect([5, 15, 25].map((y) => placeAt([10, 20], y))).toEqual([0, 1, 2]);
    expect(placeAt([], 5)).toBe(0);
  });

  it('have their own day, and lose it without a trace', () => {
    const piece = withDay(draftPiece(), '2026-12-08');
    expect(piece.showFrom).toBe('2026-12-08');
    expect(withDay(piece, null)).not.toHaveProperty('showFrom');
  });
});

describe('a month as a calendar', () => {
  it.each(['2026-11', '2026-12', '2027-02', '2027-08'])(
    '%s has every day once, weeks from Monday',
    (month) => {
      const weeks = calendarWeeks(month);
      const days = weeks.flat().filter(({ isInMonth }) => isInMonth);
      const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
      expect(days).toHaveLength(count);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(new Date(`${weeks[0]?.[0]?.date}T00:00:00Z`).getUTCDay()).toBe(1);
    },
  );
});

describe('the meeting', () => {
  it('leaves out what is emptied, and keeps what must be there', () => {
    const session = withSessionField({ ...emptySession(), interpreter: '手语老师' }, 'interpreter', '');
    expect(session).not.toHaveProperty('interpreter');
    expect(withSessionField(session, 'place', '')).toMatchObject({ place: '', start: '14:00' });
  });
});
