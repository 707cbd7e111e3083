/** Every route of the hub's API, asked by everybody who may not: refused, and not a byte of the data folder changed. */
import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { openServices } from '../../src/hub/open-services.ts';
import { roles, type ApiEnv, type Role } from '../../src/hub/people/access.ts';
import { otherClub, ownPage, signedIn, softPasskey, testOrigin } from '../../src/hub/people/fixture.ts';
import { consoleInvitation, shortInvitationMs } from '../../src/hub/people/invitations.ts';
import type { People } from '../../src/hub/people/people.ts';
import { freshMs, idleMs, longestMs } from '../../src/hub/people/sign-ins.ts';
import { apiRoutes } from '../../src/hub/server/api.ts';
import { rows, type Row } from './authorisation-rows.ts';
import { hashTree } from './hash-tree.ts';
import { requestOf, routesOf } from './row-request.ts';

let workshop: Workshop;
let api: Hono<ApiEnv>;
let people: People;
/** Somebody who exists, for addresses to be about. */
let somebody: { readonly person: string; readonly signIn: string };

beforeAll(async () => {
  workshop = await openWorkshop();
  await mkdir(workshop.config.data, { recursive: true });
  const services = await openServices(workshop.config, testOrigin);
  ({ people } = services);
  api = apiRoutes(services);
  await signedIn({ people }, 'keeper');
  const { person } = await signedIn({ people }, 'editor');
  const [signIn] = await people.signIns.list(person);
  somebody = { person, signIn: signIn?.id ?? '' };
});
afterAll(() => workshop.clear());

async function refusal(
  route: string,
  row: Row,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly isUnchanged: boolean }> {
  const before = await hashTree(workshop.config.data);
  const { status } = await api.request(requestOf(route, row, headers, somebody));
  return { status, isUnchanged: (await hashTree(workshop.config.data)) === before };
}

async function aged(ms: number, person: string): Promise<void> {
  await people.store.signIns.update((file) => ({
    ...file,
    signIns: file.signIns.map((each) =>
      each.person === person ? { ...each, sinceMs: each.sinceMs - ms, seenMs: each.seenMs - ms } : each,
    ),
  }));
}

const all = Object.entries(rows);
const guarded = all.flatMap(([route, row]) =>
  row.needs === 'open' ? [] : [{ route, row, role: row.needs }],
);
const below = (role: Role): Role | undefined => roles[roles.indexOf(role) - 1];

it('every route has a row, and every row a route', () => {
  expect([...routesOf(api)].sort()).toEqual(Object.keys(rows).sort());
});

describe('refused, with nothing changed:', () => {
  const cookies = { nobody: '', expired: '', old: '', revoked: '', made: '' };
  beforeEach(async () => {
    if (cookies.expired !== '') return;
    const expired = await signedIn({ people }, 'keeper');
    const old = await signedIn({ people }, 'keeper');
    const revoked = await signedIn({ people }, 'keeper');
    await people.store.people.update((file) => ({
      ...file,
      people: file.people.filter(({ id }) => id !== revoked.person),
    }));
    // Last: the next sign-in of anybody sweeps out what has ended.
    await aged(idleMs + 1, expired.person);
    await people.store.signIns.update((file) => ({
      ...file,
      signIns: file.signIns.map((each) =>
        each.person === old.person ? { ...each, sinceMs: each.sinceMs - longestMs - 1 } : each,
      ),
    }));
    cookies.expired = expired.cookie;
    cookies.old = old.cookie;
    cookies.revoked = revoked.cookie;
    cookies.made = `__Host-same-page=${'A'.repeat(43)}`;
  });

  for (const who of ['nobody', 'expired', 'old', 'revoked', 'made'] as const)
    it.each(guarded)(`${who}: $route`, async ({ route, row }) => {
      expect(await refusal(route, row, { cookie: cookies[who] })).toEqual({ status: 401, isUnchanged: true });
    });

  const lower = guarded.flatMap((each) => {
    const role = below(each.role);
    return role === undefined ? [] : [{ ...each, role }];
  });
  it.each(lower)('a lower role, $role: $route', async ({ route, row, role }) => {
    const { cookie } = await signedIn(
      { people },
      role,
      people.clubs.map(({ id }) => id),
    );
    expect(await refusal(route, row, { cookie })).toEqual({ status: 403, isUnchanged: true });
  });

  const ofClub = guarded.filter(({ row }) => row.isOfClub);
  it.runIf(ofClub.length > 0).each(ofClub)('the other club: $route', async ({ route, row, role }) => {
    const { cookie } = await signedIn({ people }, role, [otherClub]);
    expect(await refusal(route, row, { cookie })).toEqual({ status: 403, isUnchanged: true });
  });

  it.each(guarded.filter(({ row }) => row.fresh))(
    'signed in a while ago: $route',
    async ({ route, row, role }) => {
      const { cookie, person } = await signedIn({ people }, role);
      await aged(freshMs + 1, person);
      expect(await refusal(route, row, { cookie })).toEqual({ status: 403, isUnchanged: true });
    },
  );

  const changing = all
    .filter(([route]) => !/^(?:GET|HEAD) /u.test(route))
    .map(([route, row]) => ({ route, row }));
  for (const [site, headers] of [
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a form typed into the address bar', { 'sec-fetch-site': 'none' }],
  ] as const)
    it.each(changing)(`${site}: $route`, async ({ route, row }) => {
      const { cookie } = await signedIn({ people }, 'keeper');
      expect(await refusal(route, row, { cookie, ...headers })).toEqual({ status: 403, isUnchanged: true });
    });

  it.each(changing)('a browser that only says a foreign origin: $route', async ({ route, row }) => {
    const { cookie } = await signedIn({ people }, 'keeper');
    const asked = requestOf(route, row, { cookie, origin: 'https://evil.example' }, somebody);
    asked.headers.delete('sec-fetch-site');
    const before = await hashTree(workshop.config.data);
    expect((await api.request(asked)).status).toBe(403);
    expect(await hashTree(workshop.config.data)).toBe(before);
  });
});

describe('a challenge answered a second time', () => {
  const post = async (address: string, body: unknown): Promise<Response> =>
    await api.request(address, { method: 'POST', headers: ownPage, body: JSON.stringify(body) });

  it('lets nobody in and enrols nobody, and changes nothing', async () => {
    const passkey = softPasskey();
    const enrol = async () => {
      const { token } = await people.invitations.make(consoleInvitation, shortInvitationMs);
      return { token, name: `负责人 ${token.slice(0, 4)}` };
    };
    const first = await enrol();
    const options = await (await post('/sign-in/enrol/passkey/options', first)).json();
    const response = passkey.register(options);
    expect((await post('/sign-in/enrol/passkey', { ...first, response })).status).toBe(200);
    const second = await enrol();
    let before = await hashTree(workshop.config.data);
    expect((await post('/sign-in/enrol/passkey', { ...second, response })).status).toBe(403);
    expect((await post('/sign-in/enrol/passkey', { ...first, response })).status).toBe(410);
    expect(await hashTree(workshop.config.data)).toBe(before);

    const asked = await (await post('/sign-in/passkey/options', {})).json();
    const answer = passkey.sign(asked);
    expect((await post('/sign-in/passkey', answer)).status).toBe(200);
    before = await hashTree(workshop.config.data);
    expect((await post('/sign-in/passkey', answer)).status).toBe(403);
    expect((await post('/sign-in/passkey', passkey.sign(asked))).status).toBe(403);
    expect(await hashTree(workshop.config.data)).toBe(before);
  });
});

describe('whoever may is not refused at the door:', () => {
  // Last, since these change what the others are asked about.
  it.each(guarded)('$role: $route', async ({ route, row, role }) => {
    const { cookie } = await signedIn({ people }, role);
    const { status } = await api.request(requestOf(route, row, { cookie }, somebody));
    expect(status).not.toBe(401);
    expect(status).not.toBe(403);
  });
});
