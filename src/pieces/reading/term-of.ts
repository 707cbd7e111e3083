import * as v from 'valibot';
import { TermIdSchema } from '../../core/reading/model.ts';
import type { TermId } from '../../core/reading/model.ts';

/** The term a word on the page is marked with. */
export function termOf(word: HTMLElement): TermId | null {
  const parsed = v.safeParse(TermIdSchema, word.dataset.term);
  return parsed.success ? parsed.output : null;
}
