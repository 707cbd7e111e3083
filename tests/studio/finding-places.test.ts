/** A finding's button goes to its very place, whatever it is about: what has the focus then is what cures it. */
import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftFinding } from '../../src/authoring/draft/check-draft.ts';
import {
  draftIssue,
  draftPiece,
  draftSentence,
  draftTrack,
  draftWord,
  sentenceId,
  signVideo,
  termId,
} from '../../src/authoring/draft/fixture.ts';
import type { DraftPiece } from '../../src/authoring/draft/model.ts';
import { club as silentWorld } from '../../src/core/shelf/fixture.ts';
import { findingHref } from '../../src/features/studio/shared/finding-href.ts';
import { expectClean, useBrowser } from '../support/browser.ts';
import { seedMonth, type SeededMonth } from '../support/draft-seed.ts';
import { SILENT } from '../support/places.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';

/** What is found, and what has the focus (or holds it) after its button. */
const PLACES = {
  'issue-title-missing': '[data-field="title"]',
  'issue-summary-missing': '[data-field="summary"]',
  'cover-missing': '[data-field="cover"]',
  'session-interpreter-missing': '[data-field="session.interpreter"]',
  'session-place-missing': '[data-field="session.place"]',
  'piece-day-outside': '[data-field="showFrom"]',
  'piece-title-missing': 'textarea[data-field="title"]',
  'source-missing': 'textarea[data-field="source"]',
  'permission-missing': 'textarea[data-field="permission"]',
  'pictured-consent-unknown': 'input[data-field="consent"]',
  'alt-missing': '[data-block]:nth-of-type(2)',
  'heading-skipped': '[data-block]:nth-of-type(1)',
  'reading-unsettled': '[data-row="s2"]',
  'term-unexplained': '[data-card="longtang"]',
  'term-unused': '[data-card="unused"]',
  'track-unnamed': '[data-track="sign-sh"] [data-field="title"]',
  'performer-missing': '[data-track="sign-csl"] [data-field="performer"]',
  'review-missing': '[data-track="sign-csl"] [data-field="review"]',
  'signer-consent-missing': '[data-track="sign-csl"] [data-field="consent"]',
  'signing-space-missing': '[data-track="sign-csl"]',
  'sentences-uncovered': 'button[data-sentence="s3"][aria-current="true"]',
  'caption-too-fast': '[data-cue="1"]',
  'media-format': '[data-track="film"]',
} as const;

async function faultyMonth(): Promise<SeededMonth> {
  const { files } = await studioMonth({ isWhole: true });
  const [video, picture] = [files[0]?.attachment, files[1]?.attachment];
  if (!video || !picture) throw new Error('no files');
  const {
    review: _review,
    signingSpace: _space,
    ...unwatched
  } = draftTrack({ media: video, consent: false });
  const reading: DraftPiece = draftPiece({
    title: '',
    showFrom: '2027-01-01',
    consent: false,
    source: { author: '', permission: '' },
    blocks: [
      { type: 'heading', level: 3, sentences: [draftSentence('s1')] },
      { type: 'figure', image: picture, alt: '', sentences: [] },
      {
        type: 'paragraph',
        sentences: [
          draftSentence('s2', [
            draftWord('弄堂', { term: termId('longtang') }),
            draftWord('长', { pinyin: 'cháng', candidates: ['cháng', 'zhǎng'] }),
          ]),
          draftSentence('s3', [draftWord('今天')]),
        ],
      },
    ],
    tracks: [
      { ...unwatched, performer: '', marks: unwatched.marks.filter(({ sentence }) => sentence !== 's3') },
      draftTrack({ id: 'sign-sh', title: '', media: null, marks: [] }),
    ],
  });
  const film: DraftPiece = draftPiece({
    id: 'film-1',
    kind: 'film',
    source: { author: '同页编写组', permission: '' },
    tracks: [
      draftTrack({
        id: 'film',
        kind: 'film',
        language: 'zh-Hans',
        media: { ...signVideo({ type: 'video/webm' }), id: video.id, bytes: video.bytes },
        marks: [],
      }),
    ],
    captions: [
      {
        language: 'zh-Hans',
        cues: [
          { start: 0, end: 2, text: '老街', sentence: sentenceId('s1') },
          { start: 3, end: 4, text: '一二三四五六七八九十一二' },
        ],
      },
    ],
  });
  const { session } = draftIssue();
  return {
    issue: draftIssue({
      title: '',
      summary: '',
      cover: { drawing: null, bitmap: null, alt: '' },
      session: session && { ...session, place: '', interpreter: '' },
      pieces: ['morning', 'film-1'],
      terms: [
        { id: termId('longtang'), word: '弄堂', pinyin: 'lòngtáng', explanation: '' },
        { id: termId('unused'), word: '没用', pinyin: 'méi yòng', explanation: '不用。' },
      ],
    }),
    pieces: [reading, film],
    files,
  };
}

describe('the button of a finding', () => {
  const club = useBrowser();

  it('brings into sight, and the focus to, what cures it: fields, texts, words, cards, signing, captions, cover, meeting', async () => {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const month = await faultyMonth();
    await seedMonth(page, month);
    const findings = checkDraft({ issue: month.issue, pieces: month.pieces, club: silentWorld });
    const missed: Record<string, unknown> = {};
    for (const [code, place] of Object.entries(PLACES)) {
      const finding = findings.find((found) => found.code === code);
      if (!finding) throw new Error(`${code} was not found`);
      await page.goto(club.url(findingHref(ISSUE, withPlaceOf(finding))));
      const isThere = page.waitForFunction(
        (selector) => {
          const { activeElement } = document;
          const found = activeElement?.closest(selector);
          if (!activeElement || !found) return false;
          const { top, bottom } = activeElement.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        },
        place,
        { timeout: 30_000 },
      );
      await isThere.catch(async () => {
        const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
        missed[code] = { href: page.url(), focused };
      });
    }
    expect(missed).toEqual({});
    expectClean(tablet);
  }, 240_000);
});

/** As the check page has it: the first place, where there are several. */
const withPlaceOf = (finding: DraftFinding) => ({ ...finding, where: finding.places?.[0] ?? finding.where });
