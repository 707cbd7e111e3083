import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termId } from '../../../../authoring/draft/fixture.ts';
import type { HubWords } from './hub-drafts.ts';
import { mergeWords } from './merge-words.ts';

const card = (id: string, explanation: string) => ({ id: termId(id), word: id, pinyin: id, explanation });
const words = (
  cards: Readonly<Record<string, string>>,
  readings: Readonly<Record<string, string>> = {},
): HubWords => ({
  terms: Object.entries(cards).map(([id, explanation]) => card(id, explanation)),
  readings: { ...readings },
});
const cards = ({ terms }: HubWords) =>
  Object.fromEntries(terms.map(({ id, explanation }) => [id, explanation]));

describe('a club’s words on two machines', () => {
  const base = words({ x: '旧', y: '旧' }, { 长乐路: 'a' });

  it('takes what each side wrote, added and took away', () => {
    const merged = mergeWords(
      base,
      words({ x: '新' }, { 长乐路: 'a', 弄堂: 'b' }),
      words({ x: '旧', y: '旧', z: '新' }, {}),
    );
    expect(cards(merged)).toEqual({ x: '新', z: '新' });
    expect(merged.readings).toEqual({ 弄堂: 'b' });
  });

  it('makes two cards of one both wrote, and never a third', () => {
    const mine = words({ x: '我的', y: '旧' });
    const theirs = words({ x: '她的', y: '旧' });
    const merged = mergeWords(base, mine, theirs);
    expect(cards(merged)).toEqual({ x: '她的', y: '旧', 'x-2': '我的' });
    // The hub did not take it in time and is asked again.
    expect(cards(mergeWords(base, mine, merged))).toEqual(cards(merged));
  });

  it('keeps a card the one changed and the other took away', () => {
    expect(cards(mergeWords(base, words({ x: '新', y: '旧' }), words({ y: '旧' })))).toEqual({
      x: '新',
      y: '旧',
    });
  });

  it('whatever both do: every explanation somebody wrote is there', () => {
    const text = fc.constantFrom('一', '二', '三');
    const any = fc
      .dictionary(fc.constantFrom('x', 'y', 'z'), text, { noNullPrototype: true })
      .map((all) => words(all));
    fc.assert(
      fc.property(any, any, any, (before, mine, theirs) => {
        const merged = mergeWords(before, mine, theirs);
        const there = new Set(merged.terms.map(({ word, explanation }) => `${word} ${explanation}`));
        for (const side of [mine, theirs]) {
          const written = Object.entries(cards(side)).filter(([id, text]) => cards(before)[id] !== text);
          expect(written.filter(([id, text]) => !there.has(`${id} ${text}`))).toEqual([]);
        }
        expect(new Set(merged.terms.map(({ id }) => id)).size).toBe(merged.terms.length);
        expect(mergeWords(merged, merged, merged)).toEqual(merged);
      }),
    );
  });
});
