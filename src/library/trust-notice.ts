/** The two things about the shelf's signature a person is told: another key, and a date that has passed. */
import { withRecords } from '../storage/database.ts';
import { keyQuestion } from './key-offer.ts';
import type { LibraryNotice } from './library.ts';
import { keptCatalogue } from './trust.ts';

export async function trustNotice(url: string): Promise<LibraryNotice | null> {
  const record = await withRecords((records) => records.get('shelf', url));
  if (!record) return null;
  const question = await keyQuestion(record);
  if (question) return { kind: 'key-changed', ...question };
  const catalogue = await keptCatalogue(url);
  const isExpired = catalogue !== null && Date.parse(catalogue.expires) < Date.now();
  return isExpired ? { kind: 'expired', since: catalogue.expires } : null;
}
