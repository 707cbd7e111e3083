/** For tests: the draft routes behind the real door, asked by somebody, over a data folder of their own. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import type { ApiEnv, Caller } from '../people/access.ts';
import { apiDoor } from '../server/api.ts';
import { draftRoutes } from './draft-routes.ts';
import { openDraftServices, type DraftServices } from './draft-services.ts';

const origin = 'http://localhost:4320';
export const CLUB = 'silent-world';
export const ISSUE = '2026-12-silent-world';

export const editor: Caller = {
  person: 'p1',
  name: '手语老师',
  roles: ['editor'],
  clubs: [CLUB],
  signIn: 's1',
  isFresh: false,
};

export interface DraftsDesk {
  readonly data: string;
  readonly services: DraftServices;
  ask(path: string, init?: RequestInit, caller?: Caller | null): Promise<Response>;
  /** Months that were said to be off the queue. */
  readonly takenOff: readonly string[];
  /** Every file below the data folder, relative, sorted. */
  files(): Promise<readonly string[]>;
  clear(): Promise<void>;
}

export async function openDraftsDesk(
  open: (data: string) => DraftServices = openDraftServices,
): Promise<DraftsDesk> {
  const data = await mkdtemp(path.join(tmpdir(), 'same-page-drafts-'));
  const services = open(data);
  const takenOff: string[] = [];
  const onTakenOff = async (issue: string): Promise<void> => void takenOff.push(issue);
  const doorFor = (caller: Caller | null): Hono<ApiEnv> => {
    const door = apiDoor({ origin, findCaller: () => Promise.resolve(caller) });
    door.route('/', draftRoutes({ ...services, onTakenOff }));
    return door;
  };
  return {
    data,
    services,
    takenOff,
    ask: async (to, init = {}, caller = editor) =>
      doorFor(caller).request(`${origin}${to}`, {
        ...init,
        headers: { 'sec-fetch-site': 'same-origin', ...Object.fromEntries(new Headers(init.headers)) },
      }),
    async files() {
      const names = await readdir(data, { recursive: true });
      const kept = await Promise.all(
        names.map(async (name) => ((await stat(path.join(data, name))).isFile() ? [name] : [])),
      );
      return kept.flat().sort();
    },
    clear: () => rm(data, { recursive: true, force: true, maxRetries: 3 }),
  };
}

export const newId = (): string => randomBytes(32).toString('hex');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file that begins as an MP4 does. */
export function mp4Like(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(size));
  bytes.set([0, 0, 0, 24, ...new TextEncoder().encode('ftypisom')], 0);
  return bytes;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Headers of a tus creation. */
export function creation(size: number, metadata: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'tus-resumable': '1.0.0',
    'upload-length': String(size),
    'upload-metadata': Object.entries(metadata)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
  };
}

export const part = (offset: number): Record<string, string> => ({
  'tus-resumable': '1.0.0',
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
});

export interface Sent {
  readonly id?: string;
  readonly type?: string;
  readonly hash?: string;
}

/** Asks for an upload of these bytes, of the desk's own club. */
export const createUpload = (
  desk: DraftsDesk,
  bytes: Uint8Array,
  { id = newId(), type = 'video/mp4', hash = sha256(bytes) }: Sent = {},
): Promise<Response> =>
  desk.ask(`/uploads/${CLUB}`, {
    method: 'POST',
    headers: creation(bytes.byteLength, { id, sha256: hash, type }),
  });

/** Below `/api`, as the address of the upload. */
export const placeOf = (created: Response): string =>
  (created.headers.get('location') ?? '').replace(/^\/api/u, '');

/** @param from In bytes, as `to`. */
export const sendPart = (
  desk: DraftsDesk,
  place: string,
  bytes: Uint8Array<ArrayBuffer>,
  from: number,
  to = bytes.byteLength,
): Promise<Response> =>
  desk.ask(place, { method: 'PATCH', headers: part(from), body: bytes.slice(from, to) });
