/** Findings about text, words and pictures, for the studio. */
import { told, type Explanation } from './explanation.ts';
import type { FindingCode } from './finding.ts';

type TextCode = Extract<
  FindingCode,
  | `picture-${string}`
  | `pictured-${string}`
  | `reading-${string}`
  | `term-${string}`
  | 'pinyin-missing'
  | 'transcript-missing'
  | 'alt-missing'
  | 'sentence-id-twice'
  | 'heading-skipped'
  | 'text-hard'
>;

export const textExplanations: Readonly<Record<TextCode, Explanation>> = {
  'transcript-missing': told(
    ['影片还没有文字稿。', '影片還沒有文字稿。', 'The film has no transcript yet.'],
    [
      '请把影片里说的话写在“文字”里；有字幕的话可以直接用字幕。',
      '請把影片裡說的話寫在「文字」裡；有字幕的話可以直接用字幕。',
      'Write what is said in the film under Text; its captions can be used for that.',
    ],
  ),
  'pinyin-missing': told(
    [
      '有 {count} 句里的词还没有拼音。',
      '有 {count} 句裡的詞還沒有拼音。',
      '{count} sentences have words without pinyin.',
    ],
    ['请到“词语和拼音”里补上。', '請到「詞語和拼音」裡補上。', 'Add it under Words and pinyin.'],
  ),
  'picture-missing': told(
    [
      '这里留了图片的位置，但还没有图片。',
      '這裡留了圖片的位置，但還沒有圖片。',
      'There is a place for a picture here, but no picture yet.',
    ],
    [
      '请放进图片，或者去掉这个位置。',
      '請放進圖片，或者去掉這個位置。',
      'Add the picture, or take the place out.',
    ],
  ),
  'alt-missing': told(
    [
      '这张图没有文字说明，看不见图的人不知道画的是什么。',
      '這張圖沒有文字說明，看不見圖的人不知道畫的是什麼。',
      'This picture does not say in words what it shows.',
    ],
    [
      '请写一句话，说明图里有什么。',
      '請寫一句話，說明圖裡有什麼。',
      'Write one sentence about what is in it.',
    ],
  ),
  'picture-text-unjudged': told(
    [
      '有 {count} 张图要请您看一看：图里有字吗？字看得清吗？这一点电脑判断不了。',
      '有 {count} 張圖要請您看一看：圖裡有字嗎？字看得清嗎？這一點電腦判斷不了。',
      'Please look at {count} pictures: is there text in them, and can it be read? A computer cannot tell.',
    ],
    [
      '图里的重要文字请也写在文字说明里。看过以后，写一句，例如“图里没有字”。',
      '圖裡的重要文字請也寫在文字說明裡。看過以後，寫一句，例如「圖裡沒有字」。',
      'Write important text of a picture into its description too. When you have looked, say so, for example “no text in it”.',
    ],
  ),
  'pictured-consent-unknown': told(
    [
      '这一篇有图片。图里的人同意给大家看吗？',
      '這一篇有圖片。圖裡的人同意給大家看嗎？',
      'This piece has pictures. Did the people in them agree to be shown?',
    ],
    [
      '请问过本人再勾选“同意”；图里没有人的话，写一句原因。',
      '請問過本人再勾選「同意」；圖裡沒有人的話，寫一句原因。',
      'Ask them, then tick that they agreed; if nobody is in them, say so.',
    ],
  ),
  'sentence-id-twice': told(
    [
      '有两句用了同一个编号（{id}），手语会对错。',
      '有兩句用了同一個編號（{id}），手語會對錯。',
      'Two sentences have the same number ({id}); signing would go to the wrong one.',
    ],
    [
      '请删掉其中一句，再重新打一遍。',
      '請刪掉其中一句，再重新打一遍。',
      'Delete one of them and type it again.',
    ],
  ),
  'heading-skipped': told(
    [
      '这里的小标题跳了一级：它上面没有大一级的标题。',
      '這裡的小標題跳了一級：它上面沒有大一級的標題。',
      'A heading is skipped here: there is no larger one above it.',
    ],
    ['请把它改成大一级的标题。', '請把它改成大一級的標題。', 'Make this one larger.'],
  ),
  'text-hard': told(
    [
      '有 {count} 段比较难读（最长的一句 {longest} 个字；少见的字：{rare}），又没有浅白版，也没有手语。',
      '有 {count} 段比較難讀（最長的一句 {longest} 個字；少見的字：{rare}），又沒有淺白版，也沒有手語。',
      '{count} passages are hard to read (longest sentence {longest} characters; rare characters: {rare}) and have neither a plain version nor signing.',
    ],
    [
      '请写一个浅白版，或者把长句分开，给少见的词加上解释；录了手语也可以。',
      '請寫一個淺白版，或者把長句分開，給少見的詞加上解釋；錄了手語也可以。',
      'Write a plain version, or split long sentences and explain the rare words; signing helps as well.',
    ],
  ),
  'reading-missing': told(
    [
      '有 {count} 个多音字没有拼音：{words}。',
      '有 {count} 個多音字沒有拼音：{words}。',
      '{count} words that can be read in several ways have no pinyin: {words}.',
    ],
    [
      '请在“词语和拼音”里选对读音。',
      '請在「詞語和拼音」裡選對讀音。',
      'Choose the right reading under Words and pinyin.',
    ],
  ),
  'reading-unsettled': told(
    [
      '有 {count} 个多音字的读音还没有人确认：{words}。',
      '有 {count} 個多音字的讀音還沒有人確認：{words}。',
      'Nobody has confirmed {count} words that can be read in several ways: {words}.',
    ],
    [
      '请在“词语和拼音”里看一遍，可以一次全部确认。',
      '請在「詞語和拼音」裡看一遍，可以一次全部確認。',
      'Look through them under Words and pinyin; all can be confirmed at once.',
    ],
  ),
  'term-unknown': told(
    [
      '“{word}”标成了要解释的词，但是找不到它的解释。',
      '「{word}」標成了要解釋的詞，但是找不到它的解釋。',
      '“{word}” is marked as a word to explain, but has no card.',
    ],
    [
      '请给它写一张词语卡，或者去掉标记。',
      '請給它寫一張詞語卡，或者去掉標記。',
      'Write its card, or take the mark off.',
    ],
  ),
  'term-id-twice': told(
    ['“{word}”有两张词语卡。', '「{word}」有兩張詞語卡。', 'There are two cards for “{word}”.'],
    ['请只留一张。', '請只留一張。', 'Keep one.'],
  ),
  'term-word-missing': told(
    [
      '有一张词语卡没有写是哪个词。',
      '有一張詞語卡沒有寫是哪個詞。',
      'A card does not say which word it explains.',
    ],
    [
      '请写上这个词，或者去掉这张卡。',
      '請寫上這個詞，或者去掉這張卡。',
      'Write the word, or remove the card.',
    ],
  ),
  'term-pinyin-missing': told(
    ['词语卡“{word}”没有拼音。', '詞語卡「{word}」沒有拼音。', 'The card of “{word}” has no pinyin.'],
    ['请写上拼音。', '請寫上拼音。', 'Write its pinyin.'],
  ),
  'term-unexplained': told(
    ['词语“{word}”还没有解释。', '詞語「{word}」還沒有解釋。', 'The word “{word}” has no explanation yet.'],
    ['请写一两句浅白的话。', '請寫一兩句淺白的話。', 'Write one or two plain sentences.'],
  ),
  'term-unused': told(
    ['词语卡“{word}”没有一篇用到。', '詞語卡「{word}」沒有一篇用到。', 'No piece uses the card of “{word}”.'],
    [
      '请在文字里标上这个词，或者去掉这张卡；想留着的话，写一句原因。',
      '請在文字裡標上這個詞，或者去掉這張卡；想留著的話，寫一句原因。',
      'Mark the word in a text or remove the card; if it should stay, say why.',
    ],
  ),
  'term-placeholder-outside-starter': told(
    [
      '词语“{word}”的手语或录音是示例，不能给大家看。',
      '詞語「{word}」的手語或錄音是示例，不能給大家看。',
      'The clip of the word “{word}” is a stand-in and may not be released.',
    ],
    [
      '请换成正式录制的，或者先去掉它。',
      '請換成正式錄製的，或者先去掉它。',
      'Replace it with a real recording, or leave it out.',
    ],
  ),
};
