import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAss } from './ass.ts';
import { parseCaptions } from './parse.ts';

const head =
  '[Script Info]\nTitle: 测试\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Kaiti\n\n[Events]\n';
const format = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
const event = (
  text: string,
  { from = '0:00:01.00', to = '0:00:03.00', kind = 'Dialogue', name = '', effect = '' } = {},
) => `${kind}: 0,${from},${to},Default,${name},0,0,0,${effect},${text}\n`;
const read = (...events: string[]) => parseAss(head + format + events.join(''));
const codes = (problems: readonly { code: string }[]) => problems.map((problem) => problem.code);

describe('ASS', () => {
  it('keeps the words, commas and all, with their times', () => {
    expect(read(event('你好，欢迎,来到读书会'))).toEqual({
      cues: [{ start: 1, end: 3, text: '你好，欢迎,来到读书会' }],
      problems: [],
    });
  });

  it('takes colours and places away and says how many', () => {
    const { cues, problems } = read(
      event('{\\an8\\c&H00FF00&\\pos(320,50)}上面的字{\\r}和下面的字'),
      event('平常的字', { from: '0:00:04.00', to: '0:00:06.00' }),
    );
    expect(cues.map((cue) => cue.text)).toEqual(['上面的字和下面的字', '平常的字']);
    expect(problems).toMatchObject([{ code: 'styles-dropped', severity: 'warning', params: { count: 1 } }]);
  });

  it('breaks lines at \\N, at \\n only where the script wraps nothing, and reads \\h and escaped braces', () => {
    expect(read(event('一\\N二\\n三\\h四\\{五\\}')).cues[0]?.text).toBe('一\n二 三 四{五}');
    const wrapped = parseAss(`[Script Info]\nWrapStyle: 2\n\n[Events]\n${format}${event('一\\n二')}`);
    expect(wrapped.cues[0]?.text).toBe('一\n二');
  });

  it('puts the syllables of a song together again', () => {
    const { cues, problems } = read(event('{\\k20}月{\\kf30}亮{\\ko15}代{\\K10}表'));
    expect(cues[0]?.text).toBe('月亮代表');
    expect(codes(problems)).toEqual(['karaoke-dropped']);
  });

  it('takes the line a karaoke effect was made from, not its syllables', () => {
    const { cues } = read(
      event('{\\k20}月{\\k30}亮', { kind: 'Comment', effect: 'karaoke' }),
      event('{\\pos(1,2)}月', { effect: 'fx' }),
      event('{\\pos(3,2)}亮', { effect: 'fx' }),
      event('code', { kind: 'Comment', effect: 'template' }),
    );
    expect(cues.map((cue) => cue.text)).toEqual(['月亮']);
  });

  it('leaves drawings out, keeps the words before and after one, and does not take \\pos for one', () => {
    const { cues, problems } = read(
      event('{\\p1}m 0 0 l 100 0 100 100{\\p0}'),
      event('{\\p1}m 0 0 l 1 1{\\p0}招牌{\\pos(1,1)}上的字', { from: '0:00:04.00', to: '0:00:06.00' }),
    );
    expect(cues.map((cue) => cue.text)).toEqual(['招牌上的字']);
    expect(codes(problems)).toEqual(expect.arrayContaining(['drawing-dropped', 'styles-dropped']));
  });

  it('says that comments, remarks, speakers and shadows were left out', () => {
    const { cues, problems } = read(
      event('给校对的话', { kind: 'Comment' }),
      event('大家好{这里再听一遍}', { name: '主持人' }),
      event('大家好'),
    );
    expect(cues.map((cue) => cue.text)).toEqual(['大家好']);
    expect(new Set(codes(problems))).toEqual(
      new Set(['comment-dropped', 'remark-dropped', 'speaker-dropped', 'duplicate-dropped']),
    );
    expect(problems.find((problem) => problem.code === 'speaker-dropped')?.params).toEqual({
      count: 1,
      text: '主持人',
    });
  });

  it('reads SSA, another order of fields, a missing section and a missing Format line', () => {
    const ssa = 'Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
    expect(
      parseAss(`[Events]\n${ssa}Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,,0,0,0,,好\n`).cues,
    ).toHaveLength(1);
    const short = parseAss('[Events]\nFormat: End, Start, Text\nDialogue: 0:00:02.00,0:00:01.00,好,的\n');
    expect(short.cues).toEqual([{ start: 1, end: 2, text: '好,的' }]);
    expect(parseAss(event('好')).cues).toHaveLength(1);
  });

  it('names the line whose time cannot be read and the file that stops half-way', () => {
    const { cues, problems } = read(event('坏', { from: '明天' }), event('好'), 'Dialogue: 0,0:00:05.0');
    expect(cues.map((cue) => cue.text)).toEqual(['好']);
    expect(problems).toMatchObject([
      { code: 'bad-time', line: 10, severity: 'error' },
      { code: 'cut-off', line: 12 },
    ]);
  });

  it('refuses a script without dialogue', () => {
    expect(parseAss(head + format)).toMatchObject({ cues: [], problems: [{ code: 'no-dialogue' }] });
  });

  it('is known by its content in any encoding, whatever it is called', () => {
    const text = head + format + event('读书会');
    const utf16 = new Uint8Array(2 + text.length * 2);
    const view = new DataView(utf16.buffer);
    view.setUint16(0, 0xfeff, true);
    [...text].forEach((character, i) => view.setUint16(2 + i * 2, character.charCodeAt(0), true));
    for (const bytes of [utf16, new TextEncoder().encode(text.replaceAll('\n', '\r\n'))]) {
      expect(parseCaptions(bytes, 'a.ass').cues).toEqual([{ start: 1, end: 3, text: '读书会' }]);
    }
    expect(codes(parseCaptions(utf16, 'a.srt').problems)).toEqual(['not-utf8', 'read-as']);
  });

  it('loses no word, whatever stands between the tags', () => {
    const words = fc.string({ unit: fc.constantFrom(...'读书会今天，。abc 1,'), maxLength: 8 });
    const tag = fc.constantFrom(
      '{\\b1}',
      '{\\k30}',
      '{\\fad(200,200)\\blur2}',
      '{\\clip(m 0 0 l 1 1)}',
      '{note}',
      '\\N',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(words, tag), { maxLength: 12 }), (parts) => {
        const { cues } = read(event(parts.flat().join('')));
        const bare = (text: string) => text.replace(/\s+/gu, '');
        expect(bare(cues.map((cue) => cue.text).join(''))).toBe(bare(parts.map(([word]) => word).join('')));
      }),
    );
  });
});
