/** Builders for tests: a small piece with everything a reading can have. */
import * as v from 'valibot';
import { ReadingSchema, SentenceIdSchema } from '../../core/reading/model.ts';
import type { BlobRef, Reading, SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Track } from '../../core/sync/track.ts';
import type { PieceProps, PieceSettings } from '../piece-props.ts';

export const sentenceId = (id: string): SentenceId => v.parse(SentenceIdSchema, id);

export const blob = (name: string, type: string): BlobRef => {
  const sha256 = name.padEnd(64, '0');
  return { href: `blobs/sha256/${sha256.slice(0, 2)}/${sha256}.bin`, sha256, size: 1, type };
};

const picture = { ...blob('a1', 'image/png'), width: 800, height: 600 };

/** Words parted by `|`; pinyin after `/`, a term after `#`, emphasis by a leading `*`. */
export function sentence(id: string, text: string): { id: string; words: object[] } {
  const words = text.split('|').map((source) => {
    const [spoken = '', term] = source.split('#');
    const [word = '', pinyin] = spoken.replace(/^\*/u, '').split('/');
    return {
      text: word,
      ...(pinyin !== undefined && { pinyin }),
      ...(term !== undefined && { term }),
      ...(source.startsWith('*') && { emphasis: true }),
    };
  });
  return { id, words };
}

export const reading = (more: object = {}): Reading =>
  v.parse(ReadingSchema, {
    version: 1,
    kind: 'reading',
    title: '老街的早晨',
    language: 'zh-Hans',
    blocks: [
      {
        type: 'paragraph',
        sentences: [
          sentence('s1', '我/wǒ|是/shì|在/zài|虹镇/Hóngzhèn|老街/lǎojiē|长大/zhǎngdà|的/de|。'),
          sentence('s2', '那里/nàlǐ|的/de|弄堂/lòngtáng#longtang|很/hěn|*窄/zhǎi|。'),
        ],
      },
      {
        type: 'paragraph',
        sentences: [
          sentence('s3', '家里/jiālǐ|没有/méiyǒu|自来水/zìláishuǐ|。'),
          sentence('s4', '要/yào|排队/páiduì|。'),
        ],
        plain: [sentence('p1', '家里/jiālǐ|没有/méiyǒu|水/shuǐ|。')],
      },
      {
        type: 'figure',
        image: picture,
        alt: '一条窄窄的弄堂',
        sentences: [sentence('s5', '这/zhè|是/shì|弄堂/lòngtáng#longtang|。')],
      },
    ],
    terms: [
      {
        id: 'longtang',
        word: '弄堂',
        pinyin: 'lòngtáng',
        explanation: '上海老房子中间的小路。',
        example: '我家在弄堂里。',
        picture: { image: picture, alt: '两排房子中间的小路' },
        sign: { media: blob('b2', 'video/mp4'), placeholder: true },
      },
    ],
    questions: ['您小时候住在哪里？'],
    ...more,
  });

export const track = (id: string, kind: Track['kind'], title: string): Track => ({
  id,
  kind,
  language: kind === 'sign' ? 'csl' : 'zh-Hans',
  title,
  performer: kind === 'sign' ? '手语老师' : '合成声音',
  placeholder: false,
  media: blob('c3', kind === 'sign' ? 'video/mp4' : 'audio/mp4'),
  cues: ['s1', 's2', 's3', 's4', 's5'].map((name, index) => ({
    sentence: sentenceId(name),
    start: index * 2,
    end: index * 2 + 1.8,
  })),
});

export const piece = (more: Partial<Piece> = {}): Piece => ({
  id: 'old-street',
  issue: '2026-11-silent-world',
  kind: 'reading',
  title: '老街的早晨',
  sentenceCount: 5,
  characterCount: 40,
  hasSign: true,
  placeholderSign: false,
  hasAudio: false,
  hasCaptions: false,
  hasPinyin: true,
  hasPlain: true,
  reading: reading(),
  tracks: [track('sign-csl', 'sign', '国家通用手语')],
  captions: [],
  ...more,
});

export const settings = (more: Partial<PieceSettings> = {}): PieceSettings => ({
  pinyin: 'tap',
  wordSpacing: false,
  lineFocus: false,
  solo: false,
  highlight: true,
  plain: false,
  captionSize: 16,
  signSize: 'third',
  filmView: 'side-by-side',
  speed: 1,
  pauseAfterSentence: false,
  medium: 'sign',
  shortcuts: true,
  ...more,
});

export const pieceProps = (more: Partial<PieceProps> = {}): PieceProps => ({
  piece: piece(),
  urlOf: ({ href }) => `/shelf/${href}`,
  settings: settings(),
  onSettings: () => {},
  start: null,
  onProgress: () => {},
  wordMarks: new Map(),
  noted: new Set(),
  backHref: '/',
  backLabel: '本月',
  next: null,
  ...more,
});
