/**
 * Writing a pack, from start to end without going back, so any stream can take it. A file's CRC stands before its data
 * (a CRC after it, in a data descriptor, is what parsers disagree about), so a blob of several chunks is read twice: once
 * to verify it chunk by chunk, once to hand it on. What fits in one chunk is read once. Memory: one chunk.
 */
import type { BlobRef } from '../../reading/model.ts';
import { chunkCount, chunkRange, verifyChunk } from '../chunks.ts';
import { ShelfError } from '../errors.ts';
import { crc32 } from './crc32.ts';
import { planVolumes, type BlobToPack, type PackToWrite } from './plan-volumes.ts';
import { CATALOGUE_NAME } from './zip-format.ts';
import { centralRecord, endRecords, localHeader, type RecordFacts } from './zip-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** All volumes, one after another; `volume` counts from 1. @throws as `writeVolume` and `planVolumes` */
export async function* writePack(
  pack: PackToWrite,
): AsyncGenerator<{ readonly volume: number; readonly bytes: Bytes }, void> {
  for (const [index, { blobs }] of planVolumes(pack).entries()) {
    for await (const bytes of writeVolume(pack.catalogue, blobs)) yield { volume: index + 1, bytes };
  }
}

/**
 * The bytes of one volume.
 * @throws ShelfError `wrong-size`, `wrong-hash` or `malformed` when a blob is not what its reference promises: nothing
 * unverified gets into a pack.
 */
export async function* writeVolume(
  catalogue: string,
  blobs: readonly BlobToPack[],
): AsyncGenerator<Bytes, void> {
  const central: Bytes[] = [];
  let offset = 0;

  function* open(name: string, size: number, crc: number): Generator<Bytes, void> {
    const facts: RecordFacts = { name, size, offset };
    const header = localHeader(facts, crc);
    central.push(centralRecord(facts, crc));
    offset += header.byteLength + size;
    yield header;
  }

  const text = new TextEncoder().encode(catalogue);
  yield* open(CATALOGUE_NAME, text.byteLength, crc32(text));
  yield text;
  for (const { ref, read } of blobs) {
    const { crc, bytes } = await verified(ref, read);
    yield* open(ref.href, ref.size, crc);
    if (bytes === null) yield* again(ref, read, crc);
    else yield bytes;
  }
  yield* central;
  const size = central.reduce((sum, record) => sum + record.byteLength, 0);
  yield endRecords({ entries: central.length, size, offset });
}

/** The CRC of a blob that is what was promised; its bytes too where they are one chunk. */
async function verified(
  ref: BlobRef,
  read: BlobToPack['read'],
): Promise<{ readonly crc: number; readonly bytes: Bytes | null }> {
  const count = chunkCount(ref);
  let crc = 0;
  for (let index = 0; index < count; index++) {
    const { start, end } = chunkRange(ref, index);
    const bytes = await read(start, end);
    await verifyChunk(ref, index, bytes);
    crc = crc32(bytes, crc);
    if (count === 1) return { crc, bytes };
  }
  return { crc, bytes: null };
}

async function* again(ref: BlobRef, read: BlobToPack['read'], expected: number): AsyncGenerator<Bytes, void> {
  let crc = 0;
  for (let index = 0; index < chunkCount(ref); index++) {
    const { start, end } = chunkRange(ref, index);
    const bytes = await read(start, end);
    if (bytes.byteLength !== end - start)
      throw new ShelfError('wrong-size', `${ref.href} while it was packed`);
    crc = crc32(bytes, crc);
    yield bytes;
  }
  if (crc !== expected) throw new ShelfError('wrong-hash', `${ref.href} changed while it was packed`);
}
