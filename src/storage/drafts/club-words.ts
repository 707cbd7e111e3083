/** The club's term cards and confirmed readings, kept over months on this machine. */
import { withDatabase } from '../database.ts';
import type { ClubReadingRecord, ClubTermRecord } from './draft-records.ts';
import { withDraftErrors } from './draft-store-error.ts';

const ofClub = (club: string): IDBKeyRange => IDBKeyRange.bound([club], [club, []]);
const STRICT = { durability: 'strict' } as const;

export function clubTerms(club: string): Promise<readonly ClubTermRecord[]> {
  return withDraftErrors(() => withDatabase((database) => database.getAll('clubTerms', ofClub(club))));
}

export function allClubTerms(): Promise<readonly ClubTermRecord[]> {
  return withDraftErrors(() => withDatabase((database) => database.getAll('clubTerms')));
}

export function putClubTerm(term: ClubTermRecord): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('clubTerms', 'readwrite', STRICT);
      await Promise.all([saving.store.put(term), saving.done]);
    }),
  );
}

export function deleteClubTerm(club: string, id: string): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('clubTerms', 'readwrite', STRICT);
      await Promise.all([saving.store.delete([club, id]), saving.done]);
    }),
  );
}

export function clubReadings(club: string): Promise<readonly ClubReadingRecord[]> {
  return withDraftErrors(() => withDatabase((database) => database.getAll('clubReadings', ofClub(club))));
}

export function putClubReading(reading: ClubReadingRecord): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('clubReadings', 'readwrite', STRICT);
      await Promise.all([saving.store.put(reading), saving.done]);
    }),
  );
}

export function deleteClubReading(club: string, word: string): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('clubReadings', 'readwrite', STRICT);
      await Promise.all([saving.store.delete([club, word]), saving.done]);
    }),
  );
}
