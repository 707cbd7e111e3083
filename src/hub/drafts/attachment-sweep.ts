/**
 * Files no month, no earlier document, no month in the bin, no planned release and no card names any more, once they are two months old.
 * Where one of these cannot be read nothing goes: it may be the one that names a film.
 */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../store/if-there.ts';

const LOOSE_MS = 60 * 86_400_000;
const ID = /[0-9a-f]{64}/gu;

/** @param data The hub's data folder, absolute. */
export async function sweepAttachments(data: string, nowMs: number): Promise<void> {
  const named = await namedIds(data);
  const root = path.join(data, 'attachments');
  const needed = new Set<string>();
  for (const record of await filesBelow(path.join(root, 'ids'))) {
    const isLoose =
      !named.has(path.basename(record, '.json')) && nowMs - (await stat(record)).mtimeMs > LOOSE_MS;
    if (isLoose) await rm(record, { force: true });
    // By the look of a hash, not by parsing: what a newer hub wrote keeps its bytes too.
    else for (const hash of (await readFile(record, 'utf8')).match(ID) ?? []) needed.add(hash);
  }
  for (const file of await filesBelow(path.join(root, 'sha256'))) {
    // Bytes come before their record: those of just now wait for it.
    if (!needed.has(path.basename(file)) && nowMs - (await stat(file)).mtimeMs > LOOSE_MS)
      await rm(file, { force: true });
  }
}

async function namedIds(data: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const folder of ['drafts', 'club-words', path.join('releases', 'approved')]) {
    for (const file of await filesBelow(path.join(data, folder)))
      for (const id of (await readFile(file, 'utf8')).match(ID) ?? []) named.add(id);
  }
  return named;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = (await ifThere(() => readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
