/** One month: its manifest, then every file the manifest names, then the one transaction that makes it readable. */
import type { BlobRef } from '../../core/reading/model.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import type { BlobRecord, InstalledRecord, InstallRecord } from '../../storage/schema.ts';
import { faultPoint } from './fault-point.ts';
import { installBlob, type InstallTools } from './install-blob.ts';
import type { Journal } from './journal.ts';
import { SourceError } from './source.ts';
import type { Tally } from './tally.ts';

/** Small files are mostly waiting: some at once. Large ones share one connection anyway. */
const SMALL_AT_ONCE = 4;

export type IssueTools = Omit<InstallTools, 'onVerified' | 'onReceived'> & { readonly tally: Tally };

/** @throws as `installBlob`, and ShelfError for a manifest this app cannot read. */
export async function installIssue(
  { issue, manifest, summary }: Pick<InstallRecord, 'issue' | 'manifest' | 'summary'>,
  tools: IssueTools,
): Promise<void> {
  const { journal, tally, nowMs } = tools;
  const blobTools: InstallTools = {
    ...tools,
    onReceived: tally.received,
    onVerified: ({ sha256 }, bytes) => tally.verified(sha256, bytes),
  };
  const known = await journal.blobs([manifest.sha256]);
  await installBlob(manifest, known.get(manifest.sha256), blobTools);
  const blobs = await blobsOf(manifest, journal);
  const records = await journal.blobs(blobs.map(({ sha256 }) => sha256));
  tally.plan(blobs, records);
  await fetchAll(blobs, records, blobTools);
  const now = nowMs();
  const record: Omit<InstalledRecord, 'missing' | 'previous'> = {
    issue,
    club: summary.club,
    manifest,
    summary,
    blobs: blobs.map(({ sha256 }) => sha256),
    sizeBytes: blobs.reduce((sum, { size }) => sum + size, 0),
    installedMs: now,
    verifiedMs: now,
  };
  await faultPoint('complete');
  await journal.complete(record);
  await faultPoint('completed');
}

/** The manifest and everything it names, texts first. The manifest must be held. */
export async function blobsOf(manifest: BlobRef, journal: Journal): Promise<readonly BlobRef[]> {
  const bytes = await journal.text(manifest.sha256);
  if (bytes === undefined) return [manifest];
  return [manifest, ...parseManifest(new TextDecoder().decode(bytes)).blobs];
}

async function fetchAll(
  blobs: readonly BlobRef[],
  records: ReadonlyMap<string, BlobRecord>,
  tools: InstallTools,
): Promise<void> {
  const wanted = blobs.filter(({ sha256 }) => (records.get(sha256)?.sealedMs ?? null) === null);
  const offered: BlobRef[] = [];
  for (const blob of wanted) if (await tools.source.has(blob)) offered.push(blob);
  const small = offered.filter(({ size }) => size <= CHUNK_BYTES);
  const large = offered.filter(({ size }) => size > CHUNK_BYTES);
  await each(small, SMALL_AT_ONCE, (blob) => installBlob(blob, records.get(blob.sha256), tools));
  await each(large, 1, (blob) => installBlob(blob, records.get(blob.sha256), tools));
  // A pack may have a part of a month: that part is taken first.
  const lacking = wanted.length - offered.length;
  if (lacking > 0) throw new SourceError('not-found', `${lacking} files are not in ${tools.source.name}`);
}

/** In order, `atOnce` at a time. After a failure nothing new begins, what has begun is let finish, then it is thrown. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  async function lane(): Promise<void> {
    for (const item of queue) {
      if (failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
}
