/** Builders for tests of the checks: an issue of the silent-world club that has everything, to take one thing from. */
import * as v from 'valibot';
import { SentenceIdSchema, TermIdSchema, type Sentence } from '../reading/model.ts';
import { club } from '../shelf/fixture.ts';
import type { Session } from '../shelf/issue.ts';
import type {
  BlockDraft,
  CaptionsDraft,
  IssueDraft,
  MediaDraft,
  PieceDraft,
  TermDraft,
  TrackDraft,
} from './draft.ts';

export const id = (text: string) => v.parse(SentenceIdSchema, text);
export const term = (text: string) => v.parse(TermIdSchema, text);

export const sentence = (name: string, text = '老街', marked?: string): Sentence => ({
  id: id(name),
  words: [{ text, pinyin: 'x', ...(marked !== undefined && { term: term(marked) }) }],
});

export const media = (more: Partial<MediaDraft> = {}): MediaDraft => ({
  type: 'video/mp4',
  width: 1280,
  height: 720,
  frameRate: 25,
  hasAudio: false,
  keyFrameSeconds: 1,
  megabitsPerSecond: 2,
  ...more,
});

export const signTrack = (more: Partial<TrackDraft> = {}): TrackDraft => ({
  id: 'sign-csl',
  kind: 'sign',
  title: '国家通用手语',
  performer: '手语老师',
  placeholder: false,
  consent: true,
  review: { by: '聋人读者', date: '2026-10-20' },
  signingSpace: { x: 0, y: 0, width: 1, height: 1 },
  file: '01.md',
  media: media(),
  durationSeconds: 10,
  cues: [
    { sentence: id('s1'), start: 0, end: 4 },
    { sentence: id('s2'), start: 4, end: 8 },
  ],
  ...more,
});

export const figure = (more: Partial<Extract<BlockDraft, { type: 'figure' }>> = {}): BlockDraft => ({
  type: 'figure',
  alt: '一条小巷子',
  picture: 'a.png',
  sentences: [],
  ...more,
});

export const piece = (more: Partial<PieceDraft> = {}): PieceDraft => ({
  file: '01.md',
  id: 'morning',
  kind: 'reading',
  title: '早上的老街',
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

export const session: Session = {
  date: '2026-11-28',
  start: '14:00',
  end: '16:00',
  timeZone: 'Asia/Shanghai',
  place: '二楼',
  interpreter: '手语老师',
};

export const card: TermDraft = {
  file: 'terms.yaml',
  id: term('longtang'),
  word: '弄堂',
  pinyin: 'lòngtáng',
  explanation: '小巷子。',
  hasPlaceholder: false,
};

export const draft = (more: Partial<IssueDraft> = {}): IssueDraft => ({
  file: 'issue.json',
  id: '2026-11-silent-world',
  club,
  title: '老街',
  summary: '这个月读老街。',
  cover: { hasDrawing: true, hasBitmap: true },
  coverAlt: '一笔画',
  session,
  pieces: [piece()],
  terms: [card],
  ...more,
});

export const withPiece = (more: Partial<PieceDraft>) => draft({ pieces: [piece(more)] });
export const withTrack = (more: Partial<TrackDraft>) => withPiece({ tracks: [signTrack(more)] });
export const withMedia = (more: Partial<MediaDraft>) => withTrack({ media: media(more) });
/** A film signed beside it, with these captions. */
export const film = (more: Partial<PieceDraft> = {}, cues: CaptionsDraft['cues'] = [caption(0, 2)]) =>
  withPiece({
    kind: 'film',
    tracks: [signTrack(), signTrack({ id: 'film', kind: 'film', media: media({ hasAudio: true }) })],
    captions: [{ file: 'a.vtt', language: 'zh-Hans', cues }],
    ...more,
  });
export const caption = (start: number, end: number, text = '老街') => ({ start, end, text });
/** Members who read with pinyin and a voice, without signing. */
export const readers = {
  ...club,
  id: 'new-sisters',
  requires: { ...club.requires, reading: ['pinyin', 'audio'] as const },
};

export const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _left, ...rest } = value;
  return rest;
};
