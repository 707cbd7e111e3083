/** What was odd about a caption file as sentences, in the interface's languages. */
import type { CaptionProblemCode } from '../captions/problem.ts';
import type { Localised } from '../shelf/issue.ts';

export const captionProblemTexts: Readonly<Record<CaptionProblemCode, Localised>> = {
  'not-captions': {
    'zh-Hans': '这不是字幕文件（像是 {looksLike}）。请换成 SRT、WebVTT 或 ASS 字幕。',
    'zh-Hant': '這不是字幕檔（像是 {looksLike}）。請換成 SRT、WebVTT 或 ASS 字幕。',
    en: 'This is no caption file (it looks like {looksLike}). Use SRT, WebVTT or ASS.',
  },
  'missing-header': {
    'zh-Hans': '第一行要写 WEBVTT，少了它播放器不显示字幕。请加上这一行。',
    'zh-Hant': '第一行要寫 WEBVTT，少了它播放器不顯示字幕。請加上這一行。',
    en: 'The first line must be WEBVTT; players show nothing without it. Add that line.',
  },
  'bad-time': {
    'zh-Hans': '这一行的时间读不懂：{text}。请写成 00:00:01,000 --> 00:00:03,000 这样。',
    'zh-Hant': '這一行的時間讀不懂：{text}。請寫成 00:00:01,000 --> 00:00:03,000 這樣。',
    en: 'This time line cannot be read: {text}. Write it as 00:00:01,000 --> 00:00:03,000.',
  },
  'cut-off': {
    'zh-Hans': '文件到这里断了，最后一条字幕不完整。请重新拷贝一次。',
    'zh-Hant': '檔案到這裡斷了，最後一條字幕不完整。請重新拷貝一次。',
    en: 'The file stops here and its last caption is incomplete. Copy it again.',
  },
  'end-before-start': {
    'zh-Hans': '这一条的结束时间比开始早，已经对调。',
    'zh-Hant': '這一條的結束時間比開始早，已經對調。',
    en: 'This caption ended before it began; its times were swapped.',
  },
  'zero-length': {
    'zh-Hans': '这一条没有时长，已经显示到下一条为止（最多 1 秒）。',
    'zh-Hant': '這一條沒有時長，已經顯示到下一條為止（最多 1 秒）。',
    en: 'This caption had no length; it now lasts up to the next one, one second at most.',
  },
  'empty-cue': {
    'zh-Hans': '这一条没有文字，已经去掉。',
    'zh-Hant': '這一條沒有文字，已經去掉。',
    en: 'This caption has no text and was left out.',
  },
  'out-of-order': {
    'zh-Hans': '字幕没有按时间排，从这一条起已经重新排好。',
    'zh-Hant': '字幕沒有按時間排，從這一條起已經重新排好。',
    en: 'Captions were not in order of time from here; they were sorted.',
  },
  overlap: {
    'zh-Hans': '有 {count} 条字幕在前一条结束之前就开始了，这是第一条。',
    'zh-Hant': '有 {count} 條字幕在前一條結束之前就開始了，這是第一條。',
    en: '{count} captions begin before the one before has ended; this is the first.',
  },
  'nonstandard-time': {
    'zh-Hans': '有 {count} 处时间写法不标准，已经读懂。',
    'zh-Hant': '有 {count} 處時間寫法不標準，已經讀懂。',
    en: '{count} times were written in an unusual way and read all the same.',
  },
  'missing-blank-line': {
    'zh-Hans': '有 {count} 条字幕之间没有空行，已经分开。',
    'zh-Hant': '有 {count} 條字幕之間沒有空行，已經分開。',
    en: '{count} captions followed each other without a blank line and were separated.',
  },
  'blank-line-inside': {
    'zh-Hans': '一条字幕中间有空行，已经当作同一条。',
    'zh-Hant': '一條字幕中間有空行，已經當作同一條。',
    en: 'A caption had a blank line inside; it was kept together.',
  },
  'unknown-markup': {
    'zh-Hans': '这里的 {text} 不是字幕记号，会当作文字显示。',
    'zh-Hant': '這裡的 {text} 不是字幕記號，會當作文字顯示。',
    en: '{text} is no caption markup and will be shown as text.',
  },
  'ruby-dropped': {
    'zh-Hans': '字幕里的注音去掉了，拼音由正文提供。',
    'zh-Hant': '字幕裡的注音去掉了，拼音由正文提供。',
    en: 'Ruby in captions was dropped; pinyin comes from the text.',
  },
  'invisible-removed': {
    'zh-Hans': '去掉了看不见的控制字符。',
    'zh-Hant': '去掉了看不見的控制字元。',
    en: 'Invisible control characters were taken out.',
  },
  'bad-bytes': {
    'zh-Hans': '有些字读不出来，会显示成 �。请用 UTF-8 重新保存字幕。',
    'zh-Hant': '有些字讀不出來，會顯示成 �。請用 UTF-8 重新儲存字幕。',
    en: 'Some characters could not be read and show as �. Save the captions again as UTF-8.',
  },
  'not-utf8': {
    'zh-Hans': '字幕不是 UTF-8 编码，按 {encoding} 读的。请看看有没有乱码。',
    'zh-Hant': '字幕不是 UTF-8 編碼，按 {encoding} 讀的。請看看有沒有亂碼。',
    en: 'The captions are not UTF-8 and were read as {encoding}. Check them for wrong characters.',
  },
  'read-as': {
    'zh-Hans': '文件里面其实是 {format} 字幕，已经按 {format} 读。',
    'zh-Hant': '檔案裡面其實是 {format} 字幕，已經按 {format} 讀。',
    en: 'The file really holds {format} captions and was read as such.',
  },
  'no-dialogue': {
    'zh-Hans': '这个 ASS 文件里一句对白也没有。请看看是不是选错了文件。',
    'zh-Hant': '這個 ASS 檔案裡一句對白也沒有。請看看是不是選錯了檔案。',
    en: 'There is no dialogue in this ASS file. Check that it is the right one.',
  },
  'styles-dropped': {
    'zh-Hans':
      '有 {count} 条字幕带着颜色、位置或特效，只留下了文字。会员看到的字幕都在画面下面，大小自己选。',
    'zh-Hant':
      '有 {count} 條字幕帶著顏色、位置或特效，只留下了文字。會員看到的字幕都在畫面下面，大小自己選。',
    en: '{count} captions had colours, places or effects; only their words were kept. Members see captions below the picture, in a size they choose.',
  },
  'drawing-dropped': {
    'zh-Hans': '有 {count} 条不是字，是画出来的图形，已经去掉。',
    'zh-Hant': '有 {count} 條不是字，是畫出來的圖形，已經去掉。',
    en: '{count} were drawings, not words, and were left out.',
  },
  'comment-dropped': {
    'zh-Hans': '有 {count} 条是制作人写给自己看的说明，没有放进来。',
    'zh-Hant': '有 {count} 條是製作人寫給自己看的說明，沒有放進來。',
    en: '{count} lines were comments for whoever made the file and were left out.',
  },
  'remark-dropped': {
    'zh-Hans': '有 {count} 条字幕里夹着不显示的说明，说明已经去掉。',
    'zh-Hant': '有 {count} 條字幕裡夾著不顯示的說明，說明已經去掉。',
    en: '{count} captions had hidden remarks inside; the remarks were left out.',
  },
  'karaoke-dropped': {
    'zh-Hans': '有 {count} 条是逐字变色的歌词，字都留下了，变色去掉了。',
    'zh-Hant': '有 {count} 條是逐字變色的歌詞，字都留下了，變色去掉了。',
    en: '{count} captions were karaoke; the words stay, the colouring syllable by syllable does not.',
  },
  'duplicate-dropped': {
    'zh-Hans': '有 {count} 条和另一条完全一样（叠起来做阴影用的），只留了一条。',
    'zh-Hant': '有 {count} 條和另一條完全一樣（疊起來做陰影用的），只留了一條。',
    en: '{count} captions repeated another one exactly (as its shadow) and were kept once.',
  },
  'speaker-dropped': {
    'zh-Hans':
      '有 {count} 条另外写了说话人（第一个是“{text}”），没有放进字幕。看画面分不清谁在说时，请自己加上。',
    'zh-Hant':
      '有 {count} 條另外寫了說話人（第一個是「{text}」），沒有放進字幕。看畫面分不清誰在說時，請自己加上。',
    en: '{count} captions name their speaker in a field of its own (first “{text}”), which was not put into the words. Add it where the picture does not show who speaks.',
  },
};
