/** Which blob goes into which volume, and how large each volume will be to the byte, before anything is read. */
import type { BlobRef } from '../../reading/model.ts';
import { PackError } from './pack-error.ts';
import { CATALOGUE_NAME, MAX_ENTRIES, VOLUME_BYTES } from './zip-format.ts';
import { centralRecordBytes, endRecordsBytes, localHeaderBytes } from './zip-records.ts';

/** A blob and where its bytes are. */
export interface BlobToPack {
  readonly ref: BlobRef;
  /** Bytes from `start` to before `end`, at most 4 MiB at once. Large blobs are read twice. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PackToWrite {
  /** Compact JWS: ASCII. It stands in every volume. */
  readonly catalogue: string;
  readonly blobs: readonly BlobToPack[];
  readonly volumeBytes?: number;
}

/** A pack of its own, usable without the others. */
export interface Volume {
  readonly blobs: readonly BlobToPack[];
  readonly sizeBytes: number;
}

/**
 * Fills one volume after another in the order of the blobs, each blob whole and once.
 * @throws PackError `too-large` when a blob fits into no volume.
 */
export function planVolumes({ catalogue, blobs, volumeBytes = VOLUME_BYTES }: PackToWrite): Volume[] {
  const open = (): Filling => add(emptyVolume, { name: CATALOGUE_NAME, size: catalogue.length });
  const volumes: Volume[] = [];
  let filling = open();
  let inside: BlobToPack[] = [];
  for (const blob of new Map(blobs.map((each) => [each.ref.sha256, each])).values()) {
    const entry = { name: blob.ref.href, size: blob.ref.size };
    if (isTooMuch(add(filling, entry)) && inside.length > 0) {
      volumes.push({ blobs: inside, sizeBytes: bytesOf(filling) });
      [filling, inside] = [open(), []];
    }
    filling = add(filling, entry);
    inside.push(blob);
    if (isTooMuch(filling)) throw new PackError('too-large', `${blob.ref.href} of ${blob.ref.size} bytes`);
  }
  return [...volumes, { blobs: inside, sizeBytes: bytesOf(filling) }];

  function isTooMuch(volume: Filling): boolean {
    return bytesOf(volume) > volumeBytes || volume.entries > MAX_ENTRIES;
  }
}

interface Filling {
  readonly entries: number;
  /** Bytes of the list of contents, and where it would begin. */
  readonly size: number;
  readonly offset: number;
}

const emptyVolume: Filling = { entries: 0, size: 0, offset: 0 };

function add({ entries, size, offset }: Filling, entry: { name: string; size: number }): Filling {
  return {
    entries: entries + 1,
    size: size + centralRecordBytes({ ...entry, offset }),
    offset: offset + localHeaderBytes(entry) + entry.size,
  };
}

const bytesOf = (volume: Filling): number => volume.offset + volume.size + endRecordsBytes(volume);
