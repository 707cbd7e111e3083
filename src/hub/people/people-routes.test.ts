import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { asStudio, clubOfTests, openPeopleHub, otherClub, signedIn, type PeopleHub } from './fixture.ts';
import { longInvitationMs } from './invitations.ts';

let hub: PeopleHub;
let keeper: { readonly person: string; readonly cookie: string };
beforeEach(async () => {
  hub = await openPeopleHub();
  keeper = await signedIn(hub, 'keeper', []);
});
afterEach(() => hub.clear());

async function ask(method: string, address: string, body?: unknown, by = keeper.cookie): Promise<Response> {
  return await hub.api.request(address, asStudio(method, body, { cookie: by }));
}
const LinkSchema = v.object({ id: v.string(), link: v.string() });
const invite = async (changes: Record<string, unknown> = {}) =>
  ask('POST', '/people/invitations', {
    name: '手语老师',
    role: 'editor',
    clubs: [clubOfTests],
    ...changes,
  });
const tokenOf = async (response: Response): Promise<string> =>
  v.parse(LinkSchema, await response.json()).link.split('#')[1] ?? '';
const codeOf = async (response: Response) =>
  v.parse(v.object({ code: v.string() }), await response.json()).code;
const PeopleSchema = v.object({
  people: v.array(
    v.object({ id: v.string(), name: v.string(), role: v.string(), clubs: v.array(v.string()) }),
  ),
  invitations: v.array(v.object({ id: v.string(), name: v.nullable(v.string()) })),
});
const people = async () => v.parse(PeopleSchema, await (await ask('GET', '/people')).json());

describe('an invitation', () => {
  it('is a link that says who it is for, for three days', async () => {
    const token = await tokenOf(await invite());
    const seen = await (await ask('POST', '/sign-in/enrol', { token }, '')).json();
    expect(seen).toMatchObject({ name: '手语老师', role: 'editor', clubs: [clubOfTests], isKnown: false });
    expect((await people()).invitations).toMatchObject([{ name: '手语老师' }]);
    hub.pass(longInvitationMs + 1);
    const { cookie } = await signedIn(hub, 'keeper', []);
    const later = await ask('GET', '/people', undefined, cookie);
    expect(v.parse(PeopleSchema, await later.json()).invitations).toEqual([]);
    expect(await codeOf(await ask('POST', '/sign-in/enrol', { token }, ''))).toBe('link-gone');
  });

  it('can be taken back', async () => {
    const made = v.parse(LinkSchema, await (await invite()).json());
    expect((await ask('DELETE', `/people/invitations/${made.id}`)).status).toBe(204);
    const token = made.link.split('#')[1] ?? '';
    expect((await ask('POST', '/sign-in/enrol', { token }, '')).status).toBe(410);
    expect((await ask('DELETE', `/people/invitations/${made.id}`)).status).toBe(404);
  });

  it.each([
    ['a name somebody has', { name: 'Keeper 1' }, 409, 'name-taken'],
    ['no name', { name: '  ' }, 400, 'bad-request'],
    ['a name of two lines', { name: '手语\n老师' }, 400, 'bad-request'],
    ['no club', { clubs: [] }, 400, 'no-club'],
    ['a club that is not there', { clubs: ['chess'] }, 400, 'no-club'],
    ['a role that is not there', { role: 'owner' }, 400, 'bad-request'],
    ['something nobody asked for', { isAdmin: true }, 400, 'bad-request'],
  ])('is refused with %s', async (_, changes, status, code) => {
    const response = await invite(changes);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    expect((await people()).invitations).toEqual([]);
  });

  it('for somebody known is a further way in, and goes when they go', async () => {
    const editor = await signedIn(hub, 'editor');
    const token = await tokenOf(await ask('POST', `/people/${editor.person}/link`));
    const seen = await (await ask('POST', '/sign-in/enrol', { token }, '')).json();
    expect(seen).toMatchObject({ isKnown: true, role: 'editor' });
    await ask('DELETE', `/people/${editor.person}`);
    expect((await ask('POST', '/sign-in/enrol', { token }, '')).status).toBe(410);
  });
});

describe('a person', () => {
  it('gets another role and the other club, at once', async () => {
    const editor = await signedIn(hub, 'editor');
    const changed = await ask('PATCH', `/people/${editor.person}`, {
      role: 'publisher',
      clubs: [clubOfTests, otherClub],
    });
    expect(await changed.json()).toMatchObject({ role: 'publisher', clubs: [clubOfTests, otherClub] });
    const self = await (await ask('GET', '/sign-in', undefined, editor.cookie)).json();
    expect(self).toMatchObject({ person: { roles: ['editor', 'publisher'] } });
  });

  it('who is revoked is out in the same moment', async () => {
    const editor = await signedIn(hub, 'editor');
    expect((await ask('GET', '/sign-in/own', undefined, editor.cookie)).status).toBe(200);
    expect((await ask('DELETE', `/people/${editor.person}`)).status).toBe(204);
    expect((await ask('GET', '/sign-in/own', undefined, editor.cookie)).status).toBe(401);
    expect((await people()).people).toHaveLength(1);
  });

  it('can be signed out of one machine', async () => {
    const editor = await signedIn(hub, 'editor');
    const [signIn] = await hub.people.signIns.list(editor.person);
    expect((await ask('DELETE', `/people/${editor.person}/sign-ins/${signIn?.id}`)).status).toBe(204);
    expect((await ask('GET', '/sign-in/own', undefined, editor.cookie)).status).toBe(401);
  });

  it('keeps one way in, unless a keeper takes it', async () => {
    const editor = await signedIn(hub, 'editor');
    const file = await hub.people.store.people.read();
    const means = file.people.find(({ id }) => id === editor.person)?.passphrase?.id ?? '';
    const own = await ask('DELETE', `/sign-in/own/means/${means}`, undefined, editor.cookie);
    expect(await codeOf(own)).toBe('last-means');
    expect((await ask('DELETE', `/people/${editor.person}/means/${means}`)).status).toBe(204);
  });
});

describe('the last keeper', () => {
  it.each([
    ['is not revoked', 'DELETE', (id: string) => `/people/${id}`, undefined],
    ['stays a keeper', 'PATCH', (id: string) => `/people/${id}`, { role: 'editor', clubs: [clubOfTests] }],
  ])('%s', async (_, method, address, body) => {
    const response = await ask(method, address(keeper.person), body);
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('last-keeper');
    expect((await people()).people).toMatchObject([{ role: 'keeper' }]);
  });

  it('keeps the last way in', async () => {
    const file = await hub.people.store.people.read();
    const means = file.people[0]?.passphrase?.id ?? '';
    const response = await ask('DELETE', `/people/${keeper.person}/means/${means}`);
    expect(await codeOf(response)).toBe('last-keeper');
  });

  it('may go when there is another, and then not that one', async () => {
    const second = await signedIn(hub, 'keeper');
    expect((await ask('DELETE', `/people/${keeper.person}`)).status).toBe(204);
    const response = await ask('DELETE', `/people/${second.person}`, undefined, second.cookie);
    expect(await codeOf(response)).toBe('last-keeper');
  });

  it('is one of two who take each other’s role away at the same time', async () => {
    const second = await signedIn(hub, 'keeper');
    const change = { role: 'editor', clubs: [clubOfTests] };
    const answers = await Promise.all([
      ask('PATCH', `/people/${second.person}`, change, keeper.cookie),
      ask('PATCH', `/people/${keeper.person}`, change, second.cookie),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const file = await hub.people.store.people.read();
    expect(file.people.filter(({ role }) => role === 'keeper')).toHaveLength(1);
  });
});
