/** Two ways to forget. Neither touches the app itself, so it still opens without a network afterwards. */
import { forgetCensus } from './census-places.ts';
import { deleteDatabase, withRecords } from './database.ts';
import { isPreview } from './is-preview.ts';
import { eraseCensus, hasDrafts } from './drafts/census-places.ts';
import { forgetPlaces } from './progress.ts';
import { STORE_NAMES, type StoreName } from './schema.ts';
import { eraseSettings, resetSettings } from './settings-store.ts';

/**
 * 换人: the next person on a shared tablet starts at the first choice. Progress, words and notes of the one before are
 * gone; the texts already fetched belong to the club and stay.
 */
export async function changePerson(): Promise<void> {
  await withRecords((records) => records.clear(['progress', 'words', 'notes']));
  forgetPlaces();
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
 * Everything this site ever stored about anyone, every text and every medium: as if the app had never been opened. Only the
 * studio's work stays. Rejects with a `MediaStoreError` `busy` when another window does not stop writing a medium; what is about people is gone even then.
 */
export async function eraseEverything(): Promise<void> {
  const keepsStudio = await hasStudioWork();
  if (keepsStudio)
    await withRecords((records) => records.clear(STORE_NAMES.filter((name) => !STUDIO.includes(name))));
  else await deleteDatabase();
  forgetPlaces();
  eraseSettings();
  // Beyond the database a preview has nothing of its own.
  if (isPreview) return;
  if (!keepsStudio) await eraseCensus();
  // Hardly ever asked for: not in what every page loads.
  const { eraseMedia } = await import('./media/erase-media.ts');
  // Whatever of the media stays: what a person erased is not fetched again by itself.
  await eraseMedia(keepsStudio ? ['media'] : ['media', 'drafts'], forgetCensus);
}

/** Drafts, and the club's words without any. Where the database does not answer, the census outside it does. */
async function hasStudioWork(): Promise<boolean> {
  if (hasDrafts()) return true;
  return withRecords(async (records) => {
    const kept = await Promise.all([
      records.all('drafts'),
      records.all('clubTerms'),
      records.all('clubReadings'),
    ]);
    return kept.some((rows) => rows.length > 0);
  });
}
