/** An archive in which anything can be made untrue: the honest records of a pack, and whatever a test changes in them. */
import { blobOf, catalogue, joined, noise, type Bytes } from './fixture.ts';
import { crc32 } from './crc32.ts';
import { writeUint64 } from './zip-numbers.ts';

/** Fields of one entry; those of `central` and `local` differ only where a test says so. */
export interface Fields {
  name: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  size: number;
  stored: number;
  offset: number;
  disk: number;
  attributes: number;
  madeBy: number;
  extra: Uint8Array;
  comment: Uint8Array;
}

export interface HostileEntry {
  readonly name: string | Uint8Array;
  readonly data?: Bytes;
  readonly both?: Partial<Fields>;
  readonly central?: Partial<Fields>;
  readonly local?: Partial<Fields>;
  /** Bytes put between this file's data and the next record. */
  readonly after?: Bytes;
  /** Listed, but without bytes of its own: `central.offset` points into another's. */
  readonly isGhost?: boolean;
}

export interface Around {
  readonly before?: Bytes;
  /** Between the last file and the list of contents. */
  readonly beforeDirectory?: Bytes;
  readonly beforeEnd?: Bytes;
  readonly after?: Bytes;
  readonly comment?: Bytes;
  readonly end?: Partial<
    Record<'disk' | 'directoryDisk' | 'entriesHere' | 'entries' | 'size' | 'offset', number>
  >;
  /** Writes ZIP64 end records with these fields; absent ones are true. */
  readonly end64?: Partial<Record<'entries' | 'size' | 'offset' | 'locator' | 'disk', number>>;
}

const encode = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

export const catalogueEntry: HostileEntry = {
  name: 'catalogue.jws',
  data: new TextEncoder().encode(catalogue),
};

export async function blobEntry(seed: number, more: Partial<HostileEntry> = {}): Promise<HostileEntry> {
  const data = noise(200, seed);
  return { name: (await blobOf(data)).ref.href, data, ...more };
}

export function build(entries: readonly HostileEntry[], around: Around = {}): Bytes {
  const parts: Bytes[] = [];
  let at = 0;
  const push = (part: Bytes): void => {
    parts.push(part);
    at += part.byteLength;
  };
  push(around.before ?? new Uint8Array());
  const central = entries.map((entry) => {
    const { data = new Uint8Array() } = entry;
    const fields: Fields = {
      name: encode(entry.name),
      flags: 0,
      method: 0,
      crc: crc32(data),
      size: data.byteLength,
      stored: data.byteLength,
      offset: at,
      disk: 0,
      attributes: 0,
      madeBy: 0,
      extra: new Uint8Array(),
      comment: new Uint8Array(),
      ...entry.both,
    };
    if (entry.isGhost !== true) {
      push(localRecord({ ...fields, ...entry.local }));
      push(data);
      push(entry.after ?? new Uint8Array());
    }
    return centralRecord({ ...fields, ...entry.central });
  });
  push(around.beforeDirectory ?? new Uint8Array());
  const offset = at;
  for (const record of central) push(record);
  const size = at - offset;
  push(around.beforeEnd ?? new Uint8Array());
  if (around.end64 !== undefined)
    push(end64({ entries: entries.length, size, offset, disk: 0, locator: at, ...around.end64 }));
  push(
    endRecord(
      {
        disk: 0,
        directoryDisk: 0,
        entriesHere: entries.length,
        entries: entries.length,
        size,
        offset,
        ...around.end,
      },
      around.comment,
    ),
  );
  push(around.after ?? new Uint8Array());
  return joined(parts);
}

/** Writes `[bytes, value]` pairs one after another, little-endian. */
function record(fields: readonly (readonly [2 | 4 | 8, number])[], ...tail: Uint8Array[]): Bytes {
  const head = new Uint8Array(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(head.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else writeUint64(view, at, value);
    at += bytes;
  }
  return joined([head, ...tail.map((part) => Uint8Array.from(part))]);
}

function localRecord({ name, flags, method, crc, size, stored, extra }: Fields): Bytes {
  return record(
    [
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0x210000],
      [4, crc],
      [4, stored],
      [4, size],
      [2, name.length],
      [2, extra.length],
    ],
    name,
    extra,
  );
}

function centralRecord(fields: Fields): Bytes {
  const { name, flags, method, crc, size, stored, extra, comment, disk, attributes, offset, madeBy } = fields;
  return record(
    [
      [4, 0x02014b50],
      [2, madeBy << 8],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0x210000],
      [4, crc],
      [4, stored],
      [4, size],
      [2, name.length],
      [2, extra.length],
      [2, comment.length],
      [2, disk],
      [2, 0],
      [4, attributes],
      [4, offset],
    ],
    name,
    extra,
    comment,
  );
}

function endRecord(end: Required<NonNullable<Around['end']>>, comment: Bytes = new Uint8Array()): Bytes {
  return record(
    [
      [4, 0x06054b50],
      [2, end.disk],
      [2, end.directoryDisk],
      [2, end.entriesHere],
      [2, end.entries],
      [4, end.size],
      [4, end.offset],
      [2, comment.length],
    ],
    comment,
  );
}

function end64({ entries, size, offset, locator, disk }: Required<NonNullable<Around['end64']>>): Bytes {
  return record([
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, disk],
    [4, disk],
    [8, entries],
    [8, entries],
    [8, size],
    [8, offset],
    [4, 0x07064b50],
    [4, 0],
    [8, locator],
    [4, 1],
  ]);
}

/** A ZIP64 extra field with these numbers. */
export const zip64Extra = (...numbers: number[]): Bytes =>
  record([[2, 1], [2, numbers.length * 8], ...numbers.map((value) => [8, value] as const)]);
