/** Builders for tests of drafts: a month of the silent-world club with one signed piece that may be released. */
import * as v from 'valibot';
import { SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';
import { examinationFrom, fingerprintOf, withExamination } from './examination.ts';
import {
  AttachmentIdSchema,
  type Attachment,
  type DraftIssue,
  type DraftPiece,
  type DraftSentence,
  type DraftTrack,
  type DraftWord,
} from './model.ts';

export const sentenceId = (text: string) => v.parse(SentenceIdSchema, text);
export const termId = (text: string) => v.parse(TermIdSchema, text);

/** Its id is `digit` repeated. */
export const attachment = (digit: string, more: Partial<Attachment> = {}): Attachment => ({
  id: v.parse(AttachmentIdSchema, digit.repeat(64).slice(0, 64)),
  name: `${digit}.png`,
  type: 'image/png',
  bytes: 1000,
  ...more,
});

export const signVideo = (more: Partial<Attachment> = {}): Attachment =>
  attachment('a', {
    name: '手语.mp4',
    type: 'video/mp4',
    bytes: 1_000_000,
    width: 1280,
    height: 720,
    durationSeconds: 10,
    frameRate: 25,
    hasAudio: false,
    keyFrameSeconds: 1,
    ...more,
  });

export const draftWord = (text: string, more: Partial<DraftWord> = {}): DraftWord => ({
  text,
  pinyin: 'x',
  ...more,
});

export const draftSentence = (
  id: string,
  words: readonly DraftWord[] = [draftWord('老街')],
): DraftSentence => ({ id: sentenceId(id), words: [...words] });

export const draftTrack = (more: Partial<DraftTrack> = {}): DraftTrack => ({
  id: 'sign-csl',
  kind: 'sign',
  language: 'csl',
  title: '国家通用手语',
  performer: '手语老师',
  media: signVideo(),
  marks: [
    { sentence: sentenceId('s1'), start: 0 },
    { sentence: sentenceId('s2'), start: 4 },
  ],
  signingSpace: { x: 0, y: 0, width: 1, height: 1 },
  review: { by: '聋人读者', date: '2026-11-20' },
  consent: true,
  ...more,
});

export const draftPiece = (more: Partial<DraftPiece> = {}): DraftPiece => ({
  version: 1,
  id: 'morning',
  kind: 'reading',
  title: '早上的老街',
  language: 'zh-Hans',
  blocks: [
    { type: 'heading', level: 2, sentences: [draftSentence('s1')] },
    {
      type: 'paragraph',
      sentences: [draftSentence('s2', [draftWord('弄堂', { term: termId('longtang') })])],
    },
  ],
  questions: [],
  source: { author: '编写组', permission: '为本刊所写' },
  tracks: [draftTrack()],
  captions: [],
  consent: true,
  ...more,
});

export const draftIssue = (more: Partial<DraftIssue> = {}): DraftIssue => ({
  version: 1,
  id: '2026-12-silent-world',
  club: 'silent-world',
  month: '2026-12',
  title: '一条苏州河',
  summary: '这个月沿着河走。',
  cover: { drawing: attachment('b'), bitmap: attachment('c'), alt: '一条河' },
  session: {
    date: '2026-12-26',
    start: '14:00',
    end: '16:00',
    timeZone: 'Asia/Shanghai',
    place: '二楼',
    interpreter: '手语老师',
  },
  pieces: ['morning'],
  terms: [{ id: termId('longtang'), word: '弄堂', pinyin: 'lòngtáng', explanation: '小巷子。' }],
  reasons: {},
  release: { state: 'none' },
  ...more,
});

/** The month after its pieces were examined as they are, with nothing found. */
export const examinedIssue = (issue: DraftIssue, pieces: readonly DraftPiece[]): DraftIssue =>
  pieces.reduce(
    (month, piece) => withExamination(month, piece.id, examinationFrom(fingerprintOf(month, piece), [], 0)),
    issue,
  );
