/** Changing the shelf's key, taking one in, and going on without a lost one. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { signerOf } from '../../core/shelf/follow-catalogue.ts';
import { fingerprintOf, type ShelfKey } from '../../core/shelf/key-chain.ts';
import { HubError } from '../hub-error.ts';
import {
  KeyFileSchema,
  keyPath,
  keysOf,
  nextKeys,
  readKeyFile,
  writeKeyFile,
  type KeyFile,
} from '../keys.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { changeShelf, readShelf } from '../shelf-state.ts';

export const safeName = 'same-page signing key';

const isSame = (one: ShelfKey, other: ShelfKey): boolean => one.x === other.x && one.y === other.y;

/**
 * A new key, vouched for by the old one, and the same shelf signed with it: tablets follow by themselves. Killed in between,
 * the next start or release finishes it.
 */
export async function rotateKey(data: string, shelf: OpenShelf, now: Date): Promise<void> {
  await shelf.withLock(async () => {
    const old = await readKeyFile(data);
    if (old === null) throw new HubError('key-unreadable', { file: keyPath(data) });
    await writeKeyFile(data, await nextKeys(old));
  });
  await signAnew(shelf, now);
}

/** The same contents, signed with today's key. */
export async function signAnew(shelf: OpenShelf, now: Date, lost: readonly ShelfKey[] = []): Promise<void> {
  if ((await shelf.store.readCatalogue()) === null) return;
  await changeShelf(shelf, now, async (contents) => ({ contents, result: null }), { alsoBelieve: lost });
}

/** Finishes a change of key that was cut off between the key and the catalogue. */
export async function finishRotation(shelf: OpenShelf, now: Date): Promise<void> {
  const { former, publicKey } = shelf.keys;
  if (former.length === 0) return;
  const isDone = await readShelf(shelf.store, publicKey).then(
    () => true,
    () => false,
  );
  if (!isDone) await signAnew(shelf, now);
}

/**
 * Takes a key in: into an empty data folder, after a rotation on another hub, or where the catalogue proves that it is the
 * shelf's. What was there is kept beside it.
 * @throws HubError `key-import-other`.
 */
export async function importKey(data: string, shelf: OpenShelf, text: string): Promise<string> {
  const offered = v.parse(v.pipe(v.string(), v.parseJson(), KeyFileSchema), text);
  const offeredKeys = keysOf(offered);
  await shelf.withLock(async () => {
    const own = await readKeyFile(data);
    if (own !== null && isSame(own, offeredKeys.publicKey)) return;
    if (own !== null) {
      if (!(await isThisShelfs(offered, own, shelf)))
        throw new HubError('key-import-other', {
          own: await fingerprintOf(own),
          offered: await fingerprintOf(offeredKeys.publicKey),
        });
      const name = `replaced-${(await fingerprintOf(own)).replaceAll(' ', '')}.jwk.json`;
      await copyFile(keyPath(data), path.join(path.dirname(keyPath(data)), name));
    }
    await writeKeyFile(data, offered);
  });
  return fingerprintOf(offeredKeys.publicKey);
}

async function isThisShelfs(offered: KeyFile, own: KeyFile, { store }: OpenShelf): Promise<boolean> {
  const { publicKey, former } = keysOf(offered);
  if (former.some((key) => isSame(key, own))) return true;
  const stored = await store.readCatalogue();
  const signer = stored && (await signerOf(stored.jws, []));
  return signer !== null && [publicKey, ...former].some((key) => isSame(key, signer));
}

/**
 * Goes on with today's key over a shelf whose key is lost. There is no chain, so every tablet asks a person once, with both
 * fingerprints.
 * @returns Both, old and new; null when nothing is lost.
 */
export async function replaceLostKey(
  shelf: OpenShelf,
  now: Date,
): Promise<{ readonly lost: string; readonly key: string } | null> {
  const stored = await shelf.store.readCatalogue();
  const signer = stored && (await signerOf(stored.jws, []));
  if (stored !== null && signer === null)
    throw new HubError('catalogue-unreadable', { reason: 'signed by nobody' });
  const { publicKey, former } = shelf.keys;
  if (signer === null || [publicKey, ...former].some((key) => isSame(key, signer))) return null;
  await signAnew(shelf, now, [signer]);
  return { lost: await fingerprintOf(signer), key: await fingerprintOf(publicKey) };
}
