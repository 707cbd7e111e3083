/** Findings about a track's cues as sentences, in the interface's languages. */
import type { Localised } from '../shelf/issue.ts';
import type { CueProblemCode } from '../sync/cue-problem.ts';

/** Uncovered sentences are said together, as `sentences-uncovered`. */
export const cueFindingTexts: Readonly<Record<Exclude<CueProblemCode, 'cue-uncovered'>, Localised>> = {
  'cue-unknown-sentence': {
    'zh-Hans': '轨 {track} 的时间文件里有 {id}，但是正文里没有这一句。请改正编号，或者去掉它。',
    'zh-Hant': '軌 {track} 的時間檔裡有 {id}，但是正文裡沒有這一句。請改正編號，或者去掉它。',
    en: 'The cue file of track {track} names {id}, which is no sentence of the text. Correct the id or remove the cue.',
  },
  'cue-twice': {
    'zh-Hans': '轨 {track} 给 {sentence} 写了两次时间。请只留一次。',
    'zh-Hant': '軌 {track} 給 {sentence} 寫了兩次時間。請只留一次。',
    en: 'Track {track} has two cues for {sentence}. Keep one.',
  },
  'cue-bad-time': {
    'zh-Hans': '轨 {track} 里 {sentence} 的时间不对（{start} 到 {end}）。结束要比开始晚。',
    'zh-Hant': '軌 {track} 裡 {sentence} 的時間不對（{start} 到 {end}）。結束要比開始晚。',
    en: 'The times of {sentence} in track {track} are wrong ({start} to {end}). The end must be after the start.',
  },
  'cue-not-rising': {
    'zh-Hans': '轨 {track} 里 {sentence} 比前一句开始得早。时间要一句比一句晚。',
    'zh-Hant': '軌 {track} 裡 {sentence} 比前一句開始得早。時間要一句比一句晚。',
    en: 'In track {track}, {sentence} begins before the cue above it. Times must rise.',
  },
  'cue-overlap': {
    'zh-Hans': '轨 {track} 里 {sentence} 和前一句重叠了 {seconds} 秒。请把前一句的结束时间提前。',
    'zh-Hant': '軌 {track} 裡 {sentence} 和前一句重疊了 {seconds} 秒。請把前一句的結束時間提前。',
    en: 'In track {track}, {sentence} overlaps the cue before it by {seconds} s. End that one earlier.',
  },
  'cue-beyond-end': {
    'zh-Hans':
      '轨 {track} 里 {sentence} 到 {end} 秒才结束，但是文件只有 {duration} 秒。请改正时间，或者检查文件是不是完整。',
    'zh-Hant':
      '軌 {track} 裡 {sentence} 到 {end} 秒才結束，但是檔案只有 {duration} 秒。請改正時間，或者檢查檔案是不是完整。',
    en: 'In track {track}, {sentence} ends at {end} s, but the file has only {duration} s. Correct the time, or check that the file is whole.',
  },
  'cue-too-many': {
    'zh-Hans': '轨 {track} 的时间文件有 {cues} 条，正文只有 {sentences} 句，对不上。请写上每一句的编号。',
    'zh-Hant': '軌 {track} 的時間檔有 {cues} 條，正文只有 {sentences} 句，對不上。請寫上每一句的編號。',
    en: 'The cue file of track {track} has {cues} cues for {sentences} sentences. Give each cue its sentence id.',
  },
  'cue-file': {
    'zh-Hans': '轨 {track} 的时间文件有读不懂的地方（{text}）。它要是 WebVTT 格式。',
    'zh-Hant': '軌 {track} 的時間檔有讀不懂的地方（{text}）。它要是 WebVTT 格式。',
    en: 'The cue file of track {track} cannot be read here ({text}). It must be WebVTT.',
  },
};
