import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBilingual, keepLanguage } from './bilingual.ts';
import type { Caption } from './model.ts';
import { parseCaptions } from './parse.ts';

const captions = (...texts: string[]): Caption[] =>
  texts.map((text, i) => ({ start: i, end: i + 0.9, text }));
const chinese = (...texts: string[]) => keepLanguage(captions(...texts), 'chinese').map(({ text }) => text);
const other = (...texts: string[]) => keepLanguage(captions(...texts), 'other').map(({ text }) => text);

describe('two languages in one file', () => {
  it('an English line with a Chinese bracket or quotation marks stays English', () => {
    const texts = ['如果数据集有的话）\nif your dataset had them）', '他说“好”\nHe said “Good”'];
    expect(other(...texts)).toEqual(['if your dataset had them）', 'He said “Good”']);
    expect(chinese(...texts)).toEqual(['如果数据集有的话）', '他说“好”']);
  });

  it('a name that ends the Chinese sentence stays with it', () => {
    expect(chinese('今天我们用\nPyTorch。\nToday we use PyTorch.')).toEqual(['今天我们用\nPyTorch。']);
    expect(chinese('欢迎\nWelcome', '- Trainer API。\n- The Trainer API.')).toEqual([
      '欢迎',
      '- Trainer API。',
    ]);
  });

  it('Japanese is not Chinese for its characters', () => {
    const texts = ['今天去学校\n今日は学校へ行く', '好的\nはい'];
    expect(isBilingual(captions(...texts))).toBe(true);
    expect(chinese(...texts)).toEqual(['今天去学校', '好的']);
    expect(other(...texts)).toEqual(['今日は学校へ行く', 'はい']);
  });

  it('two captions at the same time, one in each language, as ASS has them', () => {
    const pairs = ['欢迎', '再见'].flatMap((text, i): Caption[] => [
      { start: i, end: i + 1, text },
      { start: i, end: i + 1, text: `line ${i}` },
    ]);
    expect(isBilingual(pairs)).toBe(true);
    expect(keepLanguage(pairs, 'chinese').map(({ text }) => text)).toEqual(['欢迎', '再见']);
    expect(keepLanguage(pairs, 'other').map(({ text }) => text)).toEqual(['line 0', 'line 1']);
  });

  it('two people speaking Chinese at once are not two languages', () => {
    const pairs: Caption[] = ['你好', '大家好'].map((text) => ({ start: 1, end: 2, text }));
    expect(isBilingual(pairs)).toBe(false);
    expect(keepLanguage(pairs, 'chinese')).toEqual(pairs);
  });
});

const folder = join(process.cwd(), '../shared/data/captions/zh-srt');
const isMissing = !existsSync(folder);
if (isMissing) console.warn('SKIPPED: ../shared/data/captions is not on this machine');

describe.skipIf(isMissing)('every real bilingual file', () => {
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.srt'));
  it.each(names)('%s gives each language whole', (name) => {
    const { cues } = parseCaptions(readFileSync(join(folder, name)), name);
    expect(isBilingual(cues)).toBe(true);
    const zh = keepLanguage(cues, 'chinese');
    const en = keepLanguage(cues, 'other');
    expect([zh.length, en.length]).toEqual([cues.length, cues.length]);
    // No line is in both, none in neither.
    const bare = (text: string) => text.split('\n').sort().join('\n');
    cues.forEach((cue, i) => expect(bare(`${zh[i]?.text}\n${en[i]?.text}`)).toBe(bare(cue.text)));
    expect(en.filter((cue) => /\p{Script=Han}/u.test(cue.text))).toEqual([]);
  });
});
