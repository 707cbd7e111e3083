/**
 * The catalogue a tablet believes. The key is pinned when a shelf is first seen; what was verified is kept, so that a
 * silent network, a café's sign-in page or an older copy never takes a shelf away (design §4, "Trust"). A changed key is
 * followed where the catalogue carries a chain to it; where there is none a person is asked (`key-offer.ts`).
 */
import { maxCatalogueCharacters, verifyCatalogue, type Catalogue } from '../core/shelf/catalogue.ts';
import { ShelfError } from '../core/shelf/errors.ts';
import type { FollowedCatalogue } from '../core/shelf/follow-catalogue.ts';
import { withRecords } from '../storage/database.ts';
import type { ShelfRecord } from '../storage/schema.ts';
import { takeAhead } from './ahead.ts';
import { BookcaseError } from './bookcase.ts';
import { announceCatalogue, announceTrust } from './catalogue-news.ts';
import { download } from './download.ts';
import { canonical, type ShelfConfig } from './shelf-config.ts';

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
  const record = await recordOf(config.url);
  const kept = record && (await readKept(record));
  if (!kept) return { catalogue: await take(await answer, config, record), isKept: false };
  try {
    const jws = await Promise.race([answer, tooLate()]);
    return { catalogue: await take(jws, config, record), isKept: false };
  } catch {
    // The network's trouble, or another key, about which a person is asked meanwhile: what is kept holds.
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
  const [jws, record] = await Promise.all([fetchCatalogue(config.url, 'no-cache'), recordOf(config.url)]);
  return take(jws, config, record);
}

async function fetchCatalogue(url: string, cache: RequestCache): Promise<string> {
  try {
    const address = `${url}catalogue.jws`;
    const cap = maxCatalogueCharacters;
    const ahead = cache === 'default' ? takeAhead(address, cap) : null;
    return new TextDecoder().decode(ahead ?? (await download(address, { cap, cache })));
  } catch (error) {
    if (error instanceof BookcaseError && error.problem === 'not-found')
      throw new BookcaseError('shelf-missing', url);
    throw error;
  }
}

/** The catalogue this tablet has, verified again; null where it has none. Asks nobody. */
export async function keptCatalogue(url: string): Promise<Catalogue | null> {
  const record = await recordOf(url);
  return record ? readKept(record) : null;
}

/** A catalogue that came another way than by the network: the same rules. @throws BookcaseError */
export async function takeCatalogue(jws: string, config: ShelfConfig): Promise<Catalogue> {
  return take(jws, config, await recordOf(config.url));
}

async function recordOf(url: string): Promise<ShelfRecord | null> {
  return (await withRecords((records) => records.get('shelf', url))) ?? null;
}

/** Verifies, then remembers: in this order, so that nothing unverified moves the sequence or the key. */
async function take(jws: string, config: ShelfConfig, record: ShelfRecord | null): Promise<Catalogue> {
  const { catalogue, key } = await verify(jws, config, record);
  const next = { url: config.url, key: canonical(key), sequence: catalogue.sequence, catalogue: jws };
  if (record?.catalogue === jws && record.key === next.key && !record.offer) return catalogue;
  const newer = await remember(next, record);
  // Another window was quicker: what it took is the measure now.
  return newer ? take(jws, config, newer) : catalogue;
}

async function verify(
  jws: string,
  config: ShelfConfig,
  record: ShelfRecord | null,
): Promise<FollowedCatalogue> {
  const key: ShelfConfig['key'] = record ? JSON.parse(record.key) : config.key;
  const options = { minimumSequence: record?.sequence ?? 0 };
  try {
    return { catalogue: await verifyCatalogue(jws, key, options), key };
  } catch (error) {
    if (!(error instanceof ShelfError && error.fault === 'not-signed')) throw toBookcaseError(error);
    // Hardly ever: its code is no part of a first page.
    const { followOrAsk } = await import('./key-offer.ts');
    return followOrAsk(jws, config, record, options).catch((cause: unknown) => {
      throw toBookcaseError(cause);
    });
  }
}

/** Writes unless somebody else has written since `before` was read; then resolves to what they wrote. */
async function remember(next: ShelfRecord, before: ShelfRecord | null): Promise<ShelfRecord | null> {
  let newer: ShelfRecord | null = null;
  await withRecords((records) =>
    records.change('shelf', next.url, (now) => {
      const isSame = now?.catalogue === before?.catalogue && now?.key === before?.key;
      newer = isSame ? null : (now ?? null);
      return newer ? null : next;
    }),
  );
  if (!newer && before?.catalogue !== next.catalogue) announceCatalogue();
  if (!newer && before?.offer) announceTrust();
  return newer;
}

let read: Pick<ShelfRecord, 'catalogue' | 'key' | 'sequence'> | null = null;
let reading: Promise<Catalogue | null> = Promise.resolve(null);

/**
 * What storage gives back is checked like anything else; a damaged copy is as good as none. The same bytes are not checked
 * twice: the installer looks several times a second, and ten years of a club are much to parse.
 */
function readKept({ catalogue, key, sequence }: ShelfRecord): Promise<Catalogue | null> {
  const isSame = read?.catalogue === catalogue && read.key === key && read.sequence === sequence;
  if (isSame) return reading;
  read = { catalogue, key, sequence };
  reading = verifyCatalogue(catalogue, JSON.parse(key), { minimumSequence: sequence }).catch(() => null);
  return reading;
}

/** What a ShelfError means to someone who wants to read. */
export function toBookcaseError(error: unknown): unknown {
  if (!(error instanceof ShelfError)) return error;
  const isForNewerApp = error.fault === 'newer' || error.fault === 'malformed';
  return new BookcaseError(isForNewerApp ? 'unreadable' : 'not-verified', error.message, {
    isOlder: error.fault === 'older',
  });
}
