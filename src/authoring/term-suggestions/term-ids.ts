/** Ids for new cards: readable, by pinyin (`longtang`), never one that is taken. */
import * as v from 'valibot';
import { TermIdSchema, type TermId } from '../../core/reading/model.ts';
import { withoutTone } from '../everyday-words.ts';

export function newTermId(pinyin: string, taken: Iterable<string>): TermId {
  const letters = withoutTone(pinyin.toLowerCase())
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 48);
  const base = letters === '' ? 'term' : letters;
  const used = new Set(taken);
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
  return v.parse(TermIdSchema, id);
}
