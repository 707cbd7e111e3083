/** Problems of a caption file as sentences, in the interface's languages: what was found, what was done, what to do. */
import type { Localised } from '../shelf/issue.ts';
import type { CaptionProblemCode } from './problem.ts';

/** `{name}` is a parameter of the problem; `{line}` its line. */
export const captionProblemTexts: Readonly<Record<CaptionProblemCode, Localised>> = {
  'not-captions': {
    'zh-Hans': '这不是字幕文件（看起来是 {looksLike}）。请另存为 WebVTT 或 SRT。',
    'zh-Hant': '這不是字幕檔（看起來是 {looksLike}）。請另存為 WebVTT 或 SRT。',
    en: 'This is no caption file (it looks like {looksLike}). Save it as WebVTT or SRT.',
  },
  'missing-header': {
    'zh-Hans': '第一行必须是 WEBVTT（全部大写）。请加上这一行，再空一行。',
    'zh-Hant': '第一行必須是 WEBVTT（全部大寫）。請加上這一行，再空一行。',
    en: 'The first line must be WEBVTT, in capitals. Add it, and an empty line after it.',
  },
  'bad-time': {
    'zh-Hans': '看不懂这一行的时间：{text}。这条字幕没有收进来。请写成 00:00:01.000 --> 00:00:03.000。',
    'zh-Hant': '看不懂這一行的時間：{text}。這條字幕沒有收進來。請寫成 00:00:01.000 --> 00:00:03.000。',
    en: 'The times cannot be read: {text}. The caption was left out. Write 00:00:01.000 --> 00:00:03.000.',
  },
  'cut-off': {
    'zh-Hans': '文件到这里断了，最后一条字幕没有收进来。请重新拷贝或导出。',
    'zh-Hant': '檔案到這裡斷了，最後一條字幕沒有收進來。請重新複製或匯出。',
    en: 'The file stops here and its last caption was left out. Copy or export it again.',
  },
  'end-before-start': {
    'zh-Hans': '结束时间比开始时间早，已经对调。请核对这一条。',
    'zh-Hant': '結束時間比開始時間早，已經對調。請核對這一條。',
    en: 'The end stood before the start; the two were swapped. Check this caption.',
  },
  'zero-length': {
    'zh-Hans': '这条字幕没有长度，已经延长到下一条（最多 1 秒）。请核对时间。',
    'zh-Hant': '這條字幕沒有長度，已經延長到下一條（最多 1 秒）。請核對時間。',
    en: 'The caption had no length and was given the time up to the next one, 1 s at most. Check its times.',
  },
  'empty-cue': {
    'zh-Hans': '这条字幕没有文字，已经略去。',
    'zh-Hant': '這條字幕沒有文字，已經略去。',
    en: 'A caption without text was left out.',
  },
  'out-of-order': {
    'zh-Hans': '字幕没有按时间排列，已经排好。',
    'zh-Hant': '字幕沒有按時間排列，已經排好。',
    en: 'The captions were not in order of time and have been sorted.',
  },
  overlap: {
    'zh-Hans': '有 {count} 条字幕在前一条结束之前就开始。播放时只显示后一条。请把前一条的结束时间提前。',
    'zh-Hant': '有 {count} 條字幕在前一條結束之前就開始。播放時只顯示後一條。請把前一條的結束時間提前。',
    en: '{count} captions begin before the one before has ended; only the later is shown then. End the earlier one sooner.',
  },
  'nonstandard-time': {
    'zh-Hans': '有 {count} 处时间的写法不规范（全角数字、少了小时、箭头不对等），已经照读。',
    'zh-Hant': '有 {count} 處時間的寫法不規範（全形數字、少了小時、箭頭不對等），已經照讀。',
    en: '{count} times are written in an unusual way (full-width digits, no hours, odd arrows); they were read all the same.',
  },
  'missing-blank-line': {
    'zh-Hans': '有 {count} 条字幕之间少了空行，已经分开。',
    'zh-Hant': '有 {count} 條字幕之間少了空行，已經分開。',
    en: '{count} captions had no empty line before the next; they were separated.',
  },
  'blank-line-inside': {
    'zh-Hans': '一条字幕里有空行，空行后面的文字仍算这一条。请核对。',
    'zh-Hant': '一條字幕裡有空行，空行後面的文字仍算這一條。請核對。',
    en: 'There is an empty line inside a caption; the words after it were kept as part of it. Check it.',
  },
  'unknown-markup': {
    'zh-Hans': '{text} 不是字幕的标记，已经当作文字保留。不需要就请删掉。',
    'zh-Hant': '{text} 不是字幕的標記，已經當作文字保留。不需要就請刪掉。',
    en: '{text} is no caption markup and was kept as text. Delete it if it is not meant to be read.',
  },
  'ruby-dropped': {
    'zh-Hans': '字幕里的注音已经去掉；拼音写在正文里。',
    'zh-Hant': '字幕裡的注音已經去掉；拼音寫在正文裡。',
    en: 'Ruby annotations in the captions were dropped; pinyin belongs in the text.',
  },
  'invisible-removed': {
    'zh-Hans': '去掉了看不见的控制字符。',
    'zh-Hant': '去掉了看不見的控制字元。',
    en: 'Invisible control characters were removed.',
  },
  'bad-bytes': {
    'zh-Hans': '文件里有读不出来的字，显示成 �。请找回原来的文件，另存为 UTF-8。',
    'zh-Hant': '檔案裡有讀不出來的字，顯示成 �。請找回原來的檔案，另存為 UTF-8。',
    en: 'Some characters could not be read and show as �. Save the original file again as UTF-8.',
  },
  'not-utf8': {
    'zh-Hans': '文件不是 UTF-8，已经按 {encoding} 读取。请看一下字有没有错。',
    'zh-Hant': '檔案不是 UTF-8，已經按 {encoding} 讀取。請看一下字有沒有錯。',
    en: 'The file is not UTF-8 and was read as {encoding}. Check that the characters are right.',
  },
};
