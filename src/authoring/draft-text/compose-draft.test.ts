import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import {
  DraftBlockSchema,
  sentencesOfDraftBlock,
  textOfDraft,
  type DraftBlock,
  type DraftPiece,
} from '../draft/model.ts';
import type { ImportedBlock } from '../imported/document.ts';
import { composeDraftBlocks } from './compose-draft.ts';
import type { NewId } from './new-id.ts';

const counting = (): NewId => {
  let count = 0;
  return (prefix) => v.parse(SentenceIdSchema, `${prefix}${(count += 1)}`);
};
const prose = (text: string) => ({ text, marks: [], emphasis: [] });
const paragraph = (text: string): ImportedBlock => ({ type: 'paragraph', prose: prose(text) });
const compose = (blocks: readonly ImportedBlock[], before?: DraftPiece, newId = counting()): DraftBlock[] =>
  composeDraftBlocks(blocks, { newId, pictures: new Map(), before });
const shown = (blocks: readonly DraftBlock[]): string[] =>
  blocks.flatMap(sentencesOfDraftBlock).map((sentence) => `${sentence.id} ${textOfDraft(sentence)}`);
const pieceOf = (blocks: DraftBlock[]): DraftPiece => ({
  version: 1,
  id: 'morning',
  kind: 'reading',
  title: '',
  language: 'zh-Hans',
  blocks,
  questions: [],
  source: { author: '', permission: '' },
  tracks: [],
  captions: [],
  consent: false,
});

describe('an imported document as a draft', () => {
  it('has every kind of block, cut into sentences', () => {
    const blocks = compose([
      { type: 'heading', level: 2, prose: prose('早上') },
      { type: 'paragraph', prose: prose('他走了。天黑了。'), plain: [prose('天黑了，他走了。')] },
      { type: 'list', ordered: true, items: [[prose('洗手。擦干。')], [prose('吃饭')]] },
      { type: 'figure', picture: null, alt: '', caption: prose('老街。') },
    ]);
    expect(shown(blocks)).toEqual([
      's1 早上',
      's2 他走了。',
      's3 天黑了。',
      's4 洗手。',
      's5 擦干。',
      's6 吃饭',
      's7 老街。',
    ]);
    expect(blocks[1]).toMatchObject({ plain: [{ id: 'p8' }] });
    expect(blocks.every((block) => v.is(DraftBlockSchema, block))).toBe(true);
  });

  it('keeps marked words whole, with their pinyin, and the stress of their stretch', () => {
    const [block] = compose([
      {
        type: 'paragraph',
        prose: {
          text: '他长大了真的。',
          marks: [{ start: 1, end: 3, pinyin: 'zhǎngdà' }],
          emphasis: [{ start: 4, end: 6 }],
        },
      },
    ]);
    const words = block === undefined ? [] : (sentencesOfDraftBlock(block)[0]?.words ?? []);
    expect(words).toContainEqual({ text: '长大', pinyin: 'zhǎngdà' });
    expect(
      words
        .filter((word) => word.emphasis)
        .map(({ text }) => text)
        .join(''),
    ).toBe('真的');
  });

  it('brought again in a new version keeps the ids, words and confirmed readings of what stayed', () => {
    const newId = counting();
    const first = compose([paragraph('他走了。天黑了。再见。')], undefined, newId);
    const confirmed: DraftBlock[] = first.map((block) =>
      block.type === 'paragraph'
        ? {
            ...block,
            sentences: block.sentences.map((sentence) => ({
              ...sentence,
              words: [
                ...sentence.words.slice(0, -1).map((word) => ({ ...word, pinyin: 'x' })),
                { text: '。' },
              ],
            })),
          }
        : block,
    );
    const again = compose([paragraph('开头。'), paragraph('他走远了。天黑了。')], pieceOf(confirmed), newId);
    expect(shown(again)).toEqual(['s4 开头。', 's1 他走远了。', 's2 天黑了。']);
    const [, walked, dark] = again.flatMap(sentencesOfDraftBlock);
    expect(dark?.words.every((word) => word.text === '。' || word.pinyin === 'x')).toBe(true);
    expect(walked?.words[0]).toEqual({ text: '他', pinyin: 'x' });
    expect(walked?.words.some((word) => word.pinyin === undefined && word.text !== '。')).toBe(true);
  });

  it('as long as a book does not bring the machine to a halt', () => {
    const many = Array.from({ length: 4000 }, (_, index) => paragraph(`第${index}天，他走了很远很远。`));
    const before = pieceOf(compose(many));
    const start = performance.now();
    expect(shown(compose(many.slice(1), before))[0]).toBe('s2 第1天，他走了很远很远。');
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
