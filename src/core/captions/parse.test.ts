import { describe, expect, it } from 'vitest';
import { isBilingual, keepLanguage } from './bilingual.ts';
import { decodeCaptionBytes, readCaptionBytes } from './encoding.ts';
import { parseCaptions } from './parse.ts';
import { parseSrt } from './srt.ts';
import { parseVtt } from './vtt.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (problems: readonly { code: string }[]): string[] => problems.map((problem) => problem.code);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

const twoCues =
  '1\n00:00:01,000 --> 00:00:02,500\n欢迎来到读书会。\n\n2\n00:00:03,000 --> 00:00:04,000\n今天读《背影》。\n';

describe('encodings', () => {
  it('reads UTF-16 of either order, with and without a byte order mark', () => {
    for (const littleEndian of [true, false]) {
      for (const mark of [true, false]) {
        expect(decodeCaptionBytes(utf16(twoCues, littleEndian, mark))).toBe(twoCues);
      }
    }
  });

  it('tells GB18030 from Big5 without being told', () => {
    const prefix = utf8('1\n00:00:01,000 --> 00:00:02,000\n');
    // 你好，我们 in GBK; 你好，我們 in Big5.
    const gbk = bytes(...prefix, 0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xce, 0xd2, 0xc3, 0xc7);
    const big5 = bytes(...prefix, 0xa7, 0x41, 0xa6, 0x6e, 0xa1, 0x41, 0xa7, 0xda, 0xad, 0xcc);
    expect(readCaptionBytes(gbk)).toMatchObject({ encoding: 'gb18030' });
    expect(decodeCaptionBytes(gbk)).toContain('你好，我们');
    expect(readCaptionBytes(big5)).toMatchObject({ encoding: 'big5' });
    expect(decodeCaptionBytes(big5)).toContain('你好，我們');
  });

  it('reads the four-byte characters of GB18030', () => {
    const prefix = utf8('1\n00:00:01,000 --> 00:00:02,000\n');
    const gb = bytes(...prefix, 0xc4, 0xe3, 0xba, 0xc3, 0x95, 0x32, 0x82, 0x36);
    expect(decodeCaptionBytes(gb)).toContain('你好\u{20000}');
  });

  it('keeps a UTF-8 file with stray bytes as UTF-8 and names the line', () => {
    const stray = bytes(
      ...utf8('1\n00:00:01,000 --> 00:00:02,000\n欢迎来到读书会'),
      0xff,
      0xc0,
      ...utf8('。\n'),
    );
    const { encoding, problems, text } = readCaptionBytes(stray);
    expect(encoding).toBe('utf-8');
    expect(problems).toMatchObject([{ code: 'bad-bytes', line: 3 }]);
    expect(text).toContain('欢迎来到读书会');
  });
});

describe('SubRip', () => {
  it('reads times typed with a Chinese input method', () => {
    const { cues, problems } = parseSrt('１\n００：００：０５，８５０ ——＞ ００：００：０７，７１３\n欢迎\n');
    expect(cues).toEqual([{ start: 5.85, end: 7.713, text: '欢迎' }]);
    expect(codes(problems)).toEqual(['nonstandard-time']);
  });

  it('separates captions whose blank line is missing, numbers and all', () => {
    const { cues, problems } = parseSrt(twoCues.replace('\n\n2', '\n2'));
    expect(cues.map((cue) => cue.text)).toEqual(['欢迎来到读书会。', '今天读《背影》。']);
    expect(codes(problems)).toEqual(['missing-blank-line']);
  });

  it('keeps a number that is the caption', () => {
    const { cues } = parseSrt(
      '1\n00:00:01,000 --> 00:00:02,000\n2020\n\n2\n00:00:03,000 --> 00:00:04,000\n好\n',
    );
    expect(cues[0]?.text).toBe('2020');
  });

  it('leaves out a caption cut off in its time line, and does not take the line for text', () => {
    for (const cut of ['00:00:05,0', '00:00:05,000 --> 00:0', '00:00:05,000 -->', '00:00:05,000 --']) {
      const { cues, problems } = parseSrt(`${twoCues}\n3\n${cut}`);
      expect(cues.at(-1)?.text).toBe('今天读《背影》。');
      expect(cues).toHaveLength(2);
      expect(codes(problems)).toContain('cut-off');
    }
  });

  it('leaves out a caption whose time cannot be read, its text included', () => {
    const { cues, problems } = parseSrt(
      twoCues.replace('00:00:03,000 --> 00:00:04,000', '00:00:xx --> 00:00:04,000'),
    );
    expect(cues).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'bad-time', line: 6, severity: 'error' }]);
  });

  it('takes 60 minutes as an hour', () => {
    expect(parseSrt('1\n00:60:01,000 --> 00:60:02,000\n字\n').cues[0]?.start).toBe(3601);
  });

  it('keeps what is no formatting as text', () => {
    const { cues, problems } = parseSrt(
      '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>斜体</i> a < b && c > d\n<script>alert(1)</script>\n',
    );
    expect(cues[0]?.text).toBe('斜体 a < b && c > d\n<script>alert(1)</script>');
    expect(codes(problems)).toContain('unknown-markup');
  });

  it('refuses a web page, an ASS script and plain prose, saying so', () => {
    for (const text of [
      '<!doctype html><p>1</p>',
      '[Script Info]\nTitle: x\n',
      '从前有一座山。\n山上有座庙。',
    ]) {
      const { cues, problems } = parseSrt(text);
      expect(cues).toEqual([]);
      expect(codes(problems)).toEqual(['not-captions']);
    }
  });

  it('repairs and reports: order, swapped times, no length, empty text, overlap', () => {
    const { cues, problems } = parseSrt(
      [
        '1\n00:00:09,000 --> 00:00:10,000\n末\n',
        '2\n00:00:02,000 --> 00:00:01,000\n反\n',
        '3\n00:00:03,000 --> 00:00:03,000\n零\n',
        '4\n00:00:03,500 --> 00:00:06,000\n长\n',
        '5\n00:00:05,000 --> 00:00:07,000\n叠\n',
        '6\n00:00:08,000 --> 00:00:08,500\n\n',
      ].join('\n'),
    );
    expect(cues.map((cue) => [cue.start, cue.end, cue.text])).toEqual([
      [1, 2, '反'],
      [3, 3.5, '零'],
      [3.5, 6, '长'],
      [5, 7, '叠'],
      [9, 10, '末'],
    ]);
    expect(new Set(codes(problems))).toEqual(
      new Set(['out-of-order', 'end-before-start', 'zero-length', 'empty-cue', 'overlap']),
    );
  });

  it('takes out invisible controls and keeps what emoji are joined with', () => {
    const { cues } = parseSrt('1\n00:00:01,000 --> 00:00:02,000\n零\u200B宽\u202E👩🏽‍🏫\n');
    expect(cues[0]?.text).toBe('零宽👩🏽‍🏫');
  });
});

describe('WebVTT', () => {
  const vtt = (body: string) => parseVtt(`WEBVTT\n\n${body}\n`);

  it('keeps the speaker of a voice span as text, unless the words name the speaker already', () => {
    expect(vtt('00:01.000 --> 00:02.000\n<v 主持人>大家好！</v>').cues[0]?.text).toBe('主持人：大家好！');
    expect(vtt('00:01.000 --> 00:02.000\n<v.loud 主持人>主持人：大家好！').cues[0]?.text).toBe(
      '主持人：大家好！',
    );
  });

  it('drops ruby, classes, languages and inner times, and says that ruby went', () => {
    const { cues, problems } = vtt(
      '00:01.000 --> 00:02.000\n<ruby>读<rt>dú</rt>书<rt>shū</ruby><c.shout>会</c><00:01.500><lang zh-Hant>體</lang>',
    );
    expect(cues[0]?.text).toBe('读书会體');
    expect(codes(problems)).toEqual(['ruby-dropped']);
  });

  it('decodes entities once', () => {
    expect(vtt('00:01.000 --> 00:02.000\n&amp;lt; &lt;转义&gt; &#33;').cues[0]?.text).toBe('&lt; <转义> !');
  });

  it('keeps script tags as text', () => {
    const { cues, problems } = vtt(
      '00:01.000 --> 00:02.000\n<b onclick=alert(1)>属性</b><script>alert(1)</script>',
    );
    expect(cues[0]?.text).toBe('属性<script>alert(1)</script>');
    expect(codes(problems)).toEqual(['unknown-markup']);
  });

  it('skips styles, regions and notes, and reads U+0000 as U+FFFD', () => {
    const { cues } = vtt(
      'STYLE\n::cue{}\n\nNOTE 注释\n跨行\n\nintro\n00:01.000 --> 00:02.000 align:start\n字\0',
    );
    expect(cues).toEqual([{ id: 'intro', start: 1, end: 2, text: '字\uFFFD' }]);
  });

  it('refuses a file without its header and times with commas, as players do, with the line', () => {
    expect(parseVtt('00:01.000 --> 00:02.000\n字')).toMatchObject({
      cues: [],
      problems: [{ code: 'missing-header', line: 1 }],
    });
    expect(vtt('00:01,000 --> 00:02,000\n字')).toMatchObject({
      cues: [],
      problems: [{ code: 'bad-time', line: 3 }],
    });
  });
});

it('goes by what is in the file rather than by its name', () => {
  expect(parseCaptions(utf8('WEBVTT\n\n00:01.000 --> 00:02.000\n字\n'), 'a.srt').cues).toHaveLength(1);
});

describe('bilingual captions', () => {
  const captions = [
    { start: 1, end: 2, text: '欢迎\nWelcome' },
    { start: 2, end: 3, text: '第一句\n还是第一句\nfirst\nsentence' },
    { start: 3, end: 4, text: 'PyTorch\nPyTorch' },
    { start: 4, end: 5, text: '［掌声］' },
  ];

  it('keeps the Chinese lines or the others', () => {
    expect(isBilingual(captions.slice(0, 3))).toBe(true);
    expect(keepLanguage(captions, 'chinese').map((cue) => cue.text)).toEqual([
      '欢迎',
      '第一句\n还是第一句',
      'PyTorch',
      '［掌声］',
    ]);
    expect(keepLanguage(captions, 'other').map((cue) => cue.text)).toEqual([
      'Welcome',
      'first\nsentence',
      'PyTorch',
    ]);
  });

  it('leaves captions in one language alone', () => {
    expect(isBilingual([{ start: 0, end: 1, text: '两行\n都是中文' }])).toBe(false);
  });
});
