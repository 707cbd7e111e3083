/**
 * Something secret in a file that may leave the machine: scrypt makes a key of the passphrase, AES-256-GCM does the rest.
 * Everything needed to open it but the passphrase stands in the file.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomInt, scrypt } from 'node:crypto';
import * as v from 'valibot';

const format = 'same-page-safe';
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
/** scrypt needs 128 · N · r bytes, and Node refuses more than 32 MiB unless told. */
const maxmem = 256 * 1024 * 1024;

/** Nothing that is mistaken for something else when read from paper: no 0 o 1 l i. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 6;
const groupLetters = 4;

const SafeSchema = v.strictObject({
  format: v.literal(format),
  version: v.literal(1),
  what: v.string(),
  salt: v.pipe(v.string(), v.base64()),
  iv: v.pipe(v.string(), v.base64()),
  tag: v.pipe(v.string(), v.base64()),
  content: v.pipe(v.string(), v.base64()),
});

/** Like `k7mq-x2dn-…`: 118 bits, to be written down. */
export function newPassphrase(): string {
  const group = (): string =>
    Array.from({ length: groupLetters }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Capitals, dashes and spaces do not matter: it is typed from paper. */
const canonical = (passphrase: string): string => passphrase.toLowerCase().replace(/[\s-]/gu, '');

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(canonical(passphrase), salt, 32, { ...cost, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** @param what Says in the file what it is; taken into the seal. */
export async function lockSafe(what: string, content: string, passphrase: string): Promise<string> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), iv);
  cipher.setAAD(Buffer.from(what));
  const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), content: sealed };
  const texts = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64')]),
  );
  return `${JSON.stringify({ format, version: 1, what, ...texts }, null, 1)}\n`;
}

/** Null when the passphrase is another or a byte was changed: which of the two, nobody can tell. */
export async function openSafe(what: string, text: string, passphrase: string): Promise<string | null> {
  const safe = v.safeParse(v.pipe(v.string(), v.parseJson(), SafeSchema), text);
  if (!safe.success || safe.output.what !== what) return null;
  const { salt, iv, tag, content } = safe.output;
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  try {
    const key = await keyOf(passphrase, bytes(salt));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(what));
    decipher.setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(content)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
