import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema, TermIdSchema } from '../reading/model.ts';
import { club } from '../shelf/fixture.ts';
import { checkIssue, hasErrors } from './checks.ts';
import type { IssueDraft, PieceDraft, TrackDraft } from './draft.ts';
import { describeFinding } from './finding-text.ts';

const id = (text: string) => v.parse(SentenceIdSchema, text);
const term = (text: string) => v.parse(TermIdSchema, text);
const sentence = (name: string, text = '老街', marked?: string) => ({
  id: id(name),
  words: [{ text, pinyin: 'x', ...(marked !== undefined && { term: term(marked) }) }],
});

const signTrack = (more: Partial<TrackDraft> = {}): TrackDraft => ({
  id: 'sign-csl',
  kind: 'sign',
  placeholder: false,
  consent: true,
  review: { by: '聋人读者', date: '2026-10-20' },
  signingSpace: { x: 0, y: 0, width: 1, height: 1 },
  file: '01.md',
  durationSeconds: 10,
  cues: [
    { sentence: id('s1'), start: 0, end: 4 },
    { sentence: id('s2'), start: 4, end: 8 },
  ],
  ...more,
});

const piece = (more: Partial<PieceDraft> = {}): PieceDraft => ({
  file: '01.md',
  id: 'morning',
  kind: 'reading',
  blocks: [
    { type: 'heading', level: 2, sentences: [sentence('s1')] },
    { type: 'paragraph', sentences: [sentence('s2', '弄堂', 'longtang')] },
  ],
  tracks: [signTrack()],
  captions: [],
  unsure: [],
  source: { author: '编写组', permission: '为本刊所写' },
  consent: true,
  lineOf: (name) => (name === 's2' ? 7 : 5),
  ...more,
});

const session = {
  date: '2026-11-28',
  start: '14:00',
  end: '16:00',
  timeZone: 'Asia/Shanghai',
  place: '二楼',
  interpreter: '手语老师',
};
const card = {
  file: 'terms.yaml',
  id: term('longtang'),
  word: '弄堂',
  explanation: '小巷子。',
  hasPlaceholder: false,
};

const draft = (more: Partial<IssueDraft> = {}): IssueDraft => ({
  file: 'issue.json',
  id: '2026-11-silent-world',
  club,
  coverAlt: '一笔画',
  session,
  pieces: [piece()],
  terms: [card],
  ...more,
});

const strict = { allowPlaceholders: false };
const codes = (issue: IssueDraft, options = strict) =>
  checkIssue(issue, options).map(({ code, severity }) => `${severity} ${code}`);
const withPiece = (more: Partial<PieceDraft>) => draft({ pieces: [piece(more)] });
const withTrack = (more: Partial<TrackDraft>) => withPiece({ tracks: [signTrack(more)] });
const film = (more: Partial<PieceDraft> = {}) =>
  withPiece({
    kind: 'film',
    tracks: [signTrack(), signTrack({ id: 'film', kind: 'film' })],
    captions: [{ file: 'a.vtt', language: 'zh-Hans', cues: [{ start: 0, end: 2, text: '老街' }] }],
    ...more,
  });
const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _left, ...rest } = value;
  return rest;
};

describe('an issue', () => {
  it('that has everything passes without a word', () => {
    expect(codes(draft())).toEqual([]);
    expect(codes(film())).toEqual([]);
  });

  it.each<[string, IssueDraft, string]>([
    [
      'a reading without signing, where the club asks for it',
      withPiece({ tracks: [] }),
      'error sign-missing',
    ],
    ['a film without captions', film({ captions: [] }), 'error captions-missing'],
    ['a film without a film', film({ tracks: [signTrack()] }), 'error film-track-missing'],
    ['a film without words', film({ blocks: [] }), 'error transcript-missing'],
    [
      'a picture without words',
      withPiece({ blocks: [...piece().blocks, { type: 'figure', alt: ' ', sentences: [] }] }),
      'error alt-missing',
    ],
    ['a stand-in', withTrack({ placeholder: true }), 'error placeholder-outside-starter'],
    [
      'a signer nobody watched',
      withPiece({ tracks: [without(signTrack(), 'review')] }),
      'error review-missing',
    ],
    [
      'a signer watched on no day',
      withTrack({ review: { by: '聋人读者', date: '十月' } }),
      'error review-date',
    ],
    ['a signer who was not asked', withTrack({ consent: false }), 'error signer-consent-missing'],
    [
      'a signer without signing space',
      withPiece({ tracks: [without(signTrack(), 'signingSpace')] }),
      'warning signing-space-missing',
    ],
    [
      'a sentence nobody signs',
      withTrack({ cues: signTrack().cues.slice(0, 1) }),
      'warning sentences-uncovered',
    ],
    ['a track without times', withTrack({ cues: [] }), 'error track-without-cues'],
    ['a cue beyond the end', withTrack({ durationSeconds: 6 }), 'error cue-beyond-end'],
    [
      'a cue for a sentence that is not there',
      withTrack({ cues: [{ sentence: id('s9'), start: 0, end: 1 }] }),
      'error cue-unknown-sentence',
    ],
    ['a marked word without a card', draft({ terms: [] }), 'error term-unknown'],
    [
      'a card nothing leads to',
      withPiece({ blocks: [{ type: 'paragraph', sentences: [sentence('s1'), sentence('s2')] }] }),
      'warning term-unused',
    ],
    [
      'a card that explains nothing',
      draft({ terms: [{ ...card, explanation: ' ' }] }),
      'error term-unexplained',
    ],
    [
      'a stand-in on a card',
      draft({ terms: [{ ...card, hasPlaceholder: true }] }),
      'error term-placeholder-outside-starter',
    ],
    [
      'a heading without the one above it',
      withPiece({
        blocks: [{ type: 'heading', level: 3, sentences: [sentence('s1')] }, ...piece().blocks.slice(1)],
      }),
      'error heading-skipped',
    ],
    ['a text nobody wrote', draft({ pieces: [without(piece(), 'source')] }), 'error source-missing'],
    [
      'a text nobody allowed',
      withPiece({ source: { author: '某人', permission: '' } }),
      'error permission-missing',
    ],
    [
      'pictures of people who may not know',
      withPiece({ kind: 'gallery', consent: false }),
      'warning pictured-consent-unknown',
    ],
    [
      'two sentences of one name',
      withPiece({ blocks: [...piece().blocks, { type: 'paragraph', sentences: [sentence('s2')] }] }),
      'error sentence-id-twice',
    ],
    [
      'two pieces of one name',
      draft({ pieces: [piece(), piece({ file: '02.md' })] }),
      'error piece-id-twice',
    ],
    ['two tracks of one name', withPiece({ tracks: [signTrack(), signTrack()] }), 'error track-id-twice'],
    [
      'a session without interpreter',
      draft({ session: without(session, 'interpreter') }),
      'error session-interpreter-missing',
    ],
    [
      'a session that ends before it begins',
      draft({ session: { ...session, end: '13:00' } }),
      'error session-times',
    ],
    [
      'a session in another month',
      draft({ session: { ...session, date: '2026-12-05' } }),
      'warning session-month',
    ],
    ['no session', without(draft(), 'session'), 'warning session-missing'],
    [
      'words with several readings',
      withPiece({
        unsure: [{ sentence: id('s2'), text: '长', chosen: 'zhǎng', candidates: ['zhǎng', 'cháng'] }],
      }),
      'warning reading-unsettled',
    ],
  ])('with %s is told so', (_what, issue, finding) => {
    expect(codes(issue)).toContain(finding);
    expect(hasErrors(checkIssue(issue, strict))).toBe(finding.startsWith('error'));
  });

  it('of the starter may show stand-ins, which need no one’s consent', () => {
    const standIn = withPiece({
      tracks: [without(signTrack({ placeholder: true, consent: false }), 'review')],
    });
    expect(codes(standIn, { allowPlaceholders: true })).toEqual([]);
  });

  it('is held to its own club’s table, whatever the club', () => {
    const readers = { ...club, requires: { ...club.requires, reading: ['pinyin', 'audio'] as const } };
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

  it('names the file and the line', () => {
    const [finding] = checkIssue(draft({ terms: [] }), strict);
    expect(finding?.where).toEqual({ file: '01.md', line: 7 });
  });

  it('is told in three languages, with nothing left to fill in', () => {
    const issues = [
      withTrack({ placeholder: true, cues: [] }),
      film({ captions: [], blocks: [] }),
      draft({ terms: [] }),
    ];
    for (const finding of issues.flatMap((issue) => checkIssue(issue, strict))) {
      const text = describeFinding(finding);
      for (const sentence of Object.values(text ?? {})) expect(sentence).not.toMatch(/\{\w+\}/u);
      expect(Object.keys(text ?? {})).toEqual(['zh-Hans', 'zh-Hant', 'en']);
    }
  });
});
