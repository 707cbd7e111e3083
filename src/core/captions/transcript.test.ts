import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceSchema } from '../reading/model.ts';
import { keepLanguage } from './bilingual.ts';
import { lettersOf, matchCaptions } from './match.ts';
import type { Caption } from './model.ts';
import { parseCaptions } from './parse.ts';
import { transcriptOf } from './transcript.ts';

const at = (start: number, text: string, end = start + 1.9): Caption => ({ start, end, text });

describe('the text of a film from its captions', () => {
  it('is sentences by their marks, whatever captions they were spread over', () => {
    expect(
      transcriptOf([at(0, '欢迎来到\n读书会，'), at(2, '今天我们读《背影》。'), at(4, '准备好了吗？好。')]),
    ).toEqual([['欢迎来到读书会，今天我们读《背影》。', '准备好了吗？', '好。']]);
  });

  it('gives captions without marks a full stop each', () => {
    expect(
      transcriptOf([
        at(0, '欢迎来到读书会'),
        at(2, '准备好了吗？'),
        at(4, '我们开始'),
        at(6, '先看题目'),
        at(8, '再看作者'),
        at(10, '请坐'),
      ]),
    ).toEqual([['欢迎来到读书会。', '准备好了吗？', '我们开始。', '先看题目。', '再看作者。', '请坐。']]);
  });

  it('begins a paragraph after a silence and with a speaker, never in mid-sentence', () => {
    expect(
      transcriptOf([at(0, '大家好。'), at(9, '主持人：欢迎，'), at(20, '请坐。'), at(22, '王阿姨：谢谢！')]),
    ).toEqual([['大家好。'], ['主持人：欢迎，请坐。'], ['王阿姨：谢谢！']]);
  });

  it('leaves sounds to the captions and parts two people in one caption', () => {
    expect(
      transcriptOf([at(0, '［音乐］'), at(2, '［敲门声］\n谁呀？'), at(4, '－你吃了吗\n－吃过了')]),
    ).toEqual([['谁呀？', '你吃了吗。', '吃过了']]);
    expect(transcriptOf([])).toEqual([]);
  });
});

const folder = join(process.cwd(), '../shared/data/captions/zh-srt');
const isMissing = !existsSync(folder);
if (isMissing) console.warn('SKIPPED: ../shared/data/captions is not on this machine');

describe.skipIf(isMissing)('real captions made into a text', () => {
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.srt'));
  it.each(names)('%s: every letter is in it, and every caption finds its sentence again', (name) => {
    const captions = keepLanguage(parseCaptions(readFileSync(join(folder, name)), name).cues, 'chinese');
    const texts = transcriptOf(captions).flat();
    expect(lettersOf(texts.join(''))).toBe(lettersOf(captions.map(({ text }) => text).join('')));
    const sentences = texts.map((text, i) => v.parse(SentenceSchema, { id: `s${i + 1}`, words: [{ text }] }));
    const matched = matchCaptions(
      captions.map(({ id: _id, ...rest }) => rest),
      sentences,
    );
    expect(matched.unmatched).toEqual([]);
    expect(matched.uncovered).toEqual([]);
    const order = matched.captions.flatMap(({ sentence }) => (sentence ? [Number(sentence.slice(1))] : []));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
