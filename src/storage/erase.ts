/** Two ways to forget. Neither touches the app itself, so it still opens without a network afterwards. */
import { deleteDatabase, withRecords } from './database.ts';
import { isPreview } from './is-preview.ts';
import { forgetPlace } from './last-place.ts';
import { eraseMedia } from './media/erase-media.ts';
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

/**
 * Everything this site ever stored about anyone, every text and every medium: as if the app had never been opened.
 * Rejects with a `MediaStoreError` `busy` when a medium is being written; what is about people is gone even then.
 */
export async function eraseEverything(): Promise<void> {
  await deleteDatabase();
  forgetPlace();
  eraseSettings();
  if (!isPreview) await eraseMedia();
}
