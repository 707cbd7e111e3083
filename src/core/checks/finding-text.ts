/**
 * Findings as sentences for the command line: what is wrong and what to write in the issue folder. Those a folder cannot have, because
 * its reader refuses it first, are told as in the studio (`explain.ts`).
 */
import type { Localised } from '../shelf/issue.ts';
import { captionFindingTexts } from './caption-finding-text.ts';
import { captionProblemTexts } from './caption-problem-text.ts';
import { cueFindingTexts } from './cue-finding-text.ts';
import { explainFinding, fill } from './explain.ts';
import type { Finding, FindingCode } from './finding.ts';

const findingTexts: Readonly<Partial<Record<FindingCode, Localised>>> = {
  'sign-missing': {
    'zh-Hans': '「{piece}」还没有手语视频。这个班的每一篇都要有手语，请录好再发布。',
    'zh-Hant': '「{piece}」還沒有手語影片。這個班的每一篇都要有手語，請錄好再發佈。',
    en: '"{piece}" has no sign-language video. This club needs one for every piece; record it first.',
  },
  'captions-missing': {
    'zh-Hans': '「{piece}」还没有字幕。请在 captions 里加上字幕文件。',
    'zh-Hant': '「{piece}」還沒有字幕。請在 captions 裡加上字幕檔。',
    en: '"{piece}" has no captions. Add a caption file under captions.',
  },
  'pinyin-missing': {
    'zh-Hans': '「{piece}」有的词还没有拼音。请检查拼音是否齐全。',
    'zh-Hant': '「{piece}」有的詞還沒有拼音。請檢查拼音是否齊全。',
    en: '"{piece}" has words without pinyin. Complete the pinyin.',
  },
  'audio-missing': {
    'zh-Hans': '「{piece}」还没有朗读录音。请加上一条 kind: audio 的轨。',
    'zh-Hant': '「{piece}」還沒有朗讀錄音。請加上一條 kind: audio 的軌。',
    en: '"{piece}" has no recording of it read aloud. Add a track of kind audio.',
  },
  'transcript-missing': {
    'zh-Hans': '「{piece}」还没有文字稿。请把影片里说的话写在正文里。',
    'zh-Hant': '「{piece}」還沒有文字稿。請把影片裡說的話寫在正文裡。',
    en: '"{piece}" has no transcript. Write what is said in the film as its text.',
  },
  'alt-missing': {
    'zh-Hans': '「{piece}」有一张图还没有写明画的是什么。请在图片的方括号里写一句话，给看不见图的人。',
    'zh-Hant': '「{piece}」有一張圖還沒有寫明畫的是什麼。請在圖片的方括號裡寫一句話，給看不見圖的人。',
    en: 'A picture in "{piece}" does not say what it shows. Write a sentence in its square brackets for those who cannot see it.',
  },
  'film-track-missing': {
    'zh-Hans': '「{piece}」的影片轨有 {films} 条：影片要有一条 kind: film 的轨，别的篇不能有。',
    'zh-Hant': '「{piece}」的影片軌有 {films} 條：影片要有一條 kind: film 的軌，別的篇不能有。',
    en: '"{piece}" has {films} film tracks: a film needs exactly one track of kind film, other pieces none.',
  },
  'placeholder-outside-starter': {
    'zh-Hans': '「{piece}」的轨 {track} 是示例，不能发布给大家。请换成正式录制的，再去掉 placeholder。',
    'zh-Hant': '「{piece}」的軌 {track} 是示例，不能發佈給大家。請換成正式錄製的，再去掉 placeholder。',
    en: 'Track {track} of "{piece}" is a stand-in and may not be released. Replace it with a real recording and remove placeholder.',
  },
  'term-placeholder-outside-starter': {
    'zh-Hans': '词语「{word}」的手语或录音是示例，不能发布给大家。请换成正式录制的，或者先去掉它。',
    'zh-Hant': '詞語「{word}」的手語或錄音是示例，不能發佈給大家。請換成正式錄製的，或者先去掉它。',
    en: 'The clip of the term {word} is a stand-in and may not be released. Replace it, or leave it out.',
  },
  'review-missing': {
    'zh-Hans':
      '「{piece}」的手语 {track} 还没有人看过。请聋人读者或另一位手语老师看一遍，再写上 review: { by: 聋人读者, date: 日期 }。',
    'zh-Hant':
      '「{piece}」的手語 {track} 還沒有人看過。請聾人讀者或另一位手語老師看一遍，再寫上 review: { by: 聾人讀者, date: 日期 }。',
    en: 'Nobody has watched sign track {track} of "{piece}" yet. Ask a deaf reader or a second interpreter, then add review: { by, date }.',
  },
  'review-date': {
    'zh-Hans': '「{piece}」手语 {track} 的审看日期写的是「{date}」，请写成 2026-10-20 这样。',
    'zh-Hant': '「{piece}」手語 {track} 的審看日期寫的是「{date}」，請寫成 2026-10-20 這樣。',
    en: 'The review date of sign track {track} in "{piece}" is "{date}"; write it as 2026-10-20.',
  },
  'signer-consent-missing': {
    'zh-Hans': '「{piece}」的手语 {track} 没有写明出镜的人同意。请问过本人，再写上 consent: true。',
    'zh-Hant': '「{piece}」的手語 {track} 沒有寫明出鏡的人同意。請問過本人，再寫上 consent: true。',
    en: 'Sign track {track} of "{piece}" does not say that the signer agreed to be shown. Ask, then add consent: true.',
  },
  'signing-space-missing': {
    'zh-Hans':
      '「{piece}」的手语 {track} 没有标出打手语的范围，会显示整个画面。写上 signingSpace，手语可以显示得更大。',
    'zh-Hant':
      '「{piece}」的手語 {track} 沒有標出打手語的範圍，會顯示整個畫面。寫上 signingSpace，手語可以顯示得更大。',
    en: 'Sign track {track} of "{piece}" has no signing space, so the whole frame is shown. Add signingSpace to show the signer larger.',
  },
  'sentences-uncovered': {
    'zh-Hans': '「{piece}」的轨 {track} 有 {count} 句没有对上时间：{sentences}。',
    'zh-Hant': '「{piece}」的軌 {track} 有 {count} 句沒有對上時間：{sentences}。',
    en: 'Track {track} of "{piece}" gives no time for {count} sentences: {sentences}.',
  },
  'track-without-cues': {
    'zh-Hans': '「{piece}」的轨 {track} 没有一句对上时间。请检查 cues 文件。',
    'zh-Hant': '「{piece}」的軌 {track} 沒有一句對上時間。請檢查 cues 檔。',
    en: 'Track {track} of "{piece}" has no time for any sentence. Check its cue file.',
  },
  'term-unknown': {
    'zh-Hans': '「{piece}」用了词语 {term}，但是 terms.yaml 里没有它。请加上它的解释。',
    'zh-Hant': '「{piece}」用了詞語 {term}，但是 terms.yaml 裡沒有它。請加上它的解釋。',
    en: '"{piece}" marks the term {term}, which terms.yaml does not have. Add its explanation.',
  },
  'term-unexplained': {
    'zh-Hans': '词语「{word}」还没有解释。请写一两句浅白的话。',
    'zh-Hant': '詞語「{word}」還沒有解釋。請寫一兩句淺白的話。',
    en: 'The term {word} has no explanation. Write one or two plain sentences.',
  },
  'term-unused': {
    'zh-Hans': '词语「{word}」没有一篇用到。',
    'zh-Hant': '詞語「{word}」沒有一篇用到。',
    en: 'No piece marks the term {word}.',
  },
  'heading-skipped': {
    'zh-Hans': '「{piece}」的小标题跳了一级：### 的上面要先有 ##。',
    'zh-Hant': '「{piece}」的小標題跳了一級：### 的上面要先有 ##。',
    en: '"{piece}" skips a heading level: a ### needs a ## above it.',
  },
  'source-missing': {
    'zh-Hans': '「{piece}」没有写明作者。请写上 source: { author: …, permission: … }。',
    'zh-Hant': '「{piece}」沒有寫明作者。請寫上 source: { author: …, permission: … }。',
    en: '"{piece}" does not say who wrote it. Add source: { author, permission }.',
  },
  'permission-missing': {
    'zh-Hans': '「{piece}」没有写明谁允许使用。请在 source 里写上 permission。',
    'zh-Hant': '「{piece}」沒有寫明誰允許使用。請在 source 裡寫上 permission。',
    en: '"{piece}" does not say by whose leave it is shown. Add permission to source.',
  },
  'picture-text-unjudged': {
    'zh-Hans': '「{piece}」有 {count} 张图片。图里如果有字，请看看是否清楚，这一点电脑判断不了。',
    'zh-Hant': '「{piece}」有 {count} 張圖片。圖裡如果有字，請看看是否清楚，這一點電腦判斷不了。',
    en: '"{piece}" has {count} pictures. If text is in them, look whether it can be read; a computer cannot tell.',
  },
  'text-hard': {
    'zh-Hans':
      '「{piece}」有 {count} 段比较难读（最长的一句 {longest} 个字；少见的字：{rare}）。请写浅白版，或者录手语。',
    'zh-Hant':
      '「{piece}」有 {count} 段比較難讀（最長的一句 {longest} 個字；少見的字：{rare}）。請寫淺白版，或者錄手語。',
    en: '{count} passages of "{piece}" are hard to read (longest sentence {longest} characters; rare characters: {rare}). Write a plain version, or have them signed.',
  },
  'pictured-consent-unknown': {
    'zh-Hans': '「{piece}」有图片。图里如果有人，请问过本人，再写上 consent: true。',
    'zh-Hant': '「{piece}」有圖片。圖裡如果有人，請問過本人，再寫上 consent: true。',
    en: '"{piece}" has pictures. If people are in them, ask them and add consent: true.',
  },
  'reading-unsettled': {
    'zh-Hans': '「{piece}」有 {count} 个多音字还没有人确认读音：{words}。读错的请写成 {字|拼音}。',
    'zh-Hant': '「{piece}」有 {count} 個多音字還沒有人確認讀音：{words}。讀錯的請寫成 {字|拼音}。',
    en: '{count} characters of "{piece}" have several readings and nobody has confirmed them: {words}. Write a wrong one as {字|pinyin}.',
  },
  'session-missing': {
    'zh-Hans': '这一期还没有写活动的时间和地点（issue.json 里的 session）。',
    'zh-Hant': '這一期還沒有寫活動的時間和地點（issue.json 裡的 session）。',
    en: 'This issue does not say when and where its session is (session in issue.json).',
  },
  'session-interpreter-missing': {
    'zh-Hans': '活动还没有手语翻译。请先约好，再写上 interpreter（写身份，不写名字）。',
    'zh-Hant': '活動還沒有手語翻譯。請先約好，再寫上 interpreter（寫身分，不寫名字）。',
    en: 'The session has no interpreter yet. Arrange one, then add interpreter (by role, not by name).',
  },
  'session-times': {
    'zh-Hans': '活动的结束时间 {end} 不比开始时间 {start} 晚，请改正。',
    'zh-Hant': '活動的結束時間 {end} 不比開始時間 {start} 晚，請改正。',
    en: 'The session ends at {end}, which is not after its start at {start}; correct it.',
  },
  'session-month': {
    'zh-Hans': '活动的日期 {date} 不在这一期 {id} 的月份里，请看看对不对。',
    'zh-Hant': '活動的日期 {date} 不在這一期 {id} 的月份裡，請看看對不對。',
    en: 'The session on {date} is not in the month of {id}; check that it is right.',
  },
  'sentence-id-twice': {
    'zh-Hans': '「{piece}」有两句的编号都是 {id}。请改其中一个。',
    'zh-Hant': '「{piece}」有兩句的編號都是 {id}。請改其中一個。',
    en: 'Two sentences of "{piece}" have the id {id}; change one.',
  },
  'piece-id-twice': {
    'zh-Hans': '有两篇的 id 都是 {id}。请改其中一个。',
    'zh-Hant': '有兩篇的 id 都是 {id}。請改其中一個。',
    en: 'Two pieces have the id {id}; change one.',
  },
  'track-id-twice': {
    'zh-Hans': '同一篇里有两条轨的 id 都是 {track}。请改其中一个。',
    'zh-Hant': '同一篇裡有兩條軌的 id 都是 {track}。請改其中一個。',
    en: 'Two tracks of one piece have the id {track}; change one.',
  },
};

/** Null for a code that is not one of these checks' own (authoring describes its own). */
export function describeFinding(finding: Finding): Localised | null {
  const texts: Readonly<Record<string, Localised>> = {
    ...findingTexts,
    ...captionFindingTexts,
    ...captionProblemTexts,
    ...cueFindingTexts,
  };
  const text = texts[finding.code];
  if (text !== undefined) return fill(text, finding.params);
  const explained = explainFinding(finding);
  if (explained === null) return null;
  const { what, cure } = explained;
  return {
    'zh-Hans': `${what['zh-Hans']}${cure['zh-Hans']}`,
    'zh-Hant': `${what['zh-Hant']}${cure['zh-Hant']}`,
    en: `${what.en} ${cure.en}`,
  };
}
