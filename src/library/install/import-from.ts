/**
 * A pack or a folder: its catalogue goes through the same trust as the network's, then the months the *current*
 * catalogue names take what they can from it. An older pack gives bytes, never its catalogue.
 */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { PackError } from '../../core/shelf/pack/pack-error.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { MediaStore } from '../../storage/media/media-store.ts';
import { BookcaseError } from '../bookcase.ts';
import { ImportError, type ImportReport, type OnProgress } from '../library.ts';
import type { ShelfConfig } from '../shelf-config.ts';
import { keptCatalogue, takeCatalogue } from '../trust.ts';
import { createFolderSource } from './folder-blob-source.ts';
import { installIssue } from './install-issue.ts';
import type { Journal } from './journal.ts';
import { openPackSource } from './pack-blob-source.ts';
import { recordOf, withAsked } from './queue.ts';
import { SourceError, type BlobSource, type CarriedShelf } from './source.ts';
import { createTally } from './tally.ts';

interface ImportTools {
  readonly journal: Journal;
  readonly store: MediaStore;
  readonly config: ShelfConfig;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  readonly onProgress: OnProgress;
  readonly onInstalled: (issue: string) => Promise<void>;
}

/** @throws ImportError */
export async function importFrom(
  from: File | FileSystemDirectoryHandle,
  tools: ImportTools,
): Promise<ImportReport> {
  try {
    const source = from instanceof File ? await openPackSource(from) : createFolderSource(from);
    const { catalogue, isNewer } = await trusted(source, tools.config);
    const report = await importIssues(catalogue, source, tools);
    return { ...report, isNewerCatalogue: isNewer };
  } catch (error) {
    throw toImportError(error);
  }
}

async function trusted(
  source: CarriedShelf,
  config: ShelfConfig,
): Promise<{ readonly catalogue: Catalogue; readonly isNewer: boolean }> {
  const jws = await source.catalogue();
  const kept = await keptCatalogue(config.url);
  try {
    const taken = await takeCatalogue(jws, config);
    return { catalogue: taken, isNewer: taken.sequence !== kept?.sequence };
  } catch (error) {
    // Signed by this shelf, but older: the current catalogue says what its bytes are worth.
    if (kept && error instanceof BookcaseError && error.isOlder) return { catalogue: kept, isNewer: false };
    throw error;
  }
}

async function importIssues(
  catalogue: Catalogue,
  source: BlobSource,
  tools: ImportTools,
): Promise<Omit<ImportReport, 'isNewerCatalogue'>> {
  const { journal, store, signal, nowMs } = tools;
  const here = new Map((await journal.installed()).map((record) => [record.issue, record]));
  const offered: Catalogue['issues'][number][] = [];
  for (const entry of catalogue.issues) {
    const has = here.get(entry.id);
    const isWhole = has?.manifest.sha256 === entry.manifest.sha256 && has.missing.length === 0;
    if (!isWhole && !catalogue.withdrawn.includes(entry.id) && (await source.has(entry.manifest)))
      offered.push(entry);
  }
  if (offered.length === 0 && !(await isAllHere(catalogue, source, here)))
    throw new ImportError('nothing-useful');
  const totals = offered.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const installed: string[] = [];
  const incomplete: string[] = [];
  let before = 0;
  for (const entry of offered) {
    const asked = { by: 'person', mayCost: false, addedMs: nowMs() } as const;
    const record = recordOf(entry, asked);
    await journal.changeQueue(({ queue }) => withAsked(queue, record, null));
    const tally = createTally(entry.sizeBytes, nowMs, () =>
      tools.onProgress({ doneBytes: Math.min(before + tally.doneBytes, totals), totalBytes: totals }),
    );
    try {
      await installIssue(record, { source, store, journal, nowMs, signal, tally });
      installed.push(entry.id);
      await tools.onInstalled(entry.id);
    } catch (error) {
      signal.throwIfAborted();
      if (!isFilesOwn(error)) throw error;
      // What is there stays verified; the rest may come over the network.
      incomplete.push(entry.id);
    }
    before += entry.sizeBytes;
  }
  return { installed, incomplete };
}

async function isAllHere(
  catalogue: Catalogue,
  source: BlobSource,
  here: ReadonlyMap<string, unknown>,
): Promise<boolean> {
  for (const { id, manifest } of catalogue.issues) {
    if (here.has(id) && (await source.has(manifest))) return true;
  }
  return false;
}

/** A file missing or wrong in the pack: the others may be right. */
function isFilesOwn(error: unknown): boolean {
  if (error instanceof SourceError) return error.fault === 'not-found' || error.fault === 'wrong-length';
  if (error instanceof ShelfError) return true;
  return error instanceof PackError && error.fault === 'wrong-size';
}

function toImportError(error: unknown): unknown {
  if (error instanceof PackError) {
    const fault = error.fault === 'unreadable' ? 'interrupted' : 'not-a-pack';
    return new ImportError(fault, error.message, error.fault);
  }
  if (error instanceof BookcaseError) {
    if (error.problem === 'key-changed') return new ImportError('key-changed', error.message);
    return new ImportError(error.problem === 'unreadable' ? 'unreadable' : 'not-verified', error.message);
  }
  if (error instanceof SourceError)
    return new ImportError(error.fault === 'not-found' ? 'not-a-pack' : 'interrupted', error.message);
  if (error instanceof MediaStoreError)
    return new ImportError(error.fault === 'full' ? 'full' : 'interrupted', error.message);
  return error;
}
