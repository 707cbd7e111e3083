/**
 * Reading a pack (design §4, rulings "Layers"): the one parser for the tablet and the hub. What it hands out is only as
 * true as the file it came from: catalogue and chunks are verified by whoever asked.
 */
import type { BlobRef } from '../../reading/model.ts';
import { readDirectory, type Entry } from './directory.ts';
import { checkEntries } from './entry-rules.ts';
import { locate } from './local-header.ts';
import { PackError } from './pack-error.ts';
import { readExactly, type PackSource } from './pack-source.ts';
import { BLOB_NAME, PIECE_BYTES } from './zip-format.ts';

/** An AbortSignal, as far as this needs one. */
export interface Stop {
  throwIfAborted(): void;
}

export interface Pack {
  /** The compact JWS, unverified. @throws PackError */
  catalogue(): Promise<string>;
  /** Where a blob's record stands, in bytes (reading in this order spares a slow stick), or null. @throws PackError `wrong-size` */
  find(blob: BlobRef): { readonly offset: number; readonly size: number } | null;
  /**
   * The blob's bytes from `start` on, unverified, in pieces of at most 4 MiB, one read ahead. What stands in a piece is good
   * until the fifth after it is asked for: its memory is used again. @throws PackError, or what `stop` throws
   */
  read(blob: BlobRef, start: number, stop?: Stop): AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
  /** SHA-256 of every blob in it, in the order of their bytes. */
  readonly hashes: readonly string[];
}

/** A piece may be kept until the fifth after it is asked for: one is read ahead. */
const MEMORIES = 6;

interface Placed {
  readonly entry: Entry;
  readonly end: number;
}

/** Reads the list of contents and nothing else. @throws PackError for anything but a pack. */
export async function openPack(source: PackSource): Promise<Pack> {
  const directory = await readDirectory(source);
  checkEntries(directory);
  const placed = directory.entries.map((entry, index): Placed => ({
    entry,
    end: directory.entries[index + 1]?.offset ?? directory.start,
  }));
  const [first, ...rest] = placed;
  const blobs = new Map(rest.map((blob) => [hashIn(blob.entry.name), blob]));

  function find(blob: BlobRef): Placed | null {
    const found = blobs.get(blob.sha256);
    if (found === undefined) return null;
    if (found.entry.size !== blob.size)
      throw new PackError('wrong-size', `${blob.href} has ${found.entry.size} bytes instead of ${blob.size}`);
    return found;
  }

  return {
    hashes: [...blobs.keys()],
    find(blob) {
      const found = find(blob);
      return found && { offset: found.entry.offset, size: found.entry.size };
    },
    async catalogue() {
      if (first === undefined) throw new PackError('catalogue-missing', 'empty');
      const start = await locate(source, first.entry, first.end);
      return new TextDecoder().decode(await readExactly(source, start, first.end));
    },
    async *read(blob, start, stop) {
      const found = find(blob);
      if (found === null) throw new PackError('unknown-entry', `${blob.href} is not in this pack`);
      const memories: ArrayBuffer[] = [];
      let turn = 0;
      let at = (await locate(source, found.entry, found.end)) + start;
      const begin = (): Promise<Uint8Array<ArrayBuffer>> | null => {
        if (at >= found.end) return null;
        const from = at;
        at = Math.min(at + PIECE_BYTES, found.end);
        const place = turn++ % MEMORIES;
        const piece = readExactly(source, from, at, memories[place]).then((bytes) => {
          memories[place] = bytes.buffer;
          return bytes;
        });
        // Looked at when its turn comes, if it does.
        piece.catch(() => undefined);
        return piece;
      };
      // A stick is slow and so is hashing: the next piece is read while this one is worked on.
      for (let next = begin(); next !== null;) {
        const piece = await next;
        stop?.throwIfAborted();
        next = begin();
        yield piece;
      }
    },
  };
}

function hashIn(name: string): string {
  const hash = BLOB_NAME.exec(name)?.[2];
  if (hash === undefined) throw new PackError('unknown-entry', name);
  return hash;
}
