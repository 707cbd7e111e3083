/** What is known of a stored file's bytes, so that a film is not hashed each time it is to be sent. */
import { withDatabase } from '../database.ts';
import { withMediaErrors } from '../media/media-error.ts';

/** Null where nobody has hashed it yet. */
export function notedHash(id: string): Promise<string | null> {
  return withMediaErrors(() =>
    withDatabase(async (database) => (await database.get('draftFiles', id))?.sha256 ?? null),
  );
}

export function noteHash(id: string, sha256: string): Promise<void> {
  return withMediaErrors(() =>
    withDatabase(async (database) => {
      const noting = database.transaction('draftFiles', 'readwrite');
      const record = await noting.store.get(id);
      // A file that still grows has no hash.
      if (record?.state === 'kept') await noting.store.put({ ...record, sha256 });
      await noting.done;
    }),
  );
}
