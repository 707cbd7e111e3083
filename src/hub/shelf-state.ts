/** The shelf as the hub goes on writing it: what the last catalogue said, and how the next one is put out. */
import type { JWK } from 'jose';
import * as v from 'valibot';
import { publicationsOf, verifyPayload, type CataloguePayload } from '../core/shelf/catalogue.ts';
import { ClubSchema } from '../core/shelf/club.ts';
import { writeFeed, type Feed, type Publication } from '../core/shelf/feed.ts';
import { maxKeyLinks } from '../core/shelf/key-chain.ts';
import { nextSequence, signCatalogue } from '../core/shelf/sign.ts';
import { HubError } from './hub-error.ts';
import type { OpenShelf } from './open-shelf.ts';
import { payloadSignedBy } from './store/shelf-files.ts';
import type { ShelfStore } from './store/store.ts';

/** After this without a release tablets warn that the shelf has gone quiet: three missed months. */
const validDays = 120;
/** So often a change is made anew because another hub was quicker; each time somebody has got on. */
const mostTries = 20;

export interface ShelfContents {
  readonly publications: readonly Publication[];
  readonly withdrawn: readonly string[];
}

export interface ShelfState extends ShelfContents {
  readonly sequence: number;
  /** The chain of keys, as the catalogue carries it. */
  readonly keyLinks: readonly string[];
  /** Which catalogue this was; null where there is none yet. */
  readonly version: string | null;
}

const emptyShelf: ShelfState = { sequence: 0, publications: [], withdrawn: [], keyLinks: [], version: null };

/** @throws HubError `catalogue-unreadable`: never written over, since what it lists would be lost. */
export async function readShelf(store: ShelfStore, key: JWK): Promise<ShelfState> {
  return readSignedBy(store, [key]);
}

/** As it is now, also when its key was changed beside us, or the change was cut off. @throws HubError as `readShelf`. */
export async function readShelfNow({ store, freshKeys }: OpenShelf): Promise<ShelfState> {
  const { publicKey, former } = await freshKeys();
  return readSignedBy(store, [publicKey, ...former]);
}

async function readSignedBy(store: ShelfStore, keys: readonly JWK[]): Promise<ShelfState> {
  const stored = await store.readCatalogue();
  if (stored === null) return emptyShelf;
  const { sequence, feed, withdrawn, keys: keyLinks = [] } = await payloadSignedBy(stored.jws, keys);
  return { sequence, withdrawn, keyLinks, publications: publicationsOf(feed), version: stored.version };
}

interface ChangeOptions {
  /** Done once the catalogue is switched, and still alone. */
  readonly afterwards?: (contents: ShelfContents) => Promise<void>;
  /** Keys that may have signed what is there, beside our own: only when a person has said so. */
  readonly alsoBelieve?: readonly JWK[];
}

/**
 * The one way a shelf changes: `change` is given what is on it and says what shall be; every blob that is named must lie on
 * the shelf when it resolves. It is called again where another hub was quicker, so it may put blobs but nothing else.
 * @returns What `change` returned beside the contents.
 * @throws HubError `busy`, `catalogue-unreadable` or `shelf-contested`; then the shelf is as others left it.
 */
export async function changeShelf<T>(
  shelf: OpenShelf,
  now: Date,
  change: (state: ShelfState) => Promise<{ readonly contents: ShelfContents; readonly result: T }>,
  { afterwards, alsoBelieve = [] }: ChangeOptions = {},
): Promise<T> {
  return shelf.withLock(async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { publicKey, former } = shelf.keys;
      // The key before is believed too: a hub killed while it changed its key has the new one and the old catalogue.
      const state = await readSignedBy(shelf.store, [publicKey, ...former, ...alsoBelieve]);
      const { contents, result } = await change(state);
      if (!(await release(shelf, state, contents, now))) continue;
      await afterwards?.(contents);
      return result;
    }
    throw new HubError('shelf-contested', {});
  });
}

/** `opds.json` first and `catalogue.jws` last: only the latter is trusted. @returns False when another hub was quicker. */
async function release(
  { store, keys, clubs }: OpenShelf,
  state: ShelfState,
  { publications, withdrawn }: ShelfContents,
  now: Date,
): Promise<boolean> {
  const issued = now.toISOString();
  const keyLinks = [...new Set([...state.keyLinks, ...keys.links])].slice(-maxKeyLinks);
  const payload: CataloguePayload = {
    version: 1,
    sequence: nextSequence(state.sequence, now.getTime()),
    issued,
    expires: new Date(now.getTime() + validDays * 86_400_000).toISOString(),
    withdrawn: [...withdrawn],
    clubs: v.parse(v.array(ClubSchema), clubs),
    ...(keyLinks.length > 0 && { keys: keyLinks }),
    feed: writeFeed(clubs, publications, issued),
  };
  const jws = await signCatalogue(payload, keys.privateKey);
  await store.writeFeed(feedText(payload.feed));
  return store.switchCatalogue(jws, state.version);
}

const feedText = (feed: Feed): string => `${JSON.stringify(feed, null, 1)}\n`;

/**
 * After a kill between the two files, or two hubs at once, `opds.json` may say more or less than was released. Reading apps
 * are then given what tablets are.
 */
export async function mendFeed(shelf: OpenShelf): Promise<void> {
  const isMended = async (mend: boolean): Promise<boolean> => {
    const stored = await shelf.store.readCatalogue();
    if (stored === null) return true;
    const text = feedText((await verifyPayload(stored.jws, shelf.keys.publicKey)).feed);
    const lies = await shelf.store.read('opds.json');
    if (lies !== null && new TextDecoder().decode(lies) === text) return true;
    if (mend) await shelf.store.writeFeed(text);
    return false;
  };
  if (!(await isMended(false))) await shelf.withLock(() => isMended(true));
}
