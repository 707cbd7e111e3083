import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

/** `|` marks where the text must be cut, and nowhere else. */
const promises: Record<string, readonly string[]> = {
  'plain stops end sentences': [
    '盼望着，春天来了。|小草绿了！|你看见了吗？|看见了。',
    '没有句号的标题',
    '他走了。',
  ],
  'closing quotation marks stay with their sentence': [
    '三妹很难过的说道：“哥哥，小猫死了！”|我心里很酸。',
    '她说：「走吧。」|我们就走了。',
    '他想：『明天会下雨吗？』|他不知道。',
    '老师说：“请读‘春天来了。’”|我们读了。',
  ],
  'long direct speech is cut inside, its marks staying where they are': [
    '“今天很好。|明天呢？|我不知道。”|他走了。',
    '奶奶说：“先洗手。|再吃饭。”|我去洗手。',
  ],
  'who speaks stays with what is said': [
    '“不要紧！”他说。|我放心了。',
    '“小猫死了！”三妹很难过地说道：“怎么办？”|我不知道。',
    '“你去哪儿？”她问。',
    '“不要紧，”他说，“我再要一只来。”|他笑了。',
  ],
  'speakers who take turns in one paragraph are kept apart': [
    '他说，“你怎么这样凭空污人清白……”|“什么清白？”',
    '单说了一句“不要取笑！”|“取笑？|怎么会？”',
    '他问，“怎样写的？”|我想，不必回答。',
  ],
  'quotations inside a sentence are not cut': [
    '墙上写着“请排队！不要挤。”几个字。|我看见了。',
    '他“啊！”的一声叫了起来。',
    '我听见“砰！”一声响。',
    '她叫他“老师”。|他笑了。',
  ],
  'a quotation in a quotation is never cut open': ['妈妈说：“他说：‘走吧。我们走。’|我就来了。”|我点头。'],
  'brackets and titles are never cut open': [
    '图书馆（周一休息。请注意！）很大。|欢迎来。',
    '我读了《救救孩子！》这篇文章。|很好。',
    '我走了。|（他没有看见。）|后来下雨了。',
    '(青蛙喜欢凉水。)|哪儿有水呢？',
    '［掌声］主持人：大家好。|今天下雨。',
  ],
  'ellipsis and dash do not end a sentence by themselves': [
    '我……我不知道。|他走了。',
    '买一碗酒，——这是二十多年前的事，——靠柜外站着。|他喝了。',
    '“我……”他说不下去了。',
    '怎么会？……|他想。',
    '他走远了……',
  ],
  'stops that come together stay together': [
    '真的吗？！|是的！！！|好吧。。。|走。',
    '什么?!|真的。',
    '“真的？！”|我不信。',
  ],
  'decimals, abbreviations and names of sites are whole': [
    '今天气温3.5度。|很冷。',
    '他坐No. 5公共汽车来的。|很快。',
    'Mr. Wang来了。|他住在U.S.很久。',
    '水果（e.g. apples）很好。|请看 www.example.org 的说明。',
    '请看https://example.org/a?b=1&c=2。|好。',
    '第1.2节在第3页。',
    '他用的是Windows.|后来换了。',
    'He came. |She left. |他们走了。',
  ],
  'list numbers stay with their item': [
    '1. 先洗手。|2. 再吃饭。',
    '（1）先洗手。|（2）再吃饭。',
    '一、先洗手。|二、再吃饭。',
    '1.苹果',
  ],
  'the speaker in front stays with the sentence': [
    '主持人：大家好。|今天我们读什么？',
    '王大爷：来了！|来了！',
  ],
  'spaces and line ends belong to the sentence before': [
    '　　春天来了。 |夏天也来了。\n|秋天',
    '第一段\n\n|第二段',
  ],
  'an opener that never closes does not hold the paragraph': [
    '“第一段话。|还没说完。',
    '她写着“请进。|我进去了。',
  ],
  'typewriter quotation marks': ['他说："你好。"|我笑了。', '"走吧!"他说。|我走了。', "It's fine. |他说."],
};

describe('splitSentences', () => {
  for (const [promise, texts] of Object.entries(promises)) {
    it.each(texts)(`${promise}: %s`, (marked) => {
      expect(splitSentences(marked.replaceAll('|', ''))).toEqual(marked.split('|'));
    });
  }

  it('makes nothing of nothing', () => expect(splitSentences('')).toEqual([]));

  const odd = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...'。！？!?.…—，：；、“”‘’「」『』（）()《》"\'0123 　\n') },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            ...'他说我的好走A.b',
            '……',
            '——',
            'Mr.',
            'U.S.',
            '3.5',
            '他说',
            '𠮷',
            '👍🏽',
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('never loses or changes a character', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(splitSentences(text).join('')).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('never makes an empty sentence, nor one without a word beside others', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const parts = splitSentences(text);
        const isSound = (part: string): boolean =>
          parts.length < 2 ? part !== '' : /[\p{L}\p{N}]/u.test(part);
        expect(parts.filter((part) => !isSound(part))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(odd, (text) => {
        fc.pre(text.isWellFormed());
        expect(splitSentences(text).filter((part) => !part.isWellFormed())).toEqual([]);
      }),
    );
  });

  it('leaves plain sentences whole when they are split again', () => {
    const plain = fc.array(
      fc.constantFrom('他走了。', '好吗？', '“走吧！”', '真的！', '她说：“好。”', '买了3.5斤。'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(plain, (sentences) => {
        for (const sentence of splitSentences(sentences.join('')))
          expect(splitSentences(sentence)).toEqual([sentence]);
      }),
    );
  });

  const texts = join(import.meta.dirname, '../../../../shared/data/texts');
  const files = listMarkdown(texts);
  it.skipIf(files.length === 0)(
    'keeps real texts whole and cuts them into sentences of a readable length',
    () => {
      for (const file of files) {
        for (const paragraph of readFileSync(file, 'utf8').split(/\n+/u)) {
          const sentences = splitSentences(paragraph);
          expect(sentences.join('')).toBe(paragraph);
          for (const sentence of sentences) expect(splitSentences(sentence)).toEqual([sentence]);
        }
      }
    },
  );
});

function listMarkdown(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
