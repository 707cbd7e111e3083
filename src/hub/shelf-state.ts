/** The shelf as the hub goes on writing it: what the last catalogue said, and how the next one is put out. */
import type { JWK } from 'jose';
import * as v from 'valibot';
import { publicationsOf, verifyPayload, type CataloguePayload } from '../core/shelf/catalogue.ts';
import { writeFeed, type Publication } from '../core/shelf/feed.ts';
import { ClubSchema } from '../core/shelf/club.ts';
import type { Club } from '../core/shelf/issue.ts';
import { nextSequence, signCatalogue } from '../core/shelf/sign.ts';
import { HubError } from './hub-error.ts';
import type { ShelfKeys } from './keys.ts';
import type { ShelfStore } from './store/store.ts';

/** After this without a release tablets warn that the shelf has gone quiet: three missed months. */
const validDays = 120;

export interface ShelfState {
  readonly sequence: number;
  readonly publications: readonly Publication[];
  readonly withdrawn: readonly string[];
}

const emptyShelf: ShelfState = { sequence: 0, publications: [], withdrawn: [] };

/** @throws HubError `catalogue-unreadable`: never written over, since what it lists would be lost. */
export async function readShelf(store: ShelfStore, key: JWK): Promise<ShelfState> {
  const bytes = await store.read('catalogue.jws');
  if (bytes === null) return emptyShelf;
  try {
    const { sequence, feed, withdrawn } = await verifyPayload(new TextDecoder().decode(bytes), key);
    return { sequence, withdrawn, publications: publicationsOf(feed) };
  } catch (error) {
    throw new HubError('catalogue-unreadable', { reason: error instanceof Error ? error.message : '' });
  }
}

/**
 * Puts out a new catalogue. `opds.json` first and `catalogue.jws` last: only the latter is trusted, and every blob it
 * names must be on the shelf before this is called.
 */
export async function releaseShelf(
  { store, keys, clubs, now }: { store: ShelfStore; keys: ShelfKeys; clubs: readonly Club[]; now: Date },
  state: ShelfState,
): Promise<CataloguePayload> {
  const issued = now.toISOString();
  const payload: CataloguePayload = {
    version: 1,
    sequence: nextSequence(state.sequence, now.getTime()),
    issued,
    expires: new Date(now.getTime() + validDays * 86_400_000).toISOString(),
    withdrawn: [...state.withdrawn],
    clubs: v.parse(v.array(ClubSchema), clubs),
    feed: writeFeed(clubs, state.publications, issued),
  };
  const jws = await signCatalogue(payload, keys.privateKey);
  await store.switchFile('opds.json', `${JSON.stringify(payload.feed, null, 1)}\n`);
  await store.switchFile('catalogue.jws', jws);
  return payload;
}
