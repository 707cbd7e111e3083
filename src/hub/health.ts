/** Whether the hub can do its work, for whoever watches it: yes or no for each condition, and nothing about the machine. */
import { readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { verifyCatalogueFrom } from '../core/shelf/follow-catalogue.ts';
import { ifThere } from './store/if-there.ts';

export type Condition = 'shelf' | 'space' | 'clock';
export interface Health {
  readonly isWell: boolean;
  readonly conditions: Readonly<Record<Condition, boolean>>;
}

/** A month with its book and the copy in the making. */
export const leastFreeBytes = 2 * 1024 ** 3;
/** The program is newer than this, so a clock before it has lost its time. */
export const earliestTime = Date.UTC(2026, 10, 1);
/** A catalogue issued later than now means that the clock went back, or was ahead when it was made. */
const toleratedMs = 10 * 60_000;
/** Watchers ask as often as they like; the disk is asked this often. */
const freshMs = 5_000;

export interface HealthSource {
  /** Absolute: the data folder. */
  readonly data: string;
  /** Bytes of `catalogue.jws`, or null where there is none yet. @throws when the store does not answer. */
  readCatalogue(): Promise<string | null>;
  readonly key: JWK;
  now(): number;
}

/** The catalogue of a shelf on this disk. */
export const catalogueIn = (shelfRoot: string) => (): Promise<string | null> =>
  ifThere(() => readFile(path.join(shelfRoot, 'catalogue.jws'), 'utf8'));

export function healthOf(source: HealthSource): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > freshMs) last = { at: now, health: examine(source) };
    return last.health;
  };
}

/** Signed by the key of this start, or by one it leads to: the key may have been changed beside a running hub. */
async function issuedOf(jws: string, key: JWK): Promise<number> {
  const { catalogue } = await verifyCatalogueFrom(jws, key);
  return Date.parse(catalogue.issued);
}

export async function examine({ data, readCatalogue, key, now }: HealthSource): Promise<Health> {
  const issued = await readCatalogue()
    .then(async (jws) => (jws === null ? 0 : issuedOf(jws, key)))
    .catch(() => null);
  const free = await statfs(data).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const conditions = {
    shelf: issued !== null,
    space: free >= leastFreeBytes,
    clock: now() >= earliestTime && (issued ?? 0) <= now() + toleratedMs,
  };
  return { isWell: Object.values(conditions).every(Boolean), conditions };
}
