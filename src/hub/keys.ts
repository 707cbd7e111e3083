/** The shelf's key pair: made on first start, kept in the data folder, never sent anywhere. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as v from 'valibot';
import { PublicKeySchema } from '../core/shelf/catalogue.ts';
import { HubError } from './hub-error.ts';
import { durableWrite } from './store/durable-write.ts';

export interface ShelfKeys {
  readonly privateKey: JWK;
  readonly publicKey: v.InferOutput<typeof PublicKeySchema>;
}

const PrivateKeySchema = v.object({ ...PublicKeySchema.entries, d: v.string() });

/** @throws HubError `key-unreadable`: a damaged key is never replaced silently, since every tablet has pinned it. */
export async function readKeys(data: string): Promise<ShelfKeys | null> {
  const file = path.join(data, 'keys', 'shelf.jwk.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new HubError('key-unreadable', { file });
  }
  try {
    const privateKey = v.parse(PrivateKeySchema, JSON.parse(text));
    return { privateKey, publicKey: v.parse(PublicKeySchema, privateKey) };
  } catch {
    throw new HubError('key-unreadable', { file });
  }
}

/** Call under the write lock. */
export async function readOrCreateKeys(data: string): Promise<ShelfKeys> {
  const existing = await readKeys(data);
  if (existing !== null) return existing;
  const pair = await generateKeyPair('ES256', { extractable: true });
  const privateKey = await exportJWK(pair.privateKey);
  const file = path.join(data, 'keys', 'shelf.jwk.json');
  await durableWrite(
    file,
    path.join(data, 'keys'),
    (handle) => handle.writeFile(JSON.stringify(privateKey)),
    0o600,
  );
  return { privateKey, publicKey: v.parse(PublicKeySchema, privateKey) };
}
