/**
 * The very last place, in localStorage. A page that is being closed or reloaded is not waited for: what it hands to
 * IndexedDB then may never be written, while localStorage is written before the next line runs.
 */
import * as v from 'valibot';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { isPreview } from './is-preview.ts';
import type { ProgressRecord } from './schema.ts';

const KEY = 'same-page.place';

const PlaceSchema = v.object({
  issue: v.string(),
  piece: v.string(),
  sentence: SentenceIdSchema,
  index: v.number(),
  total: v.number(),
  timeSeconds: v.number(),
  finished: v.boolean(),
  updatedMs: v.number(),
});

export function rememberPlace(place: ProgressRecord): void {
  if (isPreview) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // IndexedDB still has its chance.
  }
}

export function lastPlace(): ProgressRecord | null {
  if (isPreview) return null;
  try {
    return v.parse(PlaceSchema, JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return null;
  }
}

export function forgetPlace(): void {
  if (isPreview) return;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing could be written there either.
  }
}
