/** Builders for tests of packs: blobs with true hashes, sources in memory, packs as bytes. */
import type { BlobRef } from '../../reading/model.ts';
import { blobHref } from '../blob-href.ts';
import { chunkHashes, sha256Hex } from '../verify.ts';
import { openPack, type Pack } from './open-pack.ts';
import type { PackSource } from './pack-source.ts';
import type { BlobToPack } from './plan-volumes.ts';
import { writePack } from './write-pack.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Shaped like a compact JWS. */
export const catalogue = 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl';

export async function blobOf(bytes: Bytes, extension = 'bin'): Promise<BlobToPack> {
  const sha256 = await sha256Hex(bytes);
  const chunks = await chunkHashes(bytes);
  const ref: BlobRef = {
    href: blobHref(sha256, extension),
    sha256,
    size: bytes.byteLength,
    type: 'application/octet-stream',
    ...(chunks !== undefined && { chunks }),
  };
  return { ref, read: async (start, end) => bytes.slice(start, end) };
}

/** The same bytes on every run, and no two blobs alike. */
export function noise(size: number, seed: number): Bytes {
  let state = seed + 1;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

export function sourceOf(bytes: Bytes): PackSource {
  return { size: bytes.byteLength, slice: async (start, end) => bytes.slice(start, end) };
}

export function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** The volumes of a pack as bytes. */
export async function packed(blobs: readonly BlobToPack[], volumeBytes?: number): Promise<Bytes[]> {
  const volumes: Bytes[][] = [];
  for await (const { volume, bytes } of writePack({
    catalogue,
    blobs,
    ...(volumeBytes !== undefined && { volumeBytes }),
  })) {
    (volumes[volume - 1] ??= []).push(bytes);
  }
  return volumes.map(joined);
}

export async function readWhole(pack: Pack, blob: BlobRef, start = 0): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const piece of pack.read(blob, start)) pieces.push(piece);
  return joined(pieces);
}

export const open = (bytes: Bytes): Promise<Pack> => openPack(sourceOf(bytes));

/** Why these bytes are refused, or `taken` when catalogue and every blob can be read. */
export async function faultOf(bytes: Bytes): Promise<unknown> {
  try {
    const pack = await open(bytes);
    await pack.catalogue();
    const { ref } = await blobOf(noise(200, 1));
    for (const sha256 of pack.hashes) await readWhole(pack, { ...ref, sha256 });
    return 'taken';
  } catch (error) {
    return error instanceof Error && 'fault' in error ? error.fault : error;
  }
}
