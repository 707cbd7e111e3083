import { expect, it } from 'vitest';
import complete from '@pinyin-pro/data/complete';
import { everydayCharacters } from '../core/checks/everyday-characters.ts';

it('the everyday characters are the 2,500 most used of the dictionary', () => {
  const uses = new Map<string, number>();
  for (const [word, [, frequency]] of Object.entries(complete)) {
    for (const char of word) {
      if (/\p{Script=Han}/u.test(char)) uses.set(char, (uses.get(char) ?? 0) + (frequency ?? 0));
    }
  }
  // The one the list lacks, see pinyin-book.ts.
  uses.set('不', 1);
  const most = [...uses].sort(([, a], [, b]) => b - a).slice(0, 2500);
  expect([...everydayCharacters].sort()).toEqual(most.map(([char]) => char).sort());
});
