import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf, type Sentence } from '../core/reading/model.ts';
import { composeBlocks } from './blocks.ts';
import { NO_IDS } from './ids.ts';
import type { BlockSource, TermTable } from './issue-source.ts';
import { readMarkdown, type BlockDraft } from './markdown.ts';
import { loadPinyinBook, type PinyinBook } from './pinyin-book.ts';

let book: PinyinBook;
beforeAll(async () => {
  book = await loadPinyinBook();
  // Counted at the first use, which takes its time on a busy machine.
  book.usesOf('长');
}, 120_000);

const draft = (source: string): BlockDraft[] => readMarkdown(source, { file: 'a.md', lineOffset: 0 }).blocks;
const compose = (source: string, terms: TermTable = new Map()) =>
  composeBlocks(draft(source), { wording: { book }, terms, known: NO_IDS });
const sentencesIn = (block: BlockSource): readonly Sentence[] =>
  block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;

describe('blocks of a piece', () => {
  it('carry words with pinyin, emphasis and terms', () => {
    const { blocks } = compose('去[给水站](term:a)，*很*近。');
    expect(blocks[0]).toEqual({
      type: 'paragraph',
      sentences: [
        {
          id: 's1',
          words: [
            { text: '去', pinyin: 'qù' },
            { text: '给水站', pinyin: 'jǐshuǐzhàn', term: 'a' },
            { text: '，' },
            { text: '很', pinyin: 'hěn', emphasis: true },
            { text: '近', pinyin: 'jìn' },
            { text: '。' },
          ],
        },
      ],
    });
  });

  it('say where a doubtful reading stands, plain versions included', () => {
    const { unsure } = compose('好。\n\n树长了。\n\n::: plain\n树长高了。\n:::');
    expect(
      unsure.map(({ sentence, text, plain, line }) => `${sentence}${text}${plain ? ' plain' : ''}@${line}`),
    ).toContain('s2长@3');
    expect(
      unsure
        .filter(({ text }) => text === '长')
        .every(({ candidates, chosen }) => candidates.includes(chosen)),
    ).toBe(true);
  });

  it('never cut a marked title in two', () => {
    const { blocks } = compose('我读{救救孩子！大家看}这本书。好看。');
    expect(blocks.flatMap(sentencesIn).map(textOf)).toEqual(['我读救救孩子！大家看这本书。', '好看。']);
  });

  const folder = join(import.meta.dirname, '../../../shared/data/texts');
  it.skipIf(!existsSync(folder))(
    'keep every character of real texts, in little time',
    { timeout: 60_000 },
    () => {
      let characters = 0;
      const started = performance.now();
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.md') || name.endsWith('INDEX.md') || name.endsWith('SOURCE.md')) continue;
        const drafts = draft(readFileSync(join(folder, name), 'utf8'));
        const { blocks } = composeBlocks(drafts, { wording: { book }, terms: new Map(), known: NO_IDS });
        const kept = blocks.flatMap(sentencesIn).map(textOf).join('');
        const given = drafts.flatMap((each) => {
          if (each.type === 'figure') return each.caption === null ? [] : [each.caption.text];
          return each.type === 'list' ? each.items.flat().map(({ text }) => text) : [each.prose.text];
        });
        expect(kept).toBe(given.join(''));
        characters += kept.length;
      }
      const perThousandMs = (performance.now() - started) / (characters / 1000);
      console.info(
        `authoring: ${characters} characters of real text at ${perThousandMs.toFixed(0)} ms a thousand`,
      );
      expect(perThousandMs).toBeLessThan(1000);
    },
  );
});
