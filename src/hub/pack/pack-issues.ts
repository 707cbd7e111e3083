/** Issues of the shelf as a pack on a stick: read, verified and written chunk by chunk, in volumes a FAT32 stick can hold. */
import path from 'node:path';
import type { BlobRef } from '../../core/reading/model.ts';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { PackError } from '../../core/shelf/pack/pack-error.ts';
import { planVolumes, type BlobToPack, type Volume } from '../../core/shelf/pack/plan-volumes.ts';
import { writeVolume } from '../../core/shelf/pack/write-pack.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { durableWrite } from '../store/durable-write.ts';
import { blobsOf, chosenIssues, readCatalogue } from './issue-blobs.ts';
import { packSentence } from './pack-sentence.ts';
import { progressLines } from './progress-lines.ts';

export interface PackOrder {
  /** Absolute path of the first volume. */
  readonly target: string;
  /** Empty for all. */
  readonly ids: readonly string[];
  /** A line for the person waiting. */
  report(line: string): void;
  readonly volumeBytes?: number;
}

export interface PackReport {
  readonly issues: readonly string[];
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
}

/**
 * Needs no lock: a release in between leaves the blobs of the old catalogue where they are, and what a withdrawal took
 * away is noticed.
 * @throws HubError; then no volume that was not finished is left behind.
 */
export async function packIssues(
  { target, ids, report, volumeBytes }: PackOrder,
  shelf: OpenShelf,
): Promise<PackReport> {
  const { jws, issues, volumes } = await planPack(ids, shelf, volumeBytes);
  const progress = progressLines(
    volumes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    report,
  );
  const files: { path: string; sizeBytes: number }[] = [];
  for (const [index, volume] of volumes.entries()) {
    const file = volumePath(target, index + 1);
    await writeFile(file, jws, volume, progress);
    files.push({ path: file, sizeBytes: volume.sizeBytes });
  }
  return { issues: issues.map(({ id }) => id), files };
}

export interface PlannedPack {
  readonly jws: string;
  readonly sequence: number;
  readonly issues: Catalogue['issues'];
  readonly volumes: readonly Volume[];
}

/**
 * What a pack of these issues holds, to the byte; nothing is written.
 * @param ids Empty for all.
 * @throws HubError
 */
export async function planPack(
  ids: readonly string[],
  shelf: OpenShelf,
  volumeBytes?: number,
): Promise<PlannedPack> {
  const { jws, catalogue } = await readCatalogue(shelf);
  const issues = chosenIssues(catalogue, ids);
  const blobs = (await Promise.all(issues.map((issue) => blobsToPack(issue, shelf)))).flat();
  return { jws, sequence: catalogue.sequence, issues, volumes: plan(jws, blobs, volumeBytes) };
}

/** `out.samepage.zip`, `out-2.samepage.zip`, … */
export function volumePath(target: string, volume: number): string {
  return volume === 1 ? target : target.replace(/\.samepage\.zip$/u, `-${volume}.samepage.zip`);
}

async function blobsToPack(
  issue: Parameters<typeof blobsOf>[0],
  shelf: OpenShelf,
): Promise<readonly BlobToPack[]> {
  const refs = await blobsOf(issue, shelf);
  const toPack = (ref: BlobRef): BlobToPack => ({
    ref,
    async read(start, end) {
      const bytes = await shelf.store.readRange(ref.href, start, end);
      if (bytes === null) throw new HubError('blob-missing', { id: issue.id, href: ref.href });
      return bytes;
    },
  });
  const namedBy = toPack(issue.manifest);
  return refs.map((ref) => ({ ...toPack(ref), namedBy }));
}

function plan(catalogue: string, blobs: readonly BlobToPack[], volumeBytes: number | undefined): Volume[] {
  try {
    return planVolumes({ catalogue, blobs, ...(volumeBytes !== undefined && { volumeBytes }) });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new HubError('pack-unusable', { file: error.message, ...packSentence(error.fault) });
  }
}

async function writeFile(
  file: string,
  catalogue: string,
  { blobs }: Volume,
  progress: (bytes: number) => void,
): Promise<void> {
  try {
    // Drafted beside the target: a stick is another file system than the data folder's.
    await durableWrite(file, path.dirname(file), async (handle) => {
      for await (const bytes of writeVolume(catalogue, blobs)) {
        await handle.writeFile(bytes);
        progress(bytes.byteLength);
      }
    });
  } catch (error) {
    throw toHubError(error, file);
  }
}

function toHubError(error: unknown, file: string): unknown {
  if (error instanceof ShelfError) return new HubError('blob-damaged', { reason: error.message });
  if (!(error instanceof Error && 'code' in error) || error instanceof HubError) return error;
  return error.code === 'ENOSPC' || error.code === 'EDQUOT'
    ? new HubError('disk-full', { file })
    : new HubError('pack-unwritable', { file, reason: String(error.code) });
}
