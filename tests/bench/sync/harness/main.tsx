/** The film piece on two test videos whose every frame carries its number, outside the app so that nothing else runs. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { BlobRefSchema, ReadingSchema, type SentenceId } from '../../../../src/core/reading/model.ts';
import type { Piece } from '../../../../src/core/shelf/issue.ts';
import type { Cue } from '../../../../src/core/sync/track.ts';
import { loadNamespaces, setLanguage } from '../../../../src/i18n/i18n.ts';
import { FilmPiece } from '../../../../src/pieces/film/FilmPiece.tsx';
import type { PieceSettings } from '../../../../src/pieces/piece-props.ts';
import '../../../../src/ui/styles/tokens.css';
import '../../../../src/ui/styles/base.css';

const LINES = [
  '主持人：老住户，您从前住哪一间？',
  '老住户：就在前面，门口有一棵树。',
  '老住户：这里原来是一条窄路，下雨天要踩着砖头走。',
  '主持人：现在呢？',
  '老住户：现在平平的，轮椅也好走。',
  '主持人：从前的邻居，后来都搬到哪里去了？',
  '老住户：有的搬进了对面的高楼，有的搬到了很远的地方。',
  '老住户：每年春天我们还约在树下见一次面。',
];
const SENTENCE_SECONDS = 5;
const START_SECONDS = 3;
const SENTENCE_COUNT = 11;

const reading = v.parse(ReadingSchema, {
  version: 1,
  kind: 'film',
  title: '瑞虹的一天',
  language: 'zh-Hans',
  blocks: [
    {
      type: 'paragraph',
      sentences: Array.from({ length: SENTENCE_COUNT }, (_, index) => ({
        id: `s${index + 1}`,
        words: [{ text: LINES[index % LINES.length] }],
      })),
    },
  ],
  terms: [],
  questions: ['您家附近，哪条路变化最大？'],
});

const sentences = reading.blocks[0]?.sentences ?? [];
const cues: readonly Cue[] = sentences.map((sentence, index) => ({
  sentence: sentence.id,
  start: START_SECONDS + index * SENTENCE_SECONDS,
  end: START_SECONDS + (index + 1) * SENTENCE_SECONDS,
}));

const blob = (letter: string, type: string) =>
  v.parse(BlobRefSchema, {
    href: `blobs/sha256/${letter.repeat(2)}/${letter.repeat(64)}.mp4`,
    sha256: letter.repeat(64),
    size: 1,
    type,
  });
const query = new URLSearchParams(location.search);
const sign = {
  id: 'sign-csl',
  kind: 'sign' as const,
  language: 'csl',
  title: '国家通用手语',
  performer: '手语老师',
  placeholder: query.get('real') === null,
  media: blob('b', 'video/mp4'),
  cues: [],
  filmOffset: Number(query.get('offset') ?? 0.5),
};
const piece: Piece = {
  issue: '2026-11-silent-world',
  id: 'film',
  kind: 'film',
  title: reading.title,
  sentenceCount: sentences.length,
  characterCount: 100,
  hasSign: false,
  placeholderSign: true,
  hasAudio: false,
  hasCaptions: true,
  hasPinyin: false,
  hasPlain: false,
  reading,
  tracks: [
    {
      id: 'film',
      kind: 'film',
      language: 'zh-Hans',
      title: '影片',
      performer: '',
      placeholder: false,
      media: blob('a', 'video/mp4'),
      cues,
    },
    ...(query.get('sign') === 'none' ? [] : [sign]),
  ],
  captions: [
    {
      language: 'zh-Hans',
      cues: [
        { start: 1, end: 2.8, text: '［自行车铃响］' },
        ...sentences.map((sentence, index) => ({
          start: START_SECONDS + index * SENTENCE_SECONDS,
          end: START_SECONDS + (index + 1) * SENTENCE_SECONDS - 0.2,
          text: sentence.words.map((word) => word.text).join(''),
          sentence: sentence.id,
        })),
      ],
    },
  ],
};

function Bench() {
  const [settings, setSettings] = useState<PieceSettings>({
    pinyin: 'off',
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
  });
  const [noted, setNoted] = useState<ReadonlySet<SentenceId>>(new Set());
  return (
    <FilmPiece
      piece={piece}
      urlOf={(one) => `/media/${one.href.includes('/aa/') ? 'film' : 'sign'}.mp4`}
      settings={settings}
      onSettings={(patch) => setSettings((now) => ({ ...now, ...patch }))}
      start={null}
      onProgress={() => {}}
      wordMarks={new Map()}
      noted={noted}
      onNote={(id, kept) =>
        setNoted((now) => new Set(kept ? [...now, id] : [...now].filter((one) => one !== id)))
      }
      backHref="/"
      backLabel="本月"
      next={null}
    />
  );
}

for (const [name, value] of query) document.documentElement.setAttribute(`data-${name}`, value);
const language = query.get('lang');
if (language === 'zh-Hant' || language === 'en') await setLanguage(language);
await loadNamespaces(['common', 'player', 'film']);
const app = document.querySelector('#app');
if (app) render(<Bench />, app);
