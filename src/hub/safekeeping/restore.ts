/** A backup made into a data folder again: unpacked aside and looked through to the last byte, then moved into its place. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { signerOf } from '../../core/shelf/follow-catalogue.ts';
import { dataPaths, type HubConfig } from '../config.ts';
import { HubError } from '../hub-error.ts';
import { openShelf } from '../open-shelf.ts';
import { makeFolder, syncFolder } from '../store/durable-write.ts';
import { folderStore } from '../store/folder-store.ts';
import { moveShelf } from '../store/move-shelf.ts';
import { openStore } from '../store/open-store.ts';
import { verifyShelf } from '../store/shelf-files.ts';
import { aboutName, safeEntry, sumsName } from './backup.ts';
import { importKey, safeName, signAnew } from './key-changes.ts';
import { openSafe } from './safe.ts';
import { readTar, TarError } from './tar.ts';

export interface Restored {
  /** When the backup was made, ISO 8601. */
  readonly made: string;
  readonly files: number;
  readonly issues: readonly string[];
  readonly hasKey: boolean;
  /** A bucket that had a newer state of the same shelf keeps it. */
  readonly keptBucket: boolean;
}

export interface RestoreOrder {
  readonly file: string;
  readonly config: HubConfig;
  /** For the key in the backup; null to leave it there. Only asked when there is one. */
  passphrase(): Promise<string | null>;
  readonly now: Date;
}

/** @throws HubError `restore-not-empty`, `backup-damaged`, `safe-unreadable`, …; then the data folder is as it was. */
export async function restoreBackup({ file, config, passphrase, now }: RestoreOrder): Promise<Restored> {
  const { data } = config;
  if ((await readdir(data).catch(() => [])).length > 0)
    throw new HubError('restore-not-empty', { folder: data });
  const aside = await placeAside(data);
  try {
    const { files, made } = await unpack(file, aside);
    const stagedShelf = folderStore(path.join(aside, 'shelf'), path.join(aside, 'temporary'));
    const stored = await stagedShelf.readCatalogue();
    const signer = stored && (await signerOf(stored.jws, []));
    // The signature in the file itself: that it is the right shelf, its tablets will say.
    const verified = stored && (await verifyShelf(stagedShelf, signer === null ? [] : [signer]));
    const key = await keyIn(aside, file, passphrase);
    await rm(path.join(aside, path.dirname(safeEntry)), { recursive: true, force: true });
    await syncFolders(aside);
    await putInPlace(aside, data);
    const keptBucket = await settle(config, key, now);
    return { made, files, issues: verified?.issues ?? [], hasKey: key !== null, keptBucket };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** On the data folder's own disk: beside it, or inside where it cannot be replaced because it is a disk of its own. */
async function placeAside(data: string): Promise<string> {
  const isReplaceable = await rmdir(data).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  const aside = isReplaceable ? `${data}.restoring` : path.join(data, '.restoring');
  await rm(aside, { recursive: true, force: true });
  await makeFolder(path.dirname(aside));
  return aside;
}

/** Every folder in it: the files are on the disk, and now their names are. */
async function syncFolders(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  for (const { parentPath, name } of folders) await syncFolder(path.join(parentPath, name));
  await syncFolder(root);
}

async function putInPlace(aside: string, data: string): Promise<void> {
  const isWhole = path.dirname(aside) !== data;
  if (isWhole) await rename(aside, data);
  else for (const name of await readdir(aside)) await rename(path.join(aside, name), path.join(data, name));
  await syncFolder(isWhole ? path.dirname(data) : data);
}

async function keyIn(
  aside: string,
  file: string,
  passphrase: RestoreOrder['passphrase'],
): Promise<string | null> {
  const safe = await readFile(path.join(aside, safeEntry), 'utf8').catch(() => null);
  if (safe === null) return null;
  const words = await passphrase();
  if (words === null) return null;
  const key = await openSafe(safeName, safe, words);
  if (key === null) throw new HubError('safe-unreadable', { file });
  return key;
}

/**
 * Key, bucket and sequence. Tablets have seen later catalogues than the backup's: with the key the same shelf is signed
 * anew, under a sequence that is later than all of them.
 */
async function settle(config: HubConfig, key: string | null, now: Date): Promise<boolean> {
  if (key === null) return false;
  const { data } = config;
  const local: HubConfig = { ...config, store: { kind: 'folder' } };
  await importKey(data, await openShelf(local), key);
  const shelf = await openShelf(local);
  if (config.store.kind === 'folder') {
    await signAnew(shelf, now);
    return false;
  }
  const keys = [shelf.keys.publicKey, ...shelf.keys.former];
  const bucket = await openStore(config);
  let isNewer = false;
  if ((await shelf.store.readCatalogue()) !== null) {
    await moveShelf({ from: shelf.store, to: bucket, keys, report: () => undefined }).catch(
      (error: unknown) => {
        isNewer = error instanceof HubError && error.fault === 'move-target-newer';
        if (!isNewer) throw error;
      },
    );
    await rm(dataPaths(data).shelf, { recursive: true, force: true });
  }
  if (!isNewer) await signAnew(await openShelf(config), now);
  return isNewer;
}

interface Unpacked {
  readonly files: number;
  readonly made: string;
}

/** @throws HubError `file-unreadable` or `backup-damaged`. */
async function unpack(file: string, aside: string): Promise<Unpacked> {
  const found = new Map<string, string>();
  let sums: string | null = null;
  let made: string | null = null;
  try {
    for await (const { name, content } of readTar(createReadStream(file, { highWaterMark: 1 << 20 }))) {
      if (!isSafe(name) || sums !== null) throw new TarError(`${name} does not belong here`);
      if (name === sumsName || name === aboutName) {
        const text = await textOf(content);
        if (name === sumsName) sums = text;
        else {
          made =
            /"format":"same-page-backup","version":1,"made":"(?<made>[^"]+)"/u.exec(text)?.groups?.['made'] ??
            null;
          found.set(name, createHash('sha256').update(text).digest('hex'));
        }
      } else found.set(name, await writeOut(path.join(aside, name), content));
    }
  } catch (error) {
    if (error instanceof TarError) throw new HubError('backup-damaged', { file, reason: error.message });
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new HubError('file-unreadable', { file, reason: code });
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new HubError('disk-full', { file: aside });
    throw error;
  }
  // The list comes last: without it the file was cut short.
  const expected = [...found].map(([name, sha256]) => `${sha256}  ${name}\n`).join('');
  if (made === null || sums !== expected) throw new HubError('backup-damaged', { file, reason: sumsName });
  return { files: found.size, made };
}

/** Relative, without a way up or a hidden trick in it. */
function isSafe(name: string): boolean {
  return name
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/u.test(part));
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function writeOut(target: string, content: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const part of content) {
      hash.update(part);
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
