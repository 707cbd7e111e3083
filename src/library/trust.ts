/**
 * The catalogue a tablet believes. The key is pinned when a shelf is first seen; what was verified is kept, so that a
 * silent network, a café's sign-in page or an older copy never takes a shelf away (design §4, "Trust").
 */
import { maxCatalogueCharacters, verifyCatalogue, type Catalogue } from '../core/shelf/catalogue.ts';
import { ShelfError } from '../core/shelf/errors.ts';
import { withRecords } from '../storage/database.ts';
import type { ShelfRecord } from '../storage/schema.ts';
import { BookcaseError } from './bookcase.ts';
import { announceCatalogue, noteKey } from './catalogue-news.ts';
import { download } from './download.ts';
import type { ShelfConfig } from './shelf-config.ts';

/** With something kept, nobody waits longer than this for a network that does not answer. */
const PATIENCE_MS = 4000;

export interface Trusted {
  readonly catalogue: Catalogue;
  /** From this tablet, because the shelf did not answer or did not answer rightly. */
  readonly isKept: boolean;
}

/** @throws BookcaseError */
export async function openCatalogue(config: ShelfConfig): Promise<Trusted> {
  const answer = fetchCatalogue(config.url, 'default');
  // It is looked at after the database has answered: a failure until then is not an unhandled one.
  answer.catch(() => undefined);
  const record = (await withRecords((records) => records.get('shelf', config.url))) ?? null;
  const kept = record && (await readKept(record));
  if (!kept) return { catalogue: await take(await answer, config, record), isKept: false };
  try {
    const jws = await Promise.race([answer, tooLate()]);
    return { catalogue: await take(jws, config, record), isKept: false };
  } catch (error) {
    // Another key is a question for a person; everything else is the network's trouble, and what is kept holds.
    if (error instanceof BookcaseError && error.problem === 'key-changed') throw error;
    return { catalogue: kept, isKept: true };
  }
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new BookcaseError('offline', 'no answer in time')), PATIENCE_MS);
  });
}

/** Asks again, past every cache. @throws BookcaseError */
export async function refreshCatalogue(config: ShelfConfig): Promise<Catalogue> {
  const [jws, record] = await Promise.all([
    fetchCatalogue(config.url, 'no-cache'),
    withRecords((records) => records.get('shelf', config.url)),
  ]);
  return take(jws, config, record ?? null);
}

async function fetchCatalogue(url: string, cache: RequestCache): Promise<string> {
  try {
    const bytes = await download(`${url}catalogue.jws`, { cap: maxCatalogueCharacters, cache });
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof BookcaseError && error.problem === 'not-found')
      throw new BookcaseError('shelf-missing', url);
    throw error;
  }
}

/** The catalogue this tablet has, verified again; null where it has none. Asks nobody. */
export async function keptCatalogue(url: string): Promise<Catalogue | null> {
  const record = await withRecords((records) => records.get('shelf', url));
  return record ? readKept(record) : null;
}

/** A catalogue that came another way than by the network. @throws BookcaseError */
export async function takeCatalogue(jws: string, config: ShelfConfig): Promise<Catalogue> {
  const record = await withRecords((records) => records.get('shelf', config.url));
  return take(jws, config, record ?? null);
}

/** Verifies, then remembers: in this order, so that nothing unverified moves the sequence. */
async function take(jws: string, config: ShelfConfig, record: ShelfRecord | null): Promise<Catalogue> {
  const offered = canonical(config.key);
  const key = record ? record.key : offered;
  const catalogue = await verify(jws, key, record?.sequence ?? 0).catch((error: unknown) => {
    const isUnsigned = error instanceof ShelfError && error.fault === 'not-signed';
    if (!isUnsigned || key === offered) throw toBookcaseError(error);
    noteKey(true);
    throw new BookcaseError('key-changed', config.url);
  });
  if (record?.catalogue !== jws) {
    await withRecords((records) =>
      records.put('shelf', { url: config.url, key, sequence: catalogue.sequence, catalogue: jws }),
    );
    announceCatalogue();
  }
  return catalogue;
}

async function readKept(record: ShelfRecord): Promise<Catalogue | null> {
  // What storage gives back is checked like anything else; a damaged copy is as good as none.
  return verify(record.catalogue, record.key, record.sequence).catch(() => null);
}

function verify(jws: string, key: string, minimumSequence: number): Promise<Catalogue> {
  return verifyCatalogue(jws, JSON.parse(key), { minimumSequence });
}

/**
 * A person compared both keys and said yes. What the shelf offers now is verified with the new key before anything is
 * replaced. The count of releases starts anew: whoever had the old key may have driven it up (TUF, fast-forward).
 * @throws BookcaseError
 */
export async function acceptOfferedKey(config: ShelfConfig): Promise<void> {
  await take(await fetchCatalogue(config.url, 'no-cache'), config, null);
  noteKey(false);
}

/** As it is stored and compared. */
export const canonical = ({ kty, crv, x, y }: ShelfConfig['key']): string =>
  JSON.stringify({ kty, crv, x, y });

/** What a ShelfError means to someone who wants to read. */
export function toBookcaseError(error: unknown): unknown {
  if (!(error instanceof ShelfError)) return error;
  const isForNewerApp = error.fault === 'newer' || error.fault === 'malformed';
  return new BookcaseError(isForNewerApp ? 'unreadable' : 'not-verified', error.message, {
    isOlder: error.fault === 'older',
  });
}
