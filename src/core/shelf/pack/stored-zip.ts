/**
 * An archive of ours that is no pack: a draft as a file, an issue folder on its way to the hub. Stored, so any program opens it; written
 * from start to end; read with the pack's own parser, so that nobody understands it differently.
 */
import { crc32 } from './crc32.ts';
import { readDirectory } from './directory.ts';
import { checkStoredEntries } from './entry-rules.ts';
import { locate } from './local-header.ts';
import { PackError } from './pack-error.ts';
import { readExactly, type PackSource } from './pack-source.ts';
import { centralRecord, endRecords, localHeader, type RecordFacts } from './zip-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface FileToStore {
  /** ASCII, `/` between parts. */
  readonly name: string;
  readonly size: number;
  /** Bytes from `start` to before `end`. Files above 4 MiB are read twice. */
  read(start: number, end: number): Promise<Bytes>;
}

const PIECE_BYTES = 4 * 1024 * 1024;

/** @throws Error when a file gives other bytes the second time, or fewer than it said. */
export async function* writeStoredZip(files: readonly FileToStore[]): AsyncGenerator<Bytes, void> {
  const central: Bytes[] = [];
  let offset = 0;
  for (const file of files) {
    const small = file.size <= PIECE_BYTES ? await readWhole(file) : null;
    const crc = small === null ? await crcOf(file) : crc32(small);
    const facts: RecordFacts = { name: file.name, size: file.size, offset };
    const header = localHeader(facts, crc);
    central.push(centralRecord(facts, crc));
    offset += header.byteLength + file.size;
    yield header;
    if (small !== null) yield small;
    else yield* again(file, crc);
  }
  yield* central;
  const size = central.reduce((sum, record) => sum + record.byteLength, 0);
  yield endRecords({ entries: central.length, size, offset });
}

async function* piecesOf(file: FileToStore): AsyncGenerator<Bytes, void> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const end = Math.min(at + PIECE_BYTES, file.size);
    const bytes = await file.read(at, end);
    if (bytes.byteLength !== end - at) throw new Error(`${file.name} is shorter than it was`);
    yield bytes;
  }
}

async function readWhole(file: FileToStore): Promise<Bytes> {
  for await (const bytes of piecesOf(file)) return bytes;
  return new Uint8Array();
}

async function crcOf(file: FileToStore): Promise<number> {
  let crc = 0;
  for await (const bytes of piecesOf(file)) crc = crc32(bytes, crc);
  return crc;
}

async function* again(file: FileToStore, expected: number): AsyncGenerator<Bytes, void> {
  let crc = 0;
  for await (const bytes of piecesOf(file)) {
    crc = crc32(bytes, crc);
    yield bytes;
  }
  if (crc !== expected) throw new Error(`${file.name} changed while it was written`);
}

export interface StoredFileEntry {
  readonly size: number;
  /** The bytes, held to their CRC. @throws PackError `inconsistent` when they are not what was put in. */
  bytes(): Promise<Bytes>;
  /** The same check without keeping them. Resolves to where in the source the bytes stand. */
  place(): Promise<{ readonly start: number; readonly end: number }>;
}

/** @throws PackError for anything but an archive as `writeStoredZip` makes them. */
export async function openStoredZip(source: PackSource): Promise<ReadonlyMap<string, StoredFileEntry>> {
  const directory = await readDirectory(source);
  checkStoredEntries(directory);
  return new Map(
    directory.entries.map((entry, index) => {
      const end = directory.entries[index + 1]?.offset ?? directory.start;
      const check = (crc: number): void => {
        if (crc !== entry.crc) throw new PackError('inconsistent', `${entry.name} is not what was put in`);
      };
      return [
        entry.name,
        {
          size: entry.size,
          async bytes() {
            const bytes = await readExactly(source, await locate(source, entry, end), end);
            check(crc32(bytes));
            return bytes;
          },
          async place() {
            const start = await locate(source, entry, end);
            let crc = 0;
            for (let at = start; at < end; at += PIECE_BYTES)
              crc = crc32(await readExactly(source, at, Math.min(at + PIECE_BYTES, end)), crc);
            check(crc);
            return { start, end };
          },
        },
      ];
    }),
  );
}
