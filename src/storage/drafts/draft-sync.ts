/** What this machine and the hub agree on. */
import { withDatabase } from '../database.ts';
import type { DraftSyncRecord } from './draft-records.ts';
import { withDraftErrors } from './draft-store-error.ts';

export function readSync(name: string): Promise<DraftSyncRecord | null> {
  return withDraftErrors(() =>
    withDatabase(async (database) => (await database.get('draftSync', name)) ?? null),
  );
}

export function putSync(record: DraftSyncRecord): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('draftSync', 'readwrite', { durability: 'strict' });
      await Promise.all([saving.store.put(record), saving.done]);
    }),
  );
}
