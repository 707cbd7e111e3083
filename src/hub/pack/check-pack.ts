/** Reading a pack back, as a tablet would: signature, then every file of every issue, chunk by chunk. */
import type { BlobRef } from '../../core/reading/model.ts';
import { verifyCatalogue, type Catalogue } from '../../core/shelf/catalogue.ts';
import { chunkCount, chunkRange, verifyChunk } from '../../core/shelf/chunks.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { openPack, type Pack } from '../../core/shelf/pack/open-pack.ts';
import { PackError } from '../../core/shelf/pack/pack-error.ts';
import { HubError } from '../hub-error.ts';
import type { ShelfKeys } from '../keys.ts';
import { openFileSource, type FileSource } from './file-source.ts';
import { packSentence } from './pack-sentence.ts';

export interface IssueInPack {
  readonly id: string;
  readonly title: string;
  /** Files that are neither in these volumes whole nor as promised; 0 = a tablet can install it from here. */
  readonly missing: number;
}

/**
 * The issues whose manifest is in one of these volumes, which belong together.
 * @throws HubError `pack-unusable` for anything but packs this shelf signed.
 */
export async function checkPack(
  files: readonly string[],
  key: ShelfKeys['publicKey'],
): Promise<readonly IssueInPack[]> {
  const sources: FileSource[] = [];
  try {
    const packs: Pack[] = [];
    let newest: Catalogue | null = null;
    for (const file of files) {
      await explained(file, async () => {
        const source = await openFileSource(file);
        sources.push(source);
        const pack = await openPack(source);
        const catalogue = await verifyCatalogue(await pack.catalogue(), key);
        if (catalogue.sequence > (newest?.sequence ?? 0)) newest = catalogue;
        packs.push(pack);
      });
    }
    return await issuesIn(packs, newest);
  } finally {
    await Promise.all(sources.map((source) => source.close()));
  }
}

async function issuesIn(packs: readonly Pack[], catalogue: Catalogue | null): Promise<IssueInPack[]> {
  const found: IssueInPack[] = [];
  for (const { id, title, manifest } of catalogue?.issues ?? []) {
    if (!packs.some((pack) => pack.hashes.includes(manifest.sha256))) continue;
    const text: Uint8Array[] = [];
    const isThere = await verify(packs, manifest, (chunk) => text.push(chunk));
    const blobs = isThere ? parseManifest(Buffer.concat(text).toString('utf8')).blobs : [];
    let missing = isThere ? 0 : 1;
    for (const blob of blobs) if (!(await verify(packs, blob))) missing++;
    found.push({ id, title, missing });
  }
  return found;
}

/** Whether one of the packs has the blob whole and as promised. Memory: one chunk. */
async function verify(
  packs: readonly Pack[],
  blob: BlobRef,
  onChunk: (chunk: Uint8Array) => void = () => undefined,
): Promise<boolean> {
  const pack = packs.find(({ hashes }) => hashes.includes(blob.sha256));
  if (pack === undefined) return false;
  try {
    const pieces = pack.read(blob, 0);
    for (let index = 0; index < chunkCount(blob); index++) {
      const { start, end } = chunkRange(blob, index);
      const chunk = await nextBytes(pieces, end - start);
      await verifyChunk(blob, index, chunk);
      onChunk(chunk);
    }
    return true;
  } catch (error) {
    if (error instanceof PackError || error instanceof ShelfError) return false;
    throw error;
  }
}

/** As many bytes as a chunk has: its size is a multiple of a piece's, and the last of both ends with the blob. */
async function nextBytes(
  pieces: AsyncIterator<Uint8Array<ArrayBuffer>, void>,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { value } = await pieces.next();
    if (value === undefined) return bytes.subarray(0, filled);
    bytes.set(value, filled);
    filled += value.byteLength;
  }
  return bytes;
}

/** Says in the person's language why `file` was not taken. */
async function explained(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PackError)
      throw new HubError('pack-unusable', { file, ...packSentence(error.fault) });
    if (error instanceof ShelfError) throw new HubError('pack-not-ours', { file, reason: error.message });
    if (error instanceof Error && 'code' in error)
      throw new HubError('pack-unusable', { file, ...packSentence('unreadable') });
    throw error;
  }
}
