/** What the preview shows: two sentences of each club's own life, with a term and pinyin, in the real reading model. */
import * as v from 'valibot';
import { ReadingSchema } from '../../core/reading/model.ts';
import type { Reading } from '../../core/reading/model.ts';

type Words = readonly (readonly [text: string, pinyin?: string, term?: string])[];

const LANE: readonly Words[] = [
  [
    ['妈妈', 'māma'],
    ['带', 'dài'],
    ['我', 'wǒ'],
    ['去', 'qù'],
    ['给水站', 'jǐshuǐzhàn', 'water-point'],
    ['排队', 'páiduì'],
    ['拎', 'līn'],
    ['水', 'shuǐ'],
    ['。'],
  ],
  [['邻居们', 'línjūmen'], ['用', 'yòng'], ['手', 'shǒu'], ['比划', 'bǐhua'], ['。']],
];

const BUS: readonly Words[] = [
  [
    ['下', 'xià'],
    ['一', 'yí'],
    ['站', 'zhàn', 'stop'],
    ['我', 'wǒ'],
    ['要', 'yào'],
    ['下车', 'xiàchē'],
    ['。'],
  ],
  [['师傅', 'shīfu'], ['，'], ['请', 'qǐng'], ['等', 'děng'], ['一下', 'yíxià'], ['。']],
];

export const SAMPLES: Readonly<Record<'hands' | 'magnolia', Reading>> = {
  hands: reading('给水站', LANE),
  magnolia: reading('坐公交', BUS),
};

function reading(title: string, sentences: readonly Words[]): Reading {
  return v.parse(ReadingSchema, {
    version: 1,
    kind: 'reading',
    title,
    language: 'zh-Hans',
    terms: [],
    questions: [],
    blocks: [
      {
        type: 'paragraph',
        sentences: sentences.map((words, index) => ({
          id: `sample-${index + 1}`,
          words: words.map(([text, pinyin, term]) => ({
            text,
            ...(pinyin !== undefined && { pinyin }),
            ...(term !== undefined && { term }),
          })),
        })),
      },
    ],
  });
}
