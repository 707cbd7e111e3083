import { describe, expect, it } from 'vitest';
import { withReason } from '../../core/checks/finding-key.ts';
import { club } from '../../core/shelf/fixture.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftMonth } from './draft-to-check.ts';
import {
  attachment,
  draftIssue,
  draftPiece,
  draftSentence,
  draftTrack,
  draftWord,
  examinedIssue,
  sentenceId,
  signVideo,
  termId,
} from './fixture.ts';
import { progressOf } from './progress.ts';

/** Examined as it is. */
function month(more: Partial<DraftMonth> = {}): DraftMonth {
  const { issue, pieces, ...rest } = { issue: draftIssue(), pieces: [draftPiece()], club, ...more };
  return { ...rest, pieces, issue: examinedIssue(issue, pieces) };
}
const withPiece = (more: Parameters<typeof draftPiece>[0]) => month({ pieces: [draftPiece(more)] });
const told = (draft: DraftMonth) =>
  checkDraft(draft).map(({ code, step, piece, where }) => ({ ...where, code, step, piece }));

describe('a month in the studio', () => {
  it('with everything in it may be released', () => {
    expect(checkDraft(month())).toEqual([]);
    expect(progressOf(month()).open).toEqual([]);
  });

  it('sends each finding to the step where it is cured', () => {
    const draft = month({
      issue: draftIssue({
        title: '',
        terms: draftIssue().terms.map((term) => ({ ...term, explanation: '' })),
      }),
      pieces: [
        draftPiece({
          title: '',
          showFrom: '2027-01-01',
          tracks: [draftTrack({ consent: false })],
          blocks: [
            ...draftPiece().blocks,
            { type: 'figure', image: attachment('d'), alt: '', sentences: [] },
            {
              type: 'paragraph',
              sentences: [
                draftSentence('s3', [draftWord('长', { pinyin: 'cháng', candidates: ['cháng', 'zhǎng'] })]),
              ],
            },
          ],
        }),
      ],
    });
    const steps = Object.fromEntries(told(draft).map(({ code, step, piece }) => [code, [step, piece]]));
    expect(steps).toEqual({
      'issue-title-missing': ['month', null],
      'piece-day-outside': ['month', 'morning'],
      'piece-title-missing': ['text', 'morning'],
      'alt-missing': ['text', 'morning'],
      'picture-text-unjudged': ['text', 'morning'],
      'reading-unsettled': ['words', 'morning'],
      'signer-consent-missing': ['sign', 'morning'],
      'sentences-uncovered': ['sign', 'morning'],
      'term-unexplained': ['words', 'morning'],
    });
  });

  it('judges a sign video by what was found in it when it was taken in', () => {
    const poor = signVideo({ frameRate: 15, width: 640, height: 480, hasAudio: true });
    expect(told(withPiece({ tracks: [draftTrack({ media: poor })] }))).toMatchObject([
      { code: 'sign-has-audio', track: 'sign-csl' },
      { code: 'picture-small' },
      { code: 'frame-rate-low' },
    ]);
  });

  it('names what the store has lost, and a piece that is gone', () => {
    expect(told(month({ lost: new Set([signVideo().id]) }))).toMatchObject([
      { code: 'file-lost', step: 'sign', piece: 'morning', track: 'sign-csl' },
    ]);
    expect(told(month({ pieces: [] })).map(({ code }) => code)).toContain('piece-lost');
  });

  it('takes the times of a film from its captions', () => {
    const film = draftTrack({ id: 'film', kind: 'film', marks: [], media: signVideo({ hasAudio: true }) });
    const captions = [
      {
        language: 'zh-Hans',
        cues: [
          { start: 0, end: 2, text: '老街', sentence: sentenceId('s1') },
          { start: 3, end: 5, text: '弄堂' },
        ],
      },
    ];
    expect(told(withPiece({ kind: 'film', tracks: [draftTrack(), film], captions }))).toEqual([]);
  });
});

describe('the checklist of a month', () => {
  it('counts sentences signed, names those that are not, and is done with what has a reason', () => {
    const draft = withPiece({ tracks: [draftTrack({ marks: [{ sentence: sentenceId('s1'), start: 0 }] })] });
    const { pieces, whole, open, findings } = progressOf(draft);
    expect(pieces.get('morning')?.sign).toEqual({
      state: 'partly',
      done: 1,
      total: 2,
      missing: [1],
      open: 1,
    });
    expect(whole.check).toMatchObject({ state: 'open', open: 1 });
    expect(open).toEqual(findings);
    const [uncovered] = findings;
    if (!uncovered) throw new Error('nothing was found');
    const reasons = withReason({}, uncovered, '出处，不打手语');
    const settled = progressOf({ ...draft, issue: { ...draft.issue, reasons } });
    expect(settled.open).toEqual([]);
    expect(settled.whole.sign.state).toBe('done');
  });

  it('says what was not begun and what is not needed', () => {
    const empty = withPiece({ blocks: [], tracks: [] });
    expect(progressOf(empty).pieces.get('morning')).toMatchObject({
      text: { state: 'not-begun' },
      sign: { state: 'not-begun' },
      captions: { state: 'not-needed' },
      check: { state: 'not-begun' },
    });
    const readers = { ...club, requires: { ...club.requires, reading: [] } };
    expect(progressOf({ ...empty, club: readers }).whole.sign.state).toBe('not-needed');
  });

  it('counts the sentences whose pinyin is settled', () => {
    const doubt = draftSentence('s2', [
      draftWord('长', { candidates: ['cháng', 'zhǎng'], term: termId('longtang') }),
    ]);
    const draft = withPiece({
      blocks: [...draftPiece().blocks.slice(0, 1), { type: 'paragraph', sentences: [doubt] }],
    });
    expect(progressOf(draft).whole.words).toMatchObject({ state: 'partly', done: 1, total: 2 });
  });
});
