/**
 * Which of the documents that were written over may go. The studio sends one every few seconds while somebody types: of the last hour all
 * are kept, of the last day one an hour, of a month one a day, each the last of its time; nobody goes back to the others, and they would
 * fill the disk.
 */
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_MS = 30 * DAY_MS;

export interface OldDocument {
  /** Of its file. */
  readonly name: string;
  /** Of the piece or the month it was. */
  readonly of: string;
  /** When it was written over. */
  readonly endedMs: number;
}

/** From now on it is old: a text that stood for a year has its month too. @param file Absolute. */
export async function markEnded(file: string): Promise<void> {
  const now = new Date();
  // Lost on the disk: whoever writes over it is the last to be kept from it.
  await utimes(file, now, now).catch(() => undefined);
}

/**
 * @param folder Absolute.
 * @param named Hashes of those that are not old.
 */
export async function sweepDocuments(
  folder: string,
  named: ReadonlySet<string>,
  nowMs: number,
): Promise<void> {
  const old: OldDocument[] = [];
  for (const name of await readdir(folder)) {
    if (named.has(path.basename(name, '.json'))) continue;
    const file = path.join(folder, name);
    const endedMs = (await stat(file)).mtimeMs;
    if (nowMs - endedMs > HOUR_MS) old.push({ name, of: await idIn(file), endedMs });
  }
  for (const name of outdated(old, nowMs)) await rm(path.join(folder, name));
}

/** Whose document it is; its own where that cannot be read. */
async function idIn(file: string): Promise<string> {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), v.object({ id: v.string() })),
    await readFile(file, 'utf8'),
  );
  return parsed.success ? parsed.output.id : file;
}

/** @returns Names of files. */
export function outdated(documents: readonly OldDocument[], nowMs: number): readonly string[] {
  const kept = new Set<string>();
  return [...documents]
    .sort((a, b) => b.endedMs - a.endedMs)
    .flatMap(({ name, of, endedMs }) => {
      const ageMs = nowMs - endedMs;
      if (ageMs <= HOUR_MS) return [];
      const [unit, unitMs] = ageMs <= DAY_MS ? ['hour', HOUR_MS] : ['day', DAY_MS];
      const slot = `${of} ${unit} ${Math.floor(endedMs / unitMs)}`;
      if (ageMs > LONGEST_MS || kept.has(slot)) return [name];
      kept.add(slot);
      return [];
    });
}
