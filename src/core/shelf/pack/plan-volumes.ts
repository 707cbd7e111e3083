/** Which blob goes into which volume, and how large each volume will be to the byte, before anything is read. */
import type { BlobRef } from '../../reading/model.ts';
import { PackError } from './pack-error.ts';
import { CATALOGUE_NAME, MAX_ENTRIES, VOLUME_BYTES } from './zip-format.ts';
import { centralRecordBytes, endRecordsBytes, localHeaderBytes } from './zip-records.ts';

/** A blob and where its bytes are. */
export interface BlobToPack {
  readonly ref: BlobRef;
  /** What says that this blob belongs to a month (its manifest): it stands in every volume that has one of its blobs. */
  readonly namedBy?: BlobToPack;
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
 * Fills one volume after another in the order of the blobs, each blob whole, and once but for what names the others: so the
 * volumes may be put in in any order.
 * @throws PackError `too-large` when a blob fits into no volume.
 */
export function planVolumes({ catalogue, blobs, volumeBytes = VOLUME_BYTES }: PackToWrite): Volume[] {
  const empty = add(emptyVolume, { name: CATALOGUE_NAME, size: catalogue.length });
  const volumes: Volume[] = [];
  const packed = new Set<string>();
  let filling = empty;
  let inside = new Map<string, BlobToPack>();
  for (const blob of blobs) {
    if (packed.has(blob.ref.sha256)) continue;
    let coming = withNaming(blob, inside);
    if (isTooMuch(coming.reduce(addBlob, filling)) && inside.size > 0) {
      volumes.push({ blobs: [...inside.values()], sizeBytes: bytesOf(filling) });
      [filling, inside] = [empty, new Map()];
      coming = withNaming(blob, inside);
    }
    filling = coming.reduce(addBlob, filling);
    if (isTooMuch(filling)) throw new PackError('too-large', `${blob.ref.href} of ${blob.ref.size} bytes`);
    for (const one of coming) {
      inside.set(one.ref.sha256, one);
      packed.add(one.ref.sha256);
    }
  }
  return [...volumes, { blobs: [...inside.values()], sizeBytes: bytesOf(filling) }];

  function isTooMuch(volume: Filling): boolean {
    return bytesOf(volume) > volumeBytes || volume.entries > MAX_ENTRIES;
  }
}

/** The blob, after what names it where the volume has not got that yet. */
function withNaming(blob: BlobToPack, inside: ReadonlyMap<string, BlobToPack>): readonly BlobToPack[] {
  const { namedBy } = blob;
  const isNamed = !namedBy || namedBy.ref.sha256 === blob.ref.sha256 || inside.has(namedBy.ref.sha256);
  return isNamed ? [blob] : [namedBy, blob];
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

const addBlob = (volume: Filling, { ref }: BlobToPack): Filling =>
  add(volume, { name: ref.href, size: ref.size });

const bytesOf = (volume: Filling): number => volume.offset + volume.size + endRecordsBytes(volume);
