/**
 * The shelf's key pair: made on first start, kept in the data folder, never sent anywhere. With it the keys before and the
 * links from each to the next, all in one file: a change of key is one rename.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as v from 'valibot';
import { PublicKeySchema } from '../core/shelf/catalogue.ts';
import { signNextKey } from '../core/shelf/key-chain.ts';
import { HubError } from './hub-error.ts';
import { durableWrite } from './store/durable-write.ts';
import { ifThere } from './store/if-there.ts';

export interface ShelfKeys {
  readonly privateKey: JWK;
  readonly publicKey: v.InferOutput<typeof PublicKeySchema>;
  /** The public keys before this one, newest first. */
  readonly former: readonly v.InferOutput<typeof PublicKeySchema>[];
  /** Each a compact JWS over the next public key, signed with the one before it, oldest first. */
  readonly links: readonly string[];
}

export const KeyFileSchema = v.object({
  ...PublicKeySchema.entries,
  d: v.string(),
  former: v.optional(v.array(PublicKeySchema), []),
  links: v.optional(v.array(v.string()), []),
});
export type KeyFile = v.InferOutput<typeof KeyFileSchema>;

export const keyPath = (data: string): string => path.join(data, 'keys', 'shelf.jwk.json');

/** @throws HubError `key-unreadable`: a damaged key is never replaced silently, since every tablet has pinned it. */
export async function readKeyFile(data: string): Promise<KeyFile | null> {
  const file = keyPath(data);
  try {
    const text = await ifThere(() => readFile(file, 'utf8'));
    return text === null ? null : v.parse(KeyFileSchema, JSON.parse(text));
  } catch {
    throw new HubError('key-unreadable', { file });
  }
}

/** Call under the write lock. */
export async function writeKeyFile(data: string, keys: KeyFile): Promise<void> {
  const text = JSON.stringify(keys);
  await durableWrite(keyPath(data), path.join(data, 'keys'), (file) => file.writeFile(text), 0o600);
}

export function keysOf({ former, links, ...pair }: KeyFile): ShelfKeys {
  return { privateKey: pair, publicKey: v.parse(PublicKeySchema, pair), former, links };
}

/** @throws HubError `key-unreadable`. */
export async function readKeys(data: string): Promise<ShelfKeys | null> {
  const file = await readKeyFile(data);
  return file && keysOf(file);
}

/** Call under the write lock. */
export async function readOrCreateKeys(data: string): Promise<ShelfKeys> {
  const existing = await readKeys(data);
  if (existing !== null) return existing;
  const made = await newPair();
  await writeKeyFile(data, made);
  return keysOf(made);
}

/** A new key that the one before it vouches for. */
export async function nextKeys({ former, links, ...old }: KeyFile): Promise<KeyFile> {
  const next = await newPair();
  return {
    ...next,
    former: [v.parse(PublicKeySchema, old), ...former],
    links: [...links, await signNextKey(next, old)],
  };
}

async function newPair(): Promise<KeyFile> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return v.parse(KeyFileSchema, await exportJWK(privateKey));
}
