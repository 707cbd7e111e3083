/** A shelf copied from one store into another: what is there already is verified and left, the catalogue comes last. */
import type { JWK } from 'jose';
import { publicationsOf } from '../../core/shelf/catalogue.ts';
import { HubError } from '../hub-error.ts';
import { mediaTypeOf } from '../server/media-type.ts';
import { filesOfShelf, isIntact, payloadSignedBy, verifyShelf, type VerifiedShelf } from './shelf-files.ts';
import type { ShelfStore, StoredCatalogue } from './store.ts';

interface Move {
  readonly from: ShelfStore;
  readonly to: ShelfStore;
  /** Who may have signed: the shelf's key and those before it. */
  readonly keys: readonly JWK[];
  report(line: string): void;
}

/** Releases in between are taken along, so often. */
const mostRounds = 10;

/**
 * Killed or cut off, it is run again and goes on.
 * @throws HubError `shelf-empty`, `move-target-newer`, `shelf-contested`, `blob-missing`, `blob-damaged`, …
 */
export async function moveShelf(move: Move): Promise<VerifiedShelf> {
  const { from, to, keys, report } = move;
  for (let round = 0; round < mostRounds; round += 1) {
    const source = await from.readCatalogue();
    if (source === null) throw new HubError('shelf-empty', {});
    const payload = await payloadSignedBy(source.jws, keys);
    const target = await targetOf(to, keys, payload.sequence);
    const types = await filesOfShelf(from, publicationsOf(payload.feed));
    const names = [...new Set([...types.keys(), ...(await from.listBlobs())])].sort();
    for (const [index, href] of names.entries()) {
      if ((await copyBlob(move, href, types.get(href) ?? '')) === 'gone' && types.has(href)) break;
      if ((index + 1) % 100 === 0) report(`${index + 1}/${names.length}`);
    }
    // A release or a withdrawal came in between: once more, with what it brought.
    if ((await from.readCatalogue())?.version !== source.version) continue;
    const feed = await from.read('opds.json');
    if (feed !== null) await to.writeFeed(new TextDecoder().decode(feed));
    if (target?.jws !== source.jws && !(await to.switchCatalogue(source.jws, target?.version ?? null)))
      throw new HubError('shelf-contested', {});
    const verified = await verifyShelf(to, keys);
    if (verified !== null) return verified;
  }
  throw new HubError('shelf-contested', {});
}

/** What lies at the target must be this very shelf, and no newer than what comes. */
async function targetOf(
  to: ShelfStore,
  keys: readonly JWK[],
  sequence: number,
): Promise<StoredCatalogue | null> {
  const target = await to.readCatalogue();
  if (target === null) return null;
  const there = await payloadSignedBy(target.jws, keys);
  if (there.sequence > sequence)
    throw new HubError('move-target-newer', { store: to.name, there: there.sequence, here: sequence });
  return target;
}

async function copyBlob({ from, to }: Move, href: string, type: string): Promise<'whole' | 'gone'> {
  if (await isIntact(to, href)) return 'whole';
  const size = await from.sizeOf(href);
  if (size === null) return 'gone';
  const sha256 = /(?<sha256>[0-9a-f]{64})\.[a-z0-9]+$/u.exec(href)?.groups?.['sha256'] ?? '';
  // What is there is not whole: put anew, not left alone.
  await to.removeBlob(href);
  const named = type === '' ? mediaTypeOf(href).type : type;
  const open = () => streamOf(from, href);
  await to.putBlob({ href, sha256, size, type: named }, { open }).catch((error: unknown) => {
    if (error instanceof HubError) throw error;
    throw new HubError('blob-damaged', { reason: error instanceof Error ? error.message : href });
  });
  if (!(await isIntact(to, href))) throw new HubError('blob-damaged', { reason: href });
  return 'whole';
}

async function* streamOf(store: ShelfStore, href: string): AsyncGenerator<Uint8Array, void> {
  const pieces = await store.stream(href);
  if (pieces !== null) yield* pieces;
}
