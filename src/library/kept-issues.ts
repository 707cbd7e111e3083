/**
 * What of the shelf is on this tablet, as the bookcase asks: an installed month is read from here first, whole and
 * verified, whether there is a network or not.
 */
import type { BlobRef } from '../core/reading/model.ts';
import { withRecords } from '../storage/database.ts';
import type { InstalledRecord } from '../storage/schema.ts';
import { installedIssues } from './installed-issues.ts';

export interface KeptIssues {
  get(issue: string): InstalledRecord | undefined;
  readonly all: readonly InstalledRecord[];
  /** Sealed here when this was read; the service worker asks the shelf should it have gone since. */
  has(blob: BlobRef): boolean;
}

const none: KeptIssues = { get: () => undefined, all: [], has: () => false };

export async function readKeptIssues(): Promise<KeptIssues> {
  const all = await installedIssues();
  if (all.length === 0) return none;
  const byId = new Map(all.map((record) => [record.issue, record]));
  const blobs = new Set<string>();
  for (const record of all) for (const hash of record.blobs) blobs.add(hash);
  for (const record of all) for (const hash of record.missing) blobs.delete(hash);
  return { all, get: (issue) => byId.get(issue), has: ({ sha256 }) => blobs.has(sha256) };
}

/** A text of an issue that is here or on its way; it was verified when it came. */
export async function heldText(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await withRecords((records) => records.get('held', sha256)))?.bytes;
}

/** Answered by the service worker from the store, else from the shelf; without one nobody would answer. */
export function mediaAddress(blob: BlobRef): string | null {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return null;
  return `/media/${blob.sha256}?${new URLSearchParams({ type: blob.type, shelf: blob.href }).toString()}`;
}
