import { describe, expect, it } from 'vitest';
import { checkIssue, hasErrors } from './checks.ts';
import type { IssueDraft } from './draft.ts';
import {
  card,
  draft,
  figure,
  film,
  id,
  piece,
  readers,
  sentence,
  signTrack,
  term,
  withPiece,
  withTrack,
  without,
} from './fixture.ts';

const strict = { allowPlaceholders: false };
const codes = (issue: IssueDraft, options = strict) =>
  checkIssue(issue, options).map(({ code, severity }) => `${severity} ${code}`);

describe('an issue', () => {
  it('that has everything passes without a word', () => {
    expect(codes(draft())).toEqual([]);
    expect(codes(film())).toEqual([]);
    expect(hasErrors(checkIssue(draft(), strict))).toBe(false);
  });

  it('read from a folder is not asked for what its reader and the hub have settled', () => {
    const { title: _title, summary: _summary, cover: _cover, ...issue } = draft();
    const { title: _name, performer: _role, media: _media, ...track } = signTrack();
    const { title: _heading, ...bare } = piece({ tracks: [track] });
    expect(codes({ ...issue, pieces: [bare], terms: [without(card, 'pinyin')] })).toEqual([]);
  });

  it('of the starter may show stand-ins, which need no one’s consent', () => {
    const standIn = withPiece({
      tracks: [without(signTrack({ placeholder: true, consent: false }), 'review')],
    });
    expect(codes(standIn, { allowPlaceholders: true })).toEqual([]);
  });

  it('is held to its own club’s table, whatever the club', () => {
    const bare = piece({
      tracks: [],
      blocks: [
        {
          type: 'paragraph',
          sentences: [{ id: id('s1'), words: [{ text: '老街', term: term('longtang') }] }],
        },
      ],
    });
    expect(codes(draft({ club: readers, pieces: [bare] }))).toEqual([
      'error pinyin-missing',
      'error audio-missing',
    ]);
  });

  it('names the file and the line, and the place in the draft', () => {
    const [finding] = checkIssue(draft({ terms: [] }), strict);
    expect(finding?.where).toEqual({
      file: '01.md',
      line: 7,
      piece: 'morning',
      sentence: 's2',
      term: 'longtang',
    });
  });

  it('is told of every picture without words by itself', () => {
    const two = withPiece({
      blocks: [...piece().blocks, figure({ alt: '' }), figure({ alt: '', picture: 'b.png' })],
    });
    const found = checkIssue(two, strict).filter(({ code }) => code === 'alt-missing');
    expect(found.map(({ where }) => [where.block, where.picture])).toEqual([
      [2, 'a.png'],
      [3, 'b.png'],
    ]);
  });

  it('with a track not recorded yet is told that, and not that its sentences have no times', () => {
    expect(codes(withTrack({ media: null, cues: [] }))).toEqual(['error track-media-missing']);
  });
});

describe('a hard passage', () => {
  const club = { ...readers, requires: { ...readers.requires, reading: [] } };
  const passage = (text: string, more: object = {}, tracks: readonly ReturnType<typeof signTrack>[] = []) =>
    draft({
      club,
      terms: [],
      pieces: [
        piece({ tracks, blocks: [{ type: 'paragraph', sentences: [sentence('s1', text)], ...more }] }),
      ],
    });
  const long = '一'.repeat(46);

  it('is one with a very long sentence, or with several characters few people meet', () => {
    expect(codes(passage(long))).toEqual(['warning text-hard']);
    expect(codes(passage('魑魅魍魉在老街'))).toEqual(['warning text-hard']);
    expect(codes(passage('老街上有一只鼬。'))).toEqual([]);
  });

  it('asks nothing more where a plain version or signing says it too', () => {
    expect(codes(passage(long, { plain: [sentence('p1', '短。')] }))).toEqual([]);
    const cues = [{ sentence: id('s1'), start: 0, end: 4 }];
    expect(codes(passage(long, {}, [signTrack({ cues })]))).toEqual([]);
  });

  it('is not a rare word that has a card', () => {
    const marked = { sentences: [sentence('s1', '魑魅魍魉', 'longtang')] };
    expect(codes({ ...passage('', marked), terms: [card] })).toEqual([]);
  });
});
