/**
 * A backup of a running hub, in one file. Nothing is stopped: what refers is read before what it refers to (heads before
 * documents, drafts before their films, plans before the shelf), and content never changes under its name, so what comes out
 * is one state that was or could have been. Where something needed went away meanwhile, all begins anew.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { publicationsOf } from '../../core/shelf/catalogue.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { durableWrite } from '../store/durable-write.ts';
import { filesOfShelf, payloadSignedBy } from '../store/shelf-files.ts';
import { endOfTar, headerOf, paddingOf } from './tar.ts';

export const aboutName = 'same-page-backup.json';
export const sumsName = 'SHA256SUMS';
export const safeEntry = 'keys/shelf.safe';

/** Ours to make again, or a matter of the moment; the shelf and the keys are seen to by themselves. */
const leftOut = new Set(['builds', 'temporary', 'uploads', 'write.lock', 'shelf', 'keys']);
const mostTries = 5;
const pieceBytes = 1 << 20;

export interface BackupOrder {
  readonly data: string;
  /** Absolute. */
  readonly target: string;
  readonly shelf: OpenShelf;
  /** The signing key, locked; null to leave it out. */
  readonly safe: string | null;
  readonly now: Date;
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Something that was needed is gone: a withdrawal, or a draft thrown away. */
class ChangedMeanwhile extends Error {}

/** @throws HubError `backup-unsettled`, `file-unwritable`, … Then no file is left. @returns How many files are in it. */
export async function writeBackup(order: BackupOrder): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await tryBackup(order);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  throw new HubError('backup-unsettled', {});
}

async function tryBackup(order: BackupOrder): Promise<number> {
  const { target, now } = order;
  const sums: string[] = [];
  // Drafted beside the target: a stick is another file system than the data folder's.
  await durableWrite(
    target,
    path.dirname(target),
    async (file) => {
      for await (const entry of entriesOf(order)) sums.push(await writeEntry(file, entry, now));
      const text = Buffer.from(sums.join(''));
      await writeEntry(file, { name: sumsName, size: text.byteLength, pieces: [text] }, now);
      await file.writeFile(endOfTar());
    },
    0o600,
  );
  return sums.length;
}

/** @returns Its line of `sha256sum`. */
async function writeEntry(file: FileHandle, { name, size, pieces }: Entry, now: Date): Promise<string> {
  await file.writeFile(headerOf({ name, size }, now.getTime()));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.byteLength;
    await file.writeFile(piece);
  }
  if (bytes !== size) throw new ChangedMeanwhile(name);
  await file.writeFile(paddingOf(size));
  return `${hash.digest('hex')}  ${name}\n`;
}

async function* entriesOf({ data, shelf, safe, now }: BackupOrder): AsyncGenerator<Entry, void> {
  yield textEntry(
    aboutName,
    JSON.stringify({ format: 'same-page-backup', version: 1, made: now.toISOString() }),
  );
  if (safe !== null) yield textEntry(safeEntry, safe);
  for (const rank of [0, 1, 2, 3]) {
    // Listed only now: what earlier ranks refer to was written before them.
    for (const name of await namesBelow(data)) if (rankOf(name) === rank) yield* fileEntry(data, name);
  }
  yield* shelfEntries(shelf);
}

/** What refers comes before what it refers to. */
function rankOf(name: string): number {
  if (name.startsWith('attachments/ids/')) return 2;
  if (name.startsWith('attachments/')) return 3;
  return /^(?:drafts\/[^/]+\/documents|releases\/approved)\//u.test(name) ? 1 : 0;
}

async function namesBelow(data: string): Promise<readonly string[]> {
  const top = (await readdir(data)).filter((name) => !leftOut.has(name) && !name.startsWith('write.lock'));
  const all = await Promise.all(
    top.map(async (name) => {
      const below = await readdir(path.join(data, name), { recursive: true, withFileTypes: true }).catch(
        () => null,
      );
      if (below === null) return [name];
      return below
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(data, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    }),
  );
  return all.flat().sort();
}

async function* fileEntry(data: string, name: string): AsyncGenerator<Entry, void> {
  const file = await open(path.join(data, name), 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new ChangedMeanwhile(name) : error;
  });
  try {
    const { size } = await file.stat();
    // What is appended from here on belongs to the next backup.
    const pieces =
      size === 0
        ? []
        : createReadStream('', {
            fd: file,
            start: 0,
            end: size - 1,
            autoClose: false,
            highWaterMark: pieceBytes,
          });
    yield { name, size, pieces };
  } finally {
    await file.close();
  }
}

async function* shelfEntries({ store, keys }: OpenShelf): AsyncGenerator<Entry, void> {
  const stored = await store.readCatalogue();
  if (stored === null) return;
  const { feed } = await payloadSignedBy(stored.jws, [keys.publicKey, ...keys.former]);
  yield textEntry('shelf/catalogue.jws', stored.jws);
  yield textEntry('shelf/opds.json', `${JSON.stringify(feed, null, 1)}\n`);
  const files = await filesOfShelf(store, publicationsOf(feed)).catch((error: unknown) => {
    throw error instanceof HubError && error.fault === 'blob-missing' ? new ChangedMeanwhile() : error;
  });
  for (const href of files.keys()) {
    const size = await store.sizeOf(href);
    const pieces = size === null ? null : await store.stream(href);
    if (size === null || pieces === null) throw new ChangedMeanwhile(href);
    yield { name: `shelf/${href}`, size, pieces };
  }
}

function textEntry(name: string, text: string): Entry {
  const bytes = Buffer.from(text);
  return { name, size: bytes.byteLength, pieces: [bytes] };
}
