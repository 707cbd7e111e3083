/** The words on the page by their place: focus goes to them after a change has drawn them anew. */
import * as v from 'valibot';
import { SentenceIdSchema } from '../../../../core/reading/model.ts';
import type { WordPlace } from '../../../../authoring/draft-words/places.ts';

export const PANEL_ID = 'word-panel';

export function wordElement({ sentence, word }: WordPlace): HTMLElement | null {
  const row = document.querySelector(`[data-row="${sentence}"]`);
  return (
    row?.querySelector<HTMLElement>(`button[data-word="${word}"]`) ??
    row?.querySelector<HTMLElement>('button[data-word]') ??
    null
  );
}

/** The first thing to answer in the open panel: a reading, else the field to type one. */
export function panelElement(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>(`#${PANEL_ID} [data-candidate]`) ??
    document.querySelector<HTMLElement>(`#${PANEL_ID} input`)
  );
}

export function placeOfElement(target: EventTarget | null): WordPlace | null {
  const word = target instanceof Element ? target.closest('button[data-word]') : null;
  const row = word?.closest('[data-row]')?.getAttribute('data-row');
  const sentence = v.safeParse(SentenceIdSchema, row);
  return word && sentence.success
    ? { sentence: sentence.output, word: Number(word.getAttribute('data-word')) }
    : null;
}
