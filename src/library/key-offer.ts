/**
 * A catalogue signed with another key than the pinned one, with no chain between them: by the network, in a pack or in a
 * folder. It is put down as a question, with both fingerprints, and nothing else happens until a person has said yes.
 */
import { verifyCatalogue } from '../core/shelf/catalogue.ts';
import {
  isFormerKey,
  signerOf,
  verifyCatalogueFrom,
  type FollowedCatalogue,
} from '../core/shelf/follow-catalogue.ts';
import { ShelfError } from '../core/shelf/errors.ts';
import { fingerprintOf } from '../core/shelf/key-chain.ts';
import { withRecords } from '../storage/database.ts';
import type { ShelfRecord } from '../storage/schema.ts';
import { BookcaseError } from './bookcase.ts';
import { announceCatalogue, announceTrust } from './catalogue-news.ts';
import { canonical, type ShelfConfig } from './shelf-config.ts';

/**
 * Call for what the pinned key has not signed. The catalogue, where its chain leads from the pinned key to its signer's.
 * @throws BookcaseError `key-changed` when a person must be asked; `not-verified`, older, for a key of before. ShelfError as
 * `verifyCatalogueFrom`.
 */
export async function followOrAsk(
  jws: string,
  config: ShelfConfig,
  record: ShelfRecord | null,
  options: { readonly minimumSequence: number },
): Promise<FollowedCatalogue> {
  const pinned = record ? JSON.parse(record.key) : config.key;
  try {
    return await verifyCatalogueFrom(jws, pinned, options);
  } catch (error) {
    // Who never saw this shelf has nobody to compare with.
    if (record && error instanceof ShelfError && error.fault === 'not-signed') await ask(jws, config, record);
    throw error;
  }
}

/** Resolves when nobody's signature is on it: then it is nothing. */
async function ask(jws: string, config: ShelfConfig, record: ShelfRecord): Promise<void> {
  const signer = await signerOf(jws, [config.key]);
  if (!signer || canonical(signer) === record.key) return;
  // A pack from before the key was changed: its bytes are as good as ever, its catalogue is not.
  if (await isFormerKey(signer, JSON.parse(record.key), record.catalogue))
    throw new BookcaseError('not-verified', 'signed with a key of before', { isOlder: true });
  const offer = { key: canonical(signer), catalogue: jws };
  await withRecords((records) =>
    records.change('shelf', config.url, (now) => (now?.key === record.key ? { ...now, offer } : null)),
  );
  announceTrust();
  throw new BookcaseError('key-changed', config.url);
}

export interface KeyQuestion {
  /** Fingerprints, as people compare them. */
  readonly pinned: string;
  readonly offered: string;
}

export async function keyQuestion({ key, offer }: ShelfRecord): Promise<KeyQuestion | null> {
  if (!offer) return null;
  const [pinned, offered] = await Promise.all([key, offer.key].map((one) => fingerprintOf(JSON.parse(one))));
  return pinned === undefined || offered === undefined ? null : { pinned, offered };
}

/**
 * A person compared both and said yes to the one they saw. The catalogue it came with is verified with it before anything
 * is replaced. The count of releases starts anew: whoever had the old key may have driven it up (TUF, fast-forward).
 * @throws BookcaseError `key-changed` when another key is asked about by now: to be looked at again.
 */
export async function acceptKey(url: string, offered: string): Promise<void> {
  const record = await withRecords((records) => records.get('shelf', url));
  const offer = record?.offer;
  if (!offer || (await fingerprintOf(JSON.parse(offer.key))) !== offered)
    throw new BookcaseError('key-changed', 'another key than was shown');
  const { key, catalogue } = offer;
  const { sequence } = await verifyCatalogue(catalogue, JSON.parse(key));
  await withRecords((records) => records.put('shelf', { url, key, sequence, catalogue }));
  announceCatalogue();
  announceTrust();
}
