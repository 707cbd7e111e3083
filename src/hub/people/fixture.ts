/** Builders for tests of people: a hub's people on a data folder of their own, a clock to turn, an authenticator in software. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { readClubs } from '../clubs.ts';
import { addPeople, apiDoor } from '../server/api.ts';
import type { ApiEnv, Role } from './access.ts';
import type { Authentication, Registration } from './passkeys.ts';
import { openPeople, type People } from './people.ts';
import { makeId } from './secrets.ts';

export const testOrigin = 'https://hub.example.org';
export const clubOfTests = 'silent-world';
export const otherClub = 'new-sisters';

export interface PeopleHub {
  readonly data: string;
  readonly people: People;
  readonly api: Hono<ApiEnv>;
  /** Milliseconds that everybody believes have passed. */
  pass(ms: number): void;
  clear(): Promise<void>;
}

export async function openPeopleHub(origin = testOrigin): Promise<PeopleHub> {
  const data = await mkdtemp(path.join(tmpdir(), 'same-page-people-'));
  let passedMs = 0;
  const clubs = await readClubs(data, fileURLToPath(new URL('../../starter', import.meta.url)));
  const people = openPeople({ data, hasProxy: false }, origin, clubs, () => Date.now() + passedMs);
  const { findCaller, signIns } = people;
  const api = apiDoor({ origin, findCaller, touch: signIns.touch });
  addPeople(api, people);
  return {
    data,
    people,
    api,
    pass: (ms) => void (passedMs += ms),
    clear: () => rm(data, { recursive: true, force: true }),
  };
}

/** Enrols somebody with a passphrase nobody knows, and signs them in: the cookie header. */
export async function signedIn(
  { people }: Pick<PeopleHub, 'people'>,
  role: Role,
  clubs: readonly string[] = [clubOfTests],
): Promise<{ readonly person: string; readonly cookie: string }> {
  const person = makeId();
  await people.store.people.update((file) => ({
    ...file,
    people: [
      ...file.people,
      {
        id: person,
        name: `${role} ${file.people.length + 1}`,
        role,
        clubs: [...clubs],
        passkeys: [],
        passphrase: { id: makeId(), salt: 'salt', hash: '0'.repeat(64), addedMs: 0, usedMs: 0 },
        addedMs: 0,
      },
    ],
  }));
  const token = await people.signIns.begin(person, 'passphrase', 'Chrome · Linux', null);
  return { person, cookie: people.cookie.set(token, 60).split(';')[0] ?? '' };
}

export const ownPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

/** A request as the studio sends it. */
export function asStudio(
  method: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method,
    headers: { ...ownPage, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A passkey in software, as a device would make it: ES256, no attestation, the person verified. */
export interface SoftPasskey {
  readonly id: string;
  register(options: AskedOptions, changes?: Changes): Registration;
  sign(options: AskedOptions, changes?: Changes): Authentication;
}
interface AskedOptions {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}
interface Changes {
  readonly origin?: string;
  readonly rpId?: string;
  readonly isVerified?: boolean;
}

export function softPasskey(home = testOrigin): SoftPasskey {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let userHandle = makeId();
  let counter = 0;
  const envelope = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
    clientExtensionResults: {},
  };
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string, isVerified: boolean, credential: Buffer): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (credential.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, credential]);
  };
  return {
    id: envelope.id,
    register({ challenge, user }, { origin = home, rpId, isVerified = true } = {}) {
      userHandle = user?.id ?? userHandle;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(keys.publicKey)]);
      const data = authenticatorData(rpId ?? new URL(home).hostname, isVerified, credential);
      return {
        ...envelope,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
          attestationObject: attestation(data).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    sign({ challenge }, { origin = home, rpId, isVerified = true } = {}) {
      const client = clientData('webauthn.get', challenge, origin);
      const data = authenticatorData(rpId ?? new URL(home).hostname, isVerified, Buffer.alloc(0));
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), keys.privateKey);
      return {
        ...envelope,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle,
        },
      };
    },
  };
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** CBOR: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (value: string): Buffer =>
    Buffer.concat([Buffer.of(0x58, 32), Buffer.from(value, 'base64url')]);
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
    coordinate(x),
    Buffer.of(0x22),
    coordinate(y),
  ]);
}

/** CBOR: {fmt: 'none', attStmt: {}, authData} */
function attestation(data: Buffer): Buffer {
  const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  return Buffer.concat([
    Buffer.of(0xa3),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.of(0xa0),
    text('authData'),
    Buffer.of(0x59),
    length,
    data,
  ]);
}
