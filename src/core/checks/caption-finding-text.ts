/** Findings about captions as sentences, in the interface's languages. */
import type { CaptionFindingCode } from '../captions/checks.ts';
import type { Localised } from '../shelf/issue.ts';

export const captionFindingTexts: Readonly<Record<CaptionFindingCode, Localised>> = {
  'caption-empty': {
    'zh-Hans': '有 {count} 条字幕没有文字，第一条是第 {number} 条。请写上，或者删掉。',
    'zh-Hant': '有 {count} 條字幕沒有文字，第一條是第 {number} 條。請寫上，或者刪掉。',
    en: '{count} captions have no words, first number {number}. Write them or delete the caption.',
  },
  'caption-lines': {
    'zh-Hans': '有 {count} 条字幕超过 {limit} 行，第一条是第 {number} 条。播放时会分成几页。',
    'zh-Hant': '有 {count} 條字幕超過 {limit} 行，第一條是第 {number} 條。播放時會分成幾頁。',
    en: '{count} captions have more than {limit} lines, first number {number}. They will be shown in pages.',
  },
  'caption-line-long': {
    'zh-Hans': '有 {count} 条字幕一行超过 {limit} 个字，第一条是第 {number} 条。播放时会重新分行。',
    'zh-Hant': '有 {count} 條字幕一行超過 {limit} 個字，第一條是第 {number} 條。播放時會重新分行。',
    en: '{count} captions have a line above {limit} characters, first number {number}. They will be broken again.',
  },
  'caption-too-fast': {
    'zh-Hans':
      '有 {count} 条字幕太快，来不及看：第 {number} 条每秒 {perSecond} 个字，最多 {limit} 个。请分开或者缩短。',
    'zh-Hant':
      '有 {count} 條字幕太快，來不及看：第 {number} 條每秒 {perSecond} 個字，最多 {limit} 個。請分開或者縮短。',
    en: '{count} captions are too fast to read: number {number} has {perSecond} characters a second, the limit is {limit}. Split or shorten them.',
  },
  'caption-fast': {
    'zh-Hans': '有 {count} 条字幕偏快：第 {number} 条每秒 {perSecond} 个字，最好不超过 {limit} 个。',
    'zh-Hant': '有 {count} 條字幕偏快：第 {number} 條每秒 {perSecond} 個字，最好不超過 {limit} 個。',
    en: '{count} captions are rather fast: number {number} has {perSecond} characters a second, better {limit} or fewer.',
  },
  'caption-short': {
    'zh-Hans': '有 {count} 条字幕显示的时间太短：第 {number} 条只有 {seconds} 秒，至少要 {limit} 秒。',
    'zh-Hant': '有 {count} 條字幕顯示的時間太短：第 {number} 條只有 {seconds} 秒，至少要 {limit} 秒。',
    en: '{count} captions are shown too briefly: number {number} for {seconds} s, at least {limit} s are needed.',
  },
  'caption-long': {
    'zh-Hans': '有 {count} 条字幕显示的时间太长：第 {number} 条有 {seconds} 秒，最好不超过 {limit} 秒。',
    'zh-Hant': '有 {count} 條字幕顯示的時間太長：第 {number} 條有 {seconds} 秒，最好不超過 {limit} 秒。',
    en: '{count} captions stay too long: number {number} for {seconds} s, better {limit} s or less.',
  },
  'caption-gap': {
    'zh-Hans':
      '有 {count} 条字幕和前一条隔得太近，看不出换了字幕，第一条是第 {number} 条。最好隔 {limit} 帧。',
    'zh-Hant':
      '有 {count} 條字幕和前一條隔得太近，看不出換了字幕，第一條是第 {number} 條。最好隔 {limit} 幀。',
    en: '{count} captions follow the one before too closely for the change to be seen, first number {number}. Leave {limit} frames.',
  },
  'caption-overlap': {
    'zh-Hans': '有 {count} 条字幕和前一条的时间重叠，第一条是第 {number} 条。',
    'zh-Hant': '有 {count} 條字幕和前一條的時間重疊，第一條是第 {number} 條。',
    en: '{count} captions overlap the one before, first number {number}.',
  },
  'caption-end-mark': {
    'zh-Hans': '有 {count} 条字幕行末有「{mark}」，第一条是第 {number} 条。字幕行末不用句号和逗号。',
    'zh-Hant': '有 {count} 條字幕行末有「{mark}」，第一條是第 {number} 條。字幕行末不用句號和逗號。',
    en: '{count} captions end a line with {mark}, first number {number}. Captions need no full stop or comma there.',
  },
  'caption-sound-brackets': {
    'zh-Hans': '有 {count} 条字幕的声音没有写在［ ］里，第一条是第 {number} 条。',
    'zh-Hant': '有 {count} 條字幕的聲音沒有寫在［ ］裡，第一條是第 {number} 條。',
    en: '{count} captions have sounds outside ［ ］, first number {number}.',
  },
};
