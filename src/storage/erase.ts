/** Two ways to forget. Neither touches the app itself, so it still opens without a network afterwards. */
import { forgetCensus } from './census-places.ts';
import { deleteDatabase, withRecords } from './database.ts';
import { isPreview } from './is-preview.ts';
import { eraseCensus } from './drafts/census-places.ts';
import { forgetPlace } from './last-place.ts';
import { STORE_NAMES, type StoreName } from './schema.ts';
import { eraseSettings, resetSettings } from './settings-store.ts';

/**
 * 换人: the next person on a shared tablet starts at the first choice. Progress, words and notes of the one before are
 * gone; the texts already fetched belong to the club and stay.
 */
export async function changePerson(): Promise<void> {
  await withRecords((records) => records.clear(['progress', 'words', 'notes']));
  forgetPlace();
  resetSettings();
}

/** The months facilitators are making: the club's work, nobody's trace. It goes in the studio, month by month. */
const STUDIO: readonly StoreName[] = [
  'drafts',
  'draftPieces',
  'draftVersions',
  'draftFiles',
  'clubTerms',
  'clubReadings',
];

/**
 * Everything this site ever stored about anyone, every text and every medium: as if the app had never been opened. Only drafts
 * stay. Rejects with a `MediaStoreError` `busy` when a medium is being written; what is about people is gone even then.
 */
export async function eraseEverything(): Promise<void> {
  const hasDrafts = await withRecords(async (records) => (await records.all('drafts')).length > 0);
  if (hasDrafts)
    await withRecords((records) => records.clear(STORE_NAMES.filter((name) => !STUDIO.includes(name))));
  else await deleteDatabase();
  forgetPlace();
  eraseSettings();
  if (!hasDrafts) await eraseCensus();
  if (isPreview) return;
  // Hardly ever asked for: not in what every page loads.
  const { eraseMedia } = await import('./media/erase-media.ts');
  // Whatever of the media stays: what a person erased is not fetched again by itself.
  await eraseMedia(hasDrafts ? ['media'] : ['media', 'drafts']).finally(forgetCensus);
}
