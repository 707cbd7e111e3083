/** What belongs into a field, said to the person who filled it in wrongly. */
import type { FieldPath } from './fields.ts';

const HINTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  id: ['请用小写字母、数字和 -，例如 old-street。', 'Use small letters, digits and “-”, e.g. old-street.'],
  club: ['请写班的编号，例如 silent-world。', 'Write the club’s id, e.g. silent-world.'],
  month: ['请写成 2026-11 这样的月份。', 'Write the month like 2026-11.'],
  date: ['请写成 2026-11-28 这样的日期。', 'Write the date like 2026-11-28.'],
  showFrom: ['请写成 2026-11-28 这样的日期。', 'Write the date like 2026-11-28.'],
  start: ['请写成 "14:00" 这样的时间。', 'Write the time like "14:00".'],
  end: ['请写成 "16:00" 这样的时间。', 'Write the time like "16:00".'],
  timeZone: ['请写成 Asia/Shanghai 这样的时区。', 'Write a time zone like Asia/Shanghai.'],
  kind: [
    '篇可以是 reading、film、recitation、gallery；轨可以是 sign、audio、film。',
    'A piece is a reading, film, recitation or gallery; a track is sign, audio or film.',
  ],
  language: [
    '请写语言代码：手语 csl，普通话 zh-Hans。',
    'Write a language code: csl for Chinese Sign Language, zh-Hans for Mandarin.',
  ],
  file: [
    '请写这一期文件夹里的文件，例如 media/01-sign.mp4。',
    'Name a file of the issue folder, e.g. media/01-sign.mp4.',
  ],
  cues: ['请写对句文件，例如 cues/01-sign.vtt。', 'Name a cue file, e.g. cues/01-sign.vtt.'],
  drawing: ['请写封面图，例如 cover.svg。', 'Name the cover drawing, e.g. cover.svg.'],
  bitmap: ['请写封面位图，例如 cover.png。', 'Name the cover bitmap, e.g. cover.png.'],
  image: [
    '请写这一期文件夹里的图片，例如 media/street.webp。',
    'Name a picture of the issue folder, e.g. media/street.webp.',
  ],
  alt: ['请写出图上有什么。', 'Say what the picture shows.'],
  signingSpace: [
    '请写 { x, y, width, height }，都是 0 到 1 的小数，不能超出画面。',
    'Write { x, y, width, height } as fractions of the frame, 0 to 1.',
  ],
  x: ['请写 0 到 1 之间的小数。', 'Write a fraction from 0 to 1.'],
  y: ['请写 0 到 1 之间的小数。', 'Write a fraction from 0 to 1.'],
  width: ['请写 0 到 1 之间的小数。', 'Write a fraction from 0 to 1.'],
  height: ['请写 0 到 1 之间的小数。', 'Write a fraction from 0 to 1.'],
  filmOffset: ['请写秒数，例如 1.25。', 'Write seconds, e.g. 1.25.'],
  placeholder: ['请写 true 或 false。', 'Write true or false.'],
  consent: ['请写 true 或 false。', 'Write true or false.'],
  review: ['请写 { by: 聋人读者, date: 2026-10-20 }。', 'Write { by: a role, date: 2026-10-20 }.'],
  source: ['请写 { author: 作者, permission: 凭什么使用 }。', 'Write { author, permission }.'],
  session: ['请写 date、start、end、timeZone、place。', 'Write date, start, end, timeZone and place.'],
  cover: ['请写 { drawing, bitmap, alt }。', 'Write { drawing, bitmap, alt }.'],
  pieces: [
    '请写每篇的文件名，例如 ["01-morning.md"]。',
    'List the files of the pieces, e.g. ["01-morning.md"].',
  ],
  tracks: ['请写成列表，每条一个 -。', 'Write a list, one “-” each.'],
  captions: [
    '请写成列表：- { language: zh-Hans, file: captions/02.vtt }。',
    'Write a list: - { language: zh-Hans, file: captions/02.vtt }.',
  ],
  questions: ['请写成列表，每个问题一行，前面加 -。', 'Write a list, one question a line after “-”.'],
  pinyin: ['请用带声调符号的拼音，例如 jǐshuǐzhàn。', 'Use pinyin with tone marks, e.g. jǐshuǐzhàn.'],
  blocks: ['请照着 src/authoring/README.md 写。', 'See src/authoring/README.md for its shape.'],
  words: ['请照着 src/authoring/README.md 写。', 'See src/authoring/README.md for its shape.'],
};

const PLAIN: readonly [string, string] = ['请写上文字；纯数字要加引号。', 'Write text; quote a bare number.'];

/** Parameters for the messages: by the field's name, or by its list's for an item. */
export function hintFor(path: FieldPath): { readonly expected: string; readonly expectedEn: string } {
  const name = path.findLast((key) => typeof key === 'string');
  const [expected, expectedEn] = (typeof name === 'string' ? HINTS[name] : undefined) ?? PLAIN;
  return { expected, expectedEn };
}
