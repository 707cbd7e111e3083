/** Words of text nobody has read yet: cut by the engine, without pinyin, which is proposed later (draft-words). */
import type { DraftWord } from '../draft/model.ts';
import { boundariesByIntl } from '../words.ts';

export function rawWords(text: string): DraftWord[] {
  if (text === '') return [];
  const borders = [0, ...boundariesByIntl(text), text.length];
  return borders.slice(1).flatMap((end, index) => {
    const word = text.slice(borders[index], end);
    return word === '' ? [] : [{ text: word }];
  });
}
