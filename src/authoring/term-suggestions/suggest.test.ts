import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftTerm } from '../draft/model.ts';
import { pieceOf, sentence, termId } from '../draft-words/fixture.ts';
import { readIssueFolder } from '../issue-folder.ts';
import { openNodeFolder } from '../node-folder.ts';
import { loadPinyinBook } from '../pinyin-book.ts';
import { measureCommonness, type Commonness } from './commonness.ts';
import { suggestTerms, type SuggestionSources } from './suggest.ts';
import { newTermId } from './term-ids.ts';

let commonness: Commonness;
beforeAll(async () => {
  commonness = measureCommonness(await loadPinyinBook());
}, 120_000);

const sources = (more: Partial<SuggestionSources> = {}): SuggestionSources => ({
  commonness,
  cards: [],
  declined: new Set(),
  ...more,
});
const words = (...said: readonly string[]) => pieceOf(sentence('s1', ...said));

describe('how common something is', () => {
  it('orders words and characters as people would', () => {
    expect(commonness.rankOfWord('学习')).toBeLessThan(commonness.rankOfWord('弄堂') ?? 0);
    expect(commonness.rankOfWord('长惠坊')).toBeNull();
    expect(commonness.rankOfRarest('大人')).toBeLessThan(200);
    expect(commonness.rankOfRarest('桑葚')).toBeGreaterThan(4000);
    expect(commonness.rankOfRarest('ABC')).toBe(0);
  });
});

describe('words proposed as terms', () => {
  it('are the hard ones, each with its reason, hardest first', () => {
    const piece = words(
      '我 wǒ',
      '嘹亮 liáoliàng',
      '动迁 dòngqiān',
      '学习 xuéxí',
      '长惠坊 chánghuìfāng',
      '。',
    );
    expect(suggestTerms(piece, sources()).map(({ word, why }) => [word, why.reason])).toEqual([
      ['嘹亮', 'character'],
      ['长惠坊', 'unknown'],
      ['动迁', 'rare'],
    ]);
  });

  it('put the club’s own cards first, whatever they explain', () => {
    const card: DraftTerm = { id: termId('xuexi'), word: '学习', pinyin: 'xuéxí', explanation: '学。' };
    expect(suggestTerms(words('嘹亮 liáoliàng', '学习 xuéxí'), sources({ cards: [card] }))[0]).toEqual({
      word: '学习',
      pinyin: 'xuéxí',
      places: 1,
      why: { reason: 'card', term: 'xuexi' },
    });
  });

  it('are not proposed once declined, marked, or met often enough', () => {
    const piece = pieceOf(
      sentence(
        's1',
        '嘹亮 liáoliàng',
        { text: '皂荚', pinyin: 'zàojiá', term: termId('zaojia') },
        '动迁 dòngqiān',
      ),
    );
    const left = suggestTerms(piece, sources({ declined: new Set(['嘹亮']), met: new Map([['动迁', 3]]) }));
    expect(left).toEqual([]);
  });

  it('count their places and give no pinyin that nobody settled', () => {
    const piece = words('嘹亮 liáoliàng liáoliàng/liàoliàng', '嘹亮 liáoliàng liáoliàng/liàoliàng');
    expect(suggestTerms(piece, sources())).toEqual([
      { word: '嘹亮', pinyin: '', places: 2, why: { reason: 'character', character: '嘹' } },
    ]);
  });

  it('are no forms of everyday words', () => {
    const forms = words(
      '绿绿 lǜlǜ',
      '看一看 kànyīkàn',
      '第十九 dìshíjiǔ',
      '三块 sānkuài',
      '听不见 tīngbujiàn',
    );
    expect(suggestTerms(forms, sources())).toEqual([]);
  });
});

describe('ids of cards', () => {
  it('are made of the pinyin and never taken twice', () => {
    expect(newTermId('Chánglè Lù', [])).toBe('changle-lu');
    expect(newTermId('lǜ', ['lv'])).toBe('lv-2');
    expect(newTermId('', ['term'])).toBe('term-2');
  });
});

describe('on the starter’s issues, whose cards people chose', () => {
  it('at least half of the cards are proposed, and few words besides', { timeout: 120_000 }, async () => {
    const root = join(import.meta.dirname, '../../starter/issues');
    const count = { cards: 0, proposed: 0, besides: 0, words: 0 };
    for (const name of readdirSync(root)) {
      const { pieces } = await readIssueFolder(openNodeFolder(join(root, name)));
      for (const piece of pieces) {
        const sentences = piece.reading.blocks.flatMap((block) =>
          block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences,
        );
        const marked = new Set(
          sentences.flatMap((each) => each.words.flatMap((word) => (word.term ? [word.text] : []))),
        );
        const bare = sentences.map((each) =>
          sentence(
            each.id,
            ...each.words.map(({ text, pinyin }) => ({ text, ...(pinyin === undefined ? {} : { pinyin }) })),
          ),
        );
        const proposed = suggestTerms(pieceOf(...bare), sources()).map(({ word }) => word);
        count.words += sentences.flatMap((each) => each.words).length;
        count.cards += marked.size;
        count.proposed += proposed.filter((word) => marked.has(word)).length;
        count.besides += proposed.filter((word) => !marked.has(word)).length;
      }
    }
    console.info(
      `terms: ${count.proposed} of ${count.cards} cards proposed, ${count.besides} words besides, of ${count.words}`,
    );
    expect(count.proposed / count.cards).toBeGreaterThanOrEqual(0.5);
    expect(count.besides / count.words).toBeLessThanOrEqual(0.05);
  });
});
