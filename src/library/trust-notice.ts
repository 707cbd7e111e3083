/** The two things about the shelf's signature a person is told: another key, and a date that has passed. */
import { calculateJwkThumbprint } from 'jose';
import { withRecords } from '../storage/database.ts';
import { keyChanged } from './catalogue-news.ts';
import type { LibraryNotice } from './library.ts';
import type { ShelfConfig } from './shelf-config.ts';
import { canonical, keptCatalogue } from './trust.ts';

export async function trustNotice(config: ShelfConfig): Promise<LibraryNotice | null> {
  const record = await withRecords((records) => records.get('shelf', config.url));
  if (!record) return null;
  const offered = canonical(config.key);
  if (keyChanged.value && record.key !== offered)
    return {
      kind: 'key-changed',
      pinned: await fingerprint(record.key),
      offered: await fingerprint(offered),
    };
  const catalogue = await keptCatalogue(config.url);
  const isExpired = catalogue !== null && Date.parse(catalogue.expires) < Date.now();
  return isExpired ? { kind: 'expired', since: catalogue.expires } : null;
}

/** RFC 7638, as hex in groups of four: to be read aloud and compared. */
async function fingerprint(key: string): Promise<string> {
  const thumbprint = await calculateJwkThumbprint(JSON.parse(key), 'sha256');
  const bytes = Uint8Array.from(atob(thumbprint.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{4}/gu) ?? []).join(' ');
}
