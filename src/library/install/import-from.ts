/**
 * Packs or a folder: each catalogue goes through the same trust as the network's, then the months the *current*
 * catalogue names take what they can from all of them. An older pack gives bytes, never its catalogue.
 */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { PackError } from '../../core/shelf/pack/pack-error.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { MediaStore } from '../../storage/media/media-store.ts';
import { BookcaseError } from '../bookcase.ts';
import type { InstalledRecord, InstallRecord } from '../../storage/schema.ts';
import { ImportError, type ImportedFrom, type ImportReport, type OnProgress } from '../library.ts';
import type { ShelfConfig } from '../shelf-config.ts';
import { keptCatalogue, takeCatalogue } from '../trust.ts';
import { allOf } from './all-of.ts';
import { createFolderSource } from './folder-blob-source.ts';
import { blobsOf, installIssue } from './install-issue.ts';
import type { Journal } from './journal.ts';
import { openPackSource } from './pack-blob-source.ts';
import type { Imported } from './moving.ts';
import { changed, recordOf, withAsked } from './queue.ts';
import { SourceError, type BlobSource, type CarriedShelf } from './source.ts';
import { createTally } from './tally.ts';

type Entry = Catalogue['issues'][number];

export interface ImportTools {
  /** Of this import (`import-lock.ts`): the same when another installer takes it over. */
  readonly id: string;
  readonly journal: Journal;
  readonly store: MediaStore;
  readonly config: ShelfConfig;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  readonly onProgress: OnProgress;
  readonly onInstalled: (issue: string) => Promise<void>;
  /** The month that moves just now, as often as more of it is here. */
  readonly onMoving: (imported: Imported) => void;
}

/**
 * Packs may be volumes of one, or have nothing to do with each other.
 * @throws ImportError; about a file that cannot be used, before anything is taken from any.
 */
export async function importFrom(from: ImportedFrom, tools: ImportTools): Promise<ImportReport> {
  const sources: CarriedShelf[] = [];
  const catalogues: Trusted[] = [];
  const all = 'kind' in from ? [from] : from;
  for (const one of all) {
    try {
      const source = one instanceof File ? await openPackSource(one) : createFolderSource(one);
      catalogues.push(await trusted(source, tools.config));
      sources.push(source);
    } catch (error) {
      throw toImportError(error, all.length > 1 ? one.name : null);
    }
  }
  const [newest] = catalogues.toSorted((a, b) => b.catalogue.sequence - a.catalogue.sequence);
  if (!newest) throw new ImportError('nothing-useful');
  try {
    const report = await importIssues(newest.catalogue, allOf(sources), tools);
    return { ...report, isNewerCatalogue: catalogues.some(({ isNewer }) => isNewer) };
  } catch (error) {
    throw toImportError(error);
  }
}

interface Trusted {
  readonly catalogue: Catalogue;
  readonly isNewer: boolean;
}

async function trusted(source: CarriedShelf, config: ShelfConfig): Promise<Trusted> {
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
  const offered: Entry[] = [];
  for (const entry of [...catalogue.issues, ...damagedBeyond(catalogue, here)]) {
    const has = here.get(entry.id);
    const isWhole = has?.manifest.sha256 === entry.manifest.sha256 && has.missing.length === 0;
    if (!isWhole && !catalogue.withdrawn.includes(entry.id) && (await hasSomeOf(entry, source, journal)))
      offered.push(entry);
  }
  if (offered.length === 0 && !(await isAllHere(catalogue, source, here)))
    throw new ImportError('nothing-useful');
  await takeInHand(offered, tools);
  const totals = offered.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const installed: string[] = [];
  const incomplete: string[] = [];
  let doneBefore = 0;
  for (const entry of offered) {
    const record = await putInLine(entry, tools);
    const tally = createTally(entry.sizeBytes, nowMs, () => {
      tools.onProgress({ doneBytes: Math.min(doneBefore + tally.doneBytes, totals), totalBytes: totals });
      tools.onMoving({ issue: entry.id, tally, kind: source.kind });
    });
    try {
      await installIssue(record, { source, store, journal, nowMs, signal, tally });
      installed.push(entry.id);
      await tools.onInstalled(entry.id);
    } catch (error) {
      const now = (patch: Partial<InstallRecord>) =>
        journal.changeQueue(({ queue }) => changed(queue, entry.id, patch));
      // Who stops a stick has not asked for the same bytes over the network: what came stays, and waits for them.
      const { state, fault } = record;
      if (signal.aborted) await now(fault === undefined ? { state } : { state, fault });
      signal.throwIfAborted();
      if (!isFilesOwn(error)) throw error;
      // What is there stays verified; the rest may come over the network.
      await now({ state: 'queued', by: 'person' });
      incomplete.push(entry.id);
    }
    doneBefore += entry.sizeBytes;
  }
  return { installed, incomplete };
}

/** What was cut off and is in this pack is that no more, also before its turn comes. */
function takeInHand(offered: readonly Entry[], { id, journal }: ImportTools): Promise<void> {
  return journal.changeQueue(({ queue }) =>
    queue.map((record) =>
      record.isCarried && offered.some((entry) => entry.id === record.issue)
        ? { ...record, carriedBy: id }
        : record,
    ),
  );
}

/**
 * First among what is to come, as far as it was to come anyway: asked for before, or to mend or revise what is here. Of any
 * other month nobody knows whether it may cost the network anything: cut off, it waits for its pack or for a person's word.
 */
async function putInLine(entry: Entry, { id, journal, nowMs }: ImportTools): Promise<InstallRecord> {
  const fresh = recordOf(entry, { by: 'person', mayCost: false, addedMs: nowMs() });
  let record = fresh;
  await journal.changeQueue(({ queue, installed }) => {
    const before = queue.find(({ issue }) => issue === entry.id);
    const isHere = installed.some(({ issue }) => issue === entry.id);
    if (before) record = { ...before, manifest: fresh.manifest, summary: fresh.summary };
    else if (!isHere) record = { ...fresh, state: 'paused', isCarried: true, carriedBy: id };
    return withAsked(queue, record, null);
  });
  return record;
}

/** Months that have left the catalogue (absence never deletes: rulings) and have lost a file since. */
function damagedBeyond({ issues }: Catalogue, here: ReadonlyMap<string, InstalledRecord>): readonly Entry[] {
  return [...here.values()]
    .filter(({ issue, missing }) => missing.length > 0 && issues.every(({ id }) => id !== issue))
    .map(({ summary, manifest }) => ({ ...summary, manifest }));
}

/** Its manifest, or files of a manifest that is here: an older pack, of a month that was revised since. */
async function hasSomeOf({ manifest }: Entry, source: BlobSource, journal: Journal): Promise<boolean> {
  if (await source.has(manifest)) return true;
  const [, ...named] = await blobsOf(manifest, journal);
  const known = await journal.blobs(named.map(({ sha256 }) => sha256));
  for (const blob of named) {
    const isHere = (known.get(blob.sha256)?.sealedMs ?? null) !== null;
    if (!isHere && (await source.has(blob))) return true;
  }
  return false;
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

/** @param file Which of several, where one alone is to blame. */
function toImportError(error: unknown, file: string | null = null): unknown {
  if (error instanceof PackError) {
    const fault = error.fault === 'unreadable' ? 'interrupted' : 'not-a-pack';
    return new ImportError(fault, error.message, { packFault: error.fault, file });
  }
  if (error instanceof BookcaseError) {
    if (error.problem === 'key-changed') return new ImportError('key-changed', error.message, { file });
    const fault = error.problem === 'unreadable' ? 'unreadable' : 'not-verified';
    return new ImportError(fault, error.message, { file });
  }
  if (error instanceof SourceError) {
    const fault = error.fault === 'not-found' ? 'not-a-pack' : 'interrupted';
    return new ImportError(fault, error.message, { file });
  }
  if (error instanceof MediaStoreError)
    return new ImportError(error.fault === 'full' ? 'full' : 'interrupted', error.message);
  return error;
}
