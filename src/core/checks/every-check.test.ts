import { describe, expect, it } from 'vitest';
import { checkIssue } from './checks.ts';
import type { IssueDraft } from './draft.ts';
import { checkCodes, explainFinding } from './explain.ts';
import { describeFinding } from './finding-text.ts';
import type { CheckCode } from './finding.ts';
import type { PreviewFindingCode } from './preview.ts';
import {
  caption,
  card,
  draft,
  figure,
  film,
  id,
  media,
  piece,
  readers,
  sentence,
  session,
  signTrack,
  term,
  withMedia,
  withPiece,
  withTrack,
  without,
} from './fixture.ts';

/** What fails for this code, with what severity, and its twin that differs in nothing else and is not told so. */
type Pair = readonly [severity: 'error' | 'warning', fails: IssueDraft, passes: IssueDraft];

const clean = draft();
const hardText = '一'.repeat(46);
const easyText = '一'.repeat(40);
const hard = (text: string, more = {}) =>
  draft({
    club: { ...readers, requires: { ...readers.requires, reading: [] } },
    terms: [],
    pieces: [
      piece({ tracks: [], blocks: [{ type: 'paragraph', sentences: [sentence('s1', text)], ...more }] }),
    ],
  });
const cue = (name: string, start: number, end: number) => ({ sentence: id(name), start, end });
const unsure = (chosen: string) =>
  withPiece({ unsure: [{ sentence: id('s2'), text: '长', chosen, candidates: ['zhǎng', 'cháng'] }] });
const bare = (pinyin?: string) =>
  piece({
    tracks: [signTrack({ id: 'audio', kind: 'audio', media: media({ type: 'audio/mp4' }) })],
    blocks: [
      {
        type: 'paragraph',
        sentences: [
          {
            id: id('s1'),
            words: [{ text: '老街', term: term('longtang'), ...(pinyin !== undefined && { pinyin }) }],
          },
          sentence('s2'),
        ],
      },
    ],
  });
const recited = (type: string) =>
  withPiece({ tracks: [signTrack(), signTrack({ id: 'audio', kind: 'audio', media: media({ type }) })] });
const withPictures = (...pictures: Parameters<typeof figure>[0][]) =>
  withPiece({ blocks: [...piece().blocks, ...pictures.map((more) => figure(more))] });
const filmOf = (cues: Parameters<typeof film>[1]) => film({}, cues);
const captions: Readonly<Record<Extract<CheckCode, `caption-${string}`>, Pair>> = {
  'caption-empty': ['warning', filmOf([caption(0, 3, ' ')]), filmOf([caption(0, 3, '一')])],
  'caption-lines': ['warning', filmOf([caption(0, 3, '一\n二\n三')]), filmOf([caption(0, 3, '一\n二')])],
  'caption-line-long': [
    'warning',
    filmOf([caption(0, 5, '一'.repeat(17))]),
    filmOf([caption(0, 5, '一'.repeat(16))]),
  ],
  'caption-too-fast': [
    'warning',
    filmOf([caption(0, 1, '一'.repeat(10))]),
    filmOf([caption(0, 2, '一'.repeat(10))]),
  ],
  'caption-fast': [
    'warning',
    filmOf([caption(0, 2, '一'.repeat(12))]),
    filmOf([caption(0, 3, '一'.repeat(12))]),
  ],
  'caption-short': ['warning', filmOf([caption(0, 0.5, '一')]), filmOf([caption(0, 0.9, '一')])],
  'caption-long': ['warning', filmOf([caption(0, 8)]), filmOf([caption(0, 7)])],
  'caption-gap': [
    'warning',
    filmOf([caption(0, 2), caption(2.04, 4)]),
    filmOf([caption(0, 2), caption(2.08, 4)]),
  ],
  'caption-overlap': [
    'warning',
    filmOf([caption(0, 2), caption(1, 4)]),
    filmOf([caption(0, 2), caption(3, 4)]),
  ],
  'caption-end-mark': ['warning', filmOf([caption(0, 2, '老街，')]), filmOf([caption(0, 2, '老街！')])],
  'caption-sound-brackets': [
    'warning',
    filmOf([caption(0, 2, '（敲门声）')]),
    filmOf([caption(0, 2, '［敲门声］')]),
  ],
  'caption-unknown-sentence': [
    'error',
    filmOf([{ ...caption(0, 2), sentence: id('s9') }]),
    filmOf([{ ...caption(0, 2), sentence: id('s1') }]),
  ],
};

const examined = (rule: string) =>
  withPiece({
    examination: { state: 'current', broken: [{ rule, help: 'In English', places: [{ text: '老街' }] }] },
  });
const unexamined = (state: 'none' | 'outdated' | 'current') =>
  withPiece({ examination: { state, broken: [] } });
const broken = (rule: string): Pair => [
  rule === 'image-redundant-alt' || rule === 'target-size' ? 'warning' : 'error',
  examined(rule),
  unexamined('current'),
];
const preview: Readonly<Record<PreviewFindingCode, Pair>> = {
  'preview-unexamined': ['error', unexamined('none'), unexamined('current')],
  'preview-outdated': ['error', unexamined('outdated'), unexamined('current')],
  'axe-image-alt': broken('image-alt'),
  'axe-svg-img-alt': broken('svg-img-alt'),
  'axe-image-redundant-alt': broken('image-redundant-alt'),
  'axe-empty-heading': broken('empty-heading'),
  'axe-heading-order': broken('heading-order'),
  'axe-page-has-heading-one': broken('page-has-heading-one'),
  'axe-valid-lang': broken('valid-lang'),
  'axe-link-name': broken('link-name'),
  'axe-list': broken('list'),
  'axe-duplicate-id-aria': broken('duplicate-id-aria'),
  'axe-video-caption': broken('video-caption'),
  'axe-other': broken('target-size'),
};

const pairs: Readonly<Record<CheckCode, Pair>> = {
  ...captions,
  ...preview,
  'issue-title-missing': ['error', draft({ title: ' ' }), clean],
  'issue-summary-missing': ['error', draft({ summary: '' }), clean],
  'cover-missing': ['error', draft({ cover: { hasDrawing: true, hasBitmap: false } }), clean],
  'cover-alt-missing': ['error', draft({ coverAlt: ' ' }), clean],
  'pieces-missing': ['error', draft({ pieces: [], terms: [] }), clean],
  'piece-lost': ['error', draft({ lostPieces: ['evening'] }), draft({ lostPieces: [] })],
  'file-lost': [
    'error',
    draft({ lostFiles: [{ file: '', name: '早上.mp4', piece: 'morning' }] }),
    draft({ lostFiles: [] }),
  ],
  'piece-id-twice': [
    'error',
    draft({ pieces: [piece(), piece({ file: '02.md' })] }),
    draft({ pieces: [piece(), piece({ id: 'evening' })] }),
  ],
  'piece-title-missing': ['error', withPiece({ title: '' }), clean],
  'piece-empty': ['error', draft({ terms: [], pieces: [piece({ blocks: [], tracks: [] })] }), clean],
  'piece-day-wrong': ['error', withPiece({ showFrom: '2026-11-31' }), withPiece({ showFrom: '2026-11-30' })],
  'piece-day-outside': [
    'warning',
    withPiece({ showFrom: '2026-12-01' }),
    withPiece({ showFrom: '2026-11-30' }),
  ],
  'source-missing': ['error', draft({ pieces: [without(piece(), 'source')] }), clean],
  'permission-missing': ['error', withPiece({ source: { author: '某人', permission: '' } }), clean],
  'sign-missing': ['error', withPiece({ tracks: [] }), clean],
  'captions-missing': ['error', film({ captions: [] }), film()],
  'transcript-missing': ['error', film({ blocks: [] }), film()],
  'audio-missing': [
    'error',
    draft({ club: readers, pieces: [{ ...bare('x'), tracks: [] }] }),
    draft({ club: readers, pieces: [bare('x')] }),
  ],
  'pinyin-missing': [
    'error',
    draft({ club: readers, pieces: [bare()] }),
    draft({ club: readers, pieces: [bare('x')] }),
  ],
  'picture-missing': ['error', withPictures({ picture: null }), withPictures({})],
  'alt-missing': ['error', withPictures({ alt: ' ' }), withPictures({})],
  'picture-text-unjudged': ['warning', withPictures({}), clean],
  'pictured-consent-unknown': [
    'warning',
    withPiece({ consent: false, blocks: [...piece().blocks, figure()] }),
    withPictures({}),
  ],
  'sentence-id-twice': [
    'error',
    withPiece({ blocks: [...piece().blocks, { type: 'paragraph', sentences: [sentence('s2')] }] }),
    clean,
  ],
  'heading-skipped': [
    'error',
    withPiece({
      blocks: [{ type: 'heading', level: 3, sentences: [sentence('s1')] }, ...piece().blocks.slice(1)],
    }),
    clean,
  ],
  'text-hard': ['warning', hard(hardText), hard(easyText)],
  'reading-missing': ['error', unsure(''), unsure('zhǎng')],
  'reading-unsettled': ['warning', unsure('zhǎng'), clean],
  'term-unknown': ['error', draft({ terms: [] }), clean],
  'term-id-twice': ['error', draft({ terms: [card, card] }), clean],
  'term-word-missing': ['error', draft({ terms: [{ ...card, word: '' }] }), clean],
  'term-pinyin-missing': ['error', draft({ terms: [{ ...card, pinyin: '' }] }), clean],
  'term-unexplained': ['error', draft({ terms: [{ ...card, explanation: ' ' }] }), clean],
  'term-unused': ['warning', draft({ terms: [card, { ...card, id: term('ladder') }] }), clean],
  'term-placeholder-outside-starter': ['error', draft({ terms: [{ ...card, hasPlaceholder: true }] }), clean],
  'film-track-missing': ['error', film({ tracks: [signTrack()] }), film()],
  'track-id-twice': ['error', withPiece({ tracks: [signTrack(), signTrack()] }), clean],
  'track-unnamed': ['error', withTrack({ title: '' }), clean],
  'performer-missing': ['error', withTrack({ performer: ' ' }), clean],
  'track-media-missing': ['error', withTrack({ media: null, cues: [] }), clean],
  'media-format': ['error', withMedia({ type: 'video/webm;codecs=vp9' }), clean],
  'media-unexamined': ['warning', withTrack({ media: without(media(), 'frameRate') }), clean],
  'audio-uncompressed': ['warning', recited('audio/wav'), recited('audio/mp4')],
  'sign-has-audio': ['error', withMedia({ hasAudio: true }), clean],
  'placeholder-outside-starter': ['error', withTrack({ placeholder: true }), clean],
  'review-missing': ['error', withPiece({ tracks: [without(signTrack(), 'review')] }), clean],
  'review-date': ['error', withTrack({ review: { by: '聋人读者', date: '十月' } }), clean],
  'signer-consent-missing': ['error', withTrack({ consent: false }), clean],
  'signing-space-missing': ['warning', withPiece({ tracks: [without(signTrack(), 'signingSpace')] }), clean],
  'track-without-cues': ['error', withTrack({ cues: [] }), clean],
  'sentences-uncovered': ['warning', withTrack({ cues: signTrack().cues.slice(0, 1) }), clean],
  'cue-unknown-sentence': ['error', withTrack({ cues: [...signTrack().cues, cue('s9', 8, 9)] }), clean],
  'cue-twice': ['error', withTrack({ cues: [...signTrack().cues, cue('s2', 8, 9)] }), clean],
  'cue-bad-time': ['error', withTrack({ cues: [cue('s1', 0, 4), cue('s2', 5, 5)] }), clean],
  'cue-not-rising': ['error', withTrack({ cues: [cue('s1', 4, 8), cue('s2', 0, 4)] }), clean],
  'cue-overlap': ['error', withTrack({ cues: [cue('s1', 0, 5), cue('s2', 4, 8)] }), clean],
  'cue-beyond-end': ['error', withTrack({ durationSeconds: 6 }), clean],
  'frame-rate-low': ['error', withMedia({ frameRate: 15 }), withMedia({ frameRate: 24.97 })],
  'frame-rate-high': ['warning', withMedia({ frameRate: 60 }), withMedia({ frameRate: 30 })],
  'picture-small': ['error', withMedia({ width: 854, height: 480 }), withMedia({ width: 720, height: 1280 })],
  'picture-large': ['error', withMedia({ width: 3840, height: 2160 }), clean],
  'picture-larger-than-needed': ['warning', withMedia({ width: 1920, height: 1080 }), clean],
  'key-frames-far': ['warning', withMedia({ keyFrameSeconds: 8 }), withMedia({ keyFrameSeconds: 1.04 })],
  'bit-rate-high': ['warning', withMedia({ megabitsPerSecond: 20 }), clean],
  'session-missing': ['warning', without(draft(), 'session'), clean],
  'session-date-missing': ['error', draft({ session: { ...session, date: '' } }), clean],
  'session-time-missing': ['error', draft({ session: { ...session, start: '' } }), clean],
  'session-place-missing': ['error', draft({ session: { ...session, place: ' ' } }), clean],
  'session-interpreter-missing': ['error', draft({ session: without(session, 'interpreter') }), clean],
  'session-times': ['error', draft({ session: { ...session, end: '13:00' } }), clean],
  'session-month': ['warning', draft({ session: { ...session, date: '2026-12-05' } }), clean],
};

const strict = { allowPlaceholders: false };
const cases = checkCodes.map((code): [string, Pair | undefined] => [
  code,
  Object.entries(pairs).find(([other]) => other === code)?.[1],
]);

describe('every check', () => {
  it.each(cases)('%s is said of what lacks it, and only of that', (code, pair) => {
    if (pair === undefined) throw new Error('no fixtures');
    const [severity, fails, passes] = pair;
    const said = checkIssue(fails, strict).filter((finding) => finding.code === code);
    expect(said.map((finding) => finding.severity)).toContain(severity);
    expect(checkIssue(passes, strict).map((finding) => finding.code)).not.toContain(code);
  });

  it.each(cases)('%s says in three languages what is wrong and the cure, and where', (code, pair) => {
    const finding = pair && checkIssue(pair[1], strict).find((found) => found.code === code);
    if (!finding) throw new Error('nothing was found');
    const explained = explainFinding(finding);
    const sentences = [explained?.what, explained?.cure, describeFinding(finding)].map((text) => text ?? {});
    for (const text of sentences) {
      expect(Object.keys(text)).toEqual(['zh-Hans', 'zh-Hant', 'en']);
      for (const said of Object.values(text)) expect(said).not.toMatch(/\{\w+\}|undefined/u);
    }
    const { file: _file, line: _line, ...place } = finding.where;
    expect(Object.keys(place).length).toBeGreaterThan(0);
  });
});
