import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Club } from '../../core/shelf/issue.ts';
import { draftIssue, draftPiece, draftTrack } from './fixture.ts';
import { DraftIssueSchema, DraftPieceSchema } from './model.ts';
import { copySkeleton, newIssue, newPiece, sameWeekday } from './new-draft.ts';

const name = { 'zh-Hans': '班', 'zh-Hant': '班', en: 'Club' };
const club: Club = {
  id: 'silent-world',
  name,
  description: name,
  motif: 'hands',
  requires: { reading: ['sign'], film: ['sign'], recitation: [], gallery: [] },
};

describe('what a month begins as', () => {
  it('is a draft that can be kept, and its pieces too', () => {
    const issue = newIssue('2026-12', 'silent-world');
    expect(v.parse(DraftIssueSchema, issue).id).toBe('2026-12-silent-world');
    expect(v.is(DraftPieceSchema, newPiece({ kind: 'film', club, taken: new Set() }))).toBe(true);
  });

  it('gives a piece an id no other piece of the month has or had', () => {
    const taken = new Set(['reading-1', 'reading-3']);
    expect(newPiece({ kind: 'reading', club, taken }).id).toBe('reading-2');
  });

  it('has a sign track waiting where the club asks for one', () => {
    expect(newPiece({ kind: 'reading', club, taken: new Set() }).tracks).toHaveLength(1);
    expect(newPiece({ kind: 'gallery', club, taken: new Set() }).tracks).toEqual([]);
  });
});

describe('last month’s plan for the next', () => {
  const month = {
    issue: draftIssue({ pieces: ['second', 'morning'], session: { ...session(), notes: '带一张老照片' } }),
    pieces: [draftPiece({ tracks: [draftTrack({ leadSeconds: 0.2 })] }), draftPiece({ id: 'second' })],
  };
  const copied = copySkeleton(month, '2027-01');

  it('has the same pieces in the same order and nothing of what they said', () => {
    expect(copied.issue).toMatchObject({
      id: '2027-01-silent-world',
      pieces: ['second', 'morning'],
      title: '',
    });
    expect(copied.pieces.map(({ id }) => id)).toEqual(['second', 'morning']);
    expect(
      copied.pieces.every(
        ({ blocks, captions, title }) => blocks.length + captions.length === 0 && title === '',
      ),
    ).toBe(true);
    expect(JSON.stringify(copied)).not.toContain('老街');
  });

  it('keeps who signs, and asks again for what holds for one video only', () => {
    const [, { tracks } = { tracks: [] }] = copied.pieces;
    expect(tracks[0]).toMatchObject({ performer: '手语老师', leadSeconds: 0.2, media: null, consent: false });
    expect(tracks[0]).not.toHaveProperty('review');
  });

  it('meets at the same place on the same weekday', () => {
    expect(copied.issue.session).toMatchObject({ date: '2027-01-23', place: '二楼' });
    expect(copied.issue.session).not.toHaveProperty('notes');
  });
});

describe('the same weekday of the next month', () => {
  it.each([
    ['2026-11-28', '2026-12', '2026-12-26'],
    ['2026-12-01', '2027-02', '2027-02-02'],
    // The fifth Sunday: the month after has four.
    ['2026-11-29', '2026-12', '2026-12-27'],
    ['2027-01-31', '2027-02', '2027-02-28'],
    ['', '2026-12', ''],
  ])('%s, in %s: %s', (date, month, expected) => expect(sameWeekday(date, month)).toBe(expected));
});

function session() {
  return {
    date: '2026-12-26',
    start: '14:00',
    end: '16:00',
    timeZone: 'Asia/Shanghai',
    place: '二楼',
    interpreter: '手语老师',
  };
}
