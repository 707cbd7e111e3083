/** A sound issue folder for tests, read with whatever is changed in it. */
import { folderOfFiles } from './folder-files.ts';
import { readIssueFolder } from './issue-folder.ts';
import type { IssueSource } from './issue-source.ts';
import { loadPinyinBook } from './pinyin-book.ts';
import { placeOf } from './problem-text.ts';

export const ISSUE = {
  id: '2026-11-silent-world',
  club: 'silent-world',
  month: '2026-11',
  title: '从老街到新城',
  summary: '一条老街怎样变成新城。',
  cover: { drawing: 'cover.svg', bitmap: 'cover.png', alt: '老街和高楼' },
  session: {
    date: '2026-11-28',
    start: '14:00',
    end: '16:00',
    timeZone: 'Asia/Shanghai',
    place: '阅览室',
    interpreter: '手语老师',
  },
  pieces: ['01-morning.md', '02-film.md'],
};
export const MORNING = `---
id: old-street-morning
kind: reading
title: 老街的早晨
showFrom: 2026-11-03
questions:
  - 您小时候住在哪里？
source: { author: 同页编写组, permission: 为本刊所写 }
tracks:
  - { id: sign-csl, kind: sign, language: csl, title: 国家通用手语, performer: 手语老师,
      file: media/01-sign.mp4, cues: cues/01-sign.vtt, placeholder: true,
      signingSpace: { x: 0.1, y: 0.05, width: 0.8, height: 0.95 } }
---
## 早晨

我是在虹镇老街长大的。那里的[弄堂](term:longtang)很窄。

::: plain
我小时候住在老街。
:::

![弄堂口的水龙头](media/tap.webp "给水站的早晨。")
`;
export const FILM = `---
id: film
kind: film
title: 影片
tracks:
  - { id: film, kind: film, language: zh-Hans, title: 影片, performer: 社区工作者, file: media/02.mp4 }
captions:
  - { language: zh-Hans, file: captions/02.vtt }
---
主持人：大家好。今天讲老街。
`;
export const TERMS = `- id: longtang
  word: 弄堂
  explanation: 上海的小巷子。
  picture: { file: media/longtang.svg, alt: 一条窄窄的巷子 }
`;
const MEDIA = [
  'cover.svg',
  'cover.png',
  'media/01-sign.mp4',
  'cues/01-sign.vtt',
  'media/tap.webp',
  'media/02.mp4',
  'captions/02.vtt',
  'media/longtang.svg',
];

export type Files = Record<string, string | null>;
export const GOOD: Files = {
  'issue.json': JSON.stringify(ISSUE, null, 2),
  'terms.yaml': TERMS,
  '01-morning.md': MORNING,
  '02-film.md': FILM,
  ...Object.fromEntries(MEDIA.map((file) => [file, 'x'])),
};
const opening = loadPinyinBook();
/** Counted at the first use, which takes its time on a busy machine. */
export async function openBook(): Promise<void> {
  (await opening).usesOf('长');
}
export const readFiles = async (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<IssueSource> =>
  readIssueFolder(folderOfFiles(files), { wording: { book: await opening } });
export const read = (changes: Files = {}): Promise<IssueSource> => {
  const files = Object.entries({ ...GOOD, ...changes }).flatMap(
    ([name, text]): [string, Uint8Array<ArrayBuffer>][] =>
      text === null ? [] : [[name, new TextEncoder().encode(text)]],
  );
  return readFiles(new Map(files));
};
/** What is wrong with it: where, and which. */
export const said = async (changes: Files): Promise<string[]> =>
  (await read(changes)).problems.map((found) => `${placeOf(found)} ${found.code}`);
