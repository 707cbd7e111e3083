/** Every route of the hub's API while the bucket is away: who needs it is told so, and everything else works on. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Hono } from 'hono';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { openServices } from '../../src/hub/open-services.ts';
import type { ApiEnv } from '../../src/hub/people/access.ts';
import { signedIn, testOrigin } from '../../src/hub/people/fixture.ts';
import { MONTH, putMonth } from '../../src/hub/release/month-fixture.ts';
import type { ReleaseRecord } from '../../src/hub/release/release-record.ts';
import { apiRoutes, type ApiServices } from '../../src/hub/server/api.ts';
import { soon } from '../../src/hub/store/soon.ts';
import { oddStore, type OddStore } from '../../src/hub/store/store-fixture.ts';
import { waitFor } from '../support/wait-for.ts';
import { rows, type Row } from './authorisation-rows.ts';
import { hashTree } from './hash-tree.ts';
import { requestOf } from './row-request.ts';

/** Those that ask the shelf something; all others are answered without it. */
const needShelf = [
  'DELETE /releases/:issue/plan',
  'GET /packs',
  'GET /packs/:volume',
  'POST /releases/:issue/withdrawal',
  'POST /unclear',
  'PUT /releases/:issue/plan',
];

let workshop: Workshop;
let store: OddStore;
let services: ApiServices;
let api: Hono<ApiEnv>;
let etag: string;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  workshop = await openWorkshop();
  store = await oddStore();
  const { data } = workshop.config;
  ({ etag } = await putMonth(data));
  await mkdir(path.join(data, 'releases', 'months'), { recursive: true });
  await writeFile(path.join(data, 'releases', 'months', `${MONTH}.json`), JSON.stringify(cutOff()));
  const config = { ...workshop.config, store: { kind: 's3', settings: store.settings } } as const;
  services = await openServices(config, testOrigin);
  api = apiRoutes(services);
  // What a start catches up on is written down.
  const { journal } = services.publishing.releases;
  await waitFor('what the start catches up on', async () => (await journal.read()).entries.length === 1);
});
afterAll(async () => {
  await services.publishing.releases.close();
  await store.close();
  await workshop.clear();
  vi.restoreAllMocks();
});

/** A month whose switch was begun and is tried again later: whether it is out, only the shelf knows. */
function cutOff(): ReleaseRecord {
  const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  const plan: ReleaseRecord['plan'] = {
    id: 'p1',
    kind: 'release',
    at: inMinutes(600),
    by: '社区工作者',
    madeAt: inMinutes(-10),
    draft: 'x',
    reason: '',
    now: { state: 'failing', attempts: 1, retryAt: inMinutes(10), fault: 'store-unreachable' },
  };
  const switching = { plan: 'p1', manifest: 'blobs/sha256/aa/x.json', after: 0 };
  return { version: 1, issue: MONTH, club: 'silent-world', title: '', plan, switching, last: null };
}

/** As a keeper of both clubs, asking for what is there. */
async function ask(route: string, row: Row): Promise<{ status: number; answer: string; asked: number }> {
  const { people } = services;
  const clubs = people.clubs.map(({ id }) => id);
  const { person, cookie } = await signedIn({ people }, 'keeper', clubs);
  const [signIn] = await people.signIns.list(person);
  const body = bodies[route]?.() ?? row.body;
  const before = store.asked();
  const values = { person, signIn: signIn?.id ?? '' };
  const response = await api.request(requestOf(route, { ...row, body }, { cookie }, values));
  return { status: response.status, answer: await response.text(), asked: store.asked() - before };
}

const bodies: Readonly<Record<string, () => unknown>> = {
  'PUT /releases/:issue/plan': () => ({ at: 'now', draft: etag }),
  'POST /unclear': () => ({ issue: MONTH, marks: [{ piece: 'walk', sentence: 's1' }] }),
};
const all = Object.entries(rows).map(([route, row]) => ({ route, row }));

describe.each([
  ['does not answer', 503, 'store-away'],
  ['refuses our keys', 403, 'store-refuses'],
])('a bucket that %s', (_, refusesWith, code) => {
  beforeAll(() => store.behave({ refusesWith }));

  it.each(all.filter(({ route }) => needShelf.includes(route)))(
    'is told by $route, and nothing has changed',
    async ({ route, row }) => {
      const releases = path.join(workshop.config.data, 'releases');
      const before = await hashTree(releases);
      const { status, answer, asked } = await ask(route, row);
      expect([status, answer]).toEqual([503, JSON.stringify({ code })]);
      expect(asked).toBeGreaterThan(0);
      expect(await hashTree(releases)).toBe(before);
    },
  );

  it.each(all.filter(({ route }) => !needShelf.includes(route)))(
    'is nothing to $route',
    async ({ route, row }) => {
      const { status, asked } = await ask(route, row);
      expect([status < 500, asked]).toEqual([true, 0]);
    },
  );
});

it('a store that says nothing at all is not waited for', async () => {
  const silence = new Promise<never>(() => undefined);
  await expect(soon(silence, 's3://hub', 20)).rejects.toMatchObject({ fault: 'store-unreachable' });
  expect(await soon(Promise.resolve('here'), 's3://hub', 20)).toBe('here');
});
