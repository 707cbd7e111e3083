import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { asStudio, clubOfTests, openPeopleHub, signedIn, softPasskey, type PeopleHub } from './fixture.ts';
import { consoleInvitation, shortInvitationMs } from './invitations.ts';
import { freshMs, idleMs, longestMs } from './sign-ins.ts';

let hub: PeopleHub;
beforeEach(async () => {
  hub = await openPeopleHub();
});
afterEach(() => hub.clear());

const OptionsSchema = v.object({
  challenge: v.string(),
  user: v.optional(v.object({ id: v.string(), name: v.string() })),
});
const CodeSchema = v.object({ code: v.string() });

async function post(address: string, body: unknown, cookie = ''): Promise<Response> {
  return await hub.api.request(address, asStudio('POST', body, { cookie }));
}
const codeOf = async (response: Response) => v.parse(CodeSchema, await response.json()).code;
const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const optionsOf = async (response: Response) => v.parse(OptionsSchema, await response.json());

async function consoleToken(): Promise<string> {
  return (await hub.people.invitations.make(consoleInvitation, shortInvitationMs)).token;
}

async function enrol(token: string, passkey = softPasskey(), name: string | null = '负责人') {
  const options = await optionsOf(await post('/sign-in/enrol/passkey/options', { token, name }));
  const response = await post('/sign-in/enrol/passkey', {
    token,
    name,
    response: passkey.register(options),
  });
  return { passkey, response };
}

async function who(cookie: string): Promise<unknown> {
  return (await hub.api.request('/sign-in', { headers: { cookie } })).json();
}

describe('the first link', () => {
  it('makes whoever comes the keeper of all clubs, and is spent', async () => {
    const token = await consoleToken();
    expect(await who('')).toMatchObject({ person: null, isUnclaimed: true });
    const { response } = await enrol(token);
    expect(response.status).toBe(200);
    expect(await who(cookieOf(response))).toMatchObject({
      person: { name: '负责人', role: 'keeper', clubs: [clubOfTests, 'new-sisters'] },
      isUnclaimed: false,
    });
    expect(await codeOf(await post('/sign-in/enrol', { token }))).toBe('link-gone');
  });

  it('is good for thirty minutes, and a newer one takes its place', async () => {
    const first = await consoleToken();
    const second = await consoleToken();
    expect((await post('/sign-in/enrol', { token: first })).status).toBe(410);
    expect((await post('/sign-in/enrol', { token: second })).status).toBe(200);
    hub.pass(shortInvitationMs + 1);
    expect((await post('/sign-in/enrol', { token: second })).status).toBe(410);
  });

  it('is kept as a hash alone, as the cookie is', async () => {
    const token = await consoleToken();
    const folder = path.join(hub.data, 'people');
    expect(await readFile(path.join(folder, 'people.json'), 'utf8')).not.toContain(token);
    const { response } = await enrol(token);
    const secret = cookieOf(response).split('=')[1] ?? '';
    expect(secret).toHaveLength(43);
    for (const file of ['people.json', 'sign-ins.json'])
      expect(await readFile(path.join(folder, file), 'utf8')).not.toContain(secret);
  });
});

describe('a passkey', () => {
  it('lets its owner in again', async () => {
    const { passkey } = await enrol(await consoleToken());
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    const response = await post('/sign-in/passkey', passkey.sign(options));
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-same-page=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure$/u,
    );
  });

  it.each([
    ['for another site', { origin: 'https://hub.example.com' }],
    ['for another name', { rpId: 'example.com' }],
    ['without asking who holds the device', { isVerified: false }],
  ])('is refused when it signed %s', async (_, changes) => {
    const { passkey } = await enrol(await consoleToken());
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    const response = await post('/sign-in/passkey', passkey.sign(options, changes));
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('passkey-refused');
  });

  it('is refused at enrolment without user verification', async () => {
    const token = await consoleToken();
    const body = { token, name: '负责人' };
    const options = await optionsOf(await post('/sign-in/enrol/passkey/options', body));
    const answer = softPasskey().register(options, { isVerified: false });
    expect((await post('/sign-in/enrol/passkey', { ...body, response: answer })).status).toBe(403);
  });

  it('answers a challenge once, soon, and for the purpose it was made for', async () => {
    const { passkey } = await enrol(await consoleToken());
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    const answer = passkey.sign(options);
    expect((await post('/sign-in/passkey', answer)).status).toBe(200);
    // The counter of the replayed answer would betray it too; a new signature over the old challenge has a good one.
    expect((await post('/sign-in/passkey', passkey.sign(options))).status).toBe(403);

    const late = await optionsOf(await post('/sign-in/passkey/options', {}));
    hub.pass(10 * 60 * 1000 + 1);
    expect((await post('/sign-in/passkey', passkey.sign(late))).status).toBe(403);

    const token = await consoleToken();
    const enrolling = await optionsOf(await post('/sign-in/enrol/passkey/options', { token, name: '别人' }));
    expect((await post('/sign-in/passkey', passkey.sign(enrolling))).status).toBe(403);
  });

  it('of a stranger, or of somebody else, is no way in', async () => {
    const { passkey } = await enrol(await consoleToken());
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    expect(await codeOf(await post('/sign-in/passkey', softPasskey().sign(options)))).toBe('passkey-unknown');
    const answer = passkey.sign(options);
    const other = { ...answer, response: { ...answer.response, userHandle: 'c29tZWJvZHktZWxzZQ' } };
    expect(await codeOf(await post('/sign-in/passkey', other))).toBe('passkey-unknown');
  });

  it('that is somebody’s is not enrolled for anybody else, and the link stays good', async () => {
    const { passkey } = await enrol(await consoleToken());
    const token = await consoleToken();
    const { response } = await enrol(token, passkey, '别人');
    expect([response.status, await codeOf(response)]).toEqual([409, 'passkey-is-here']);
    expect((await hub.people.store.people.read()).people).toHaveLength(1);
    expect((await post('/sign-in/enrol', { token })).status).toBe(200);
  });

  it('a copied one is noticed by its counter', async () => {
    const { passkey } = await enrol(await consoleToken());
    const first = await optionsOf(await post('/sign-in/passkey/options', {}));
    const old = passkey.sign(first);
    const second = await optionsOf(await post('/sign-in/passkey/options', {}));
    expect((await post('/sign-in/passkey', passkey.sign(second))).status).toBe(200);
    expect((await post('/sign-in/passkey', old)).status).toBe(403);
  });
});

describe('a sign-in', () => {
  it('ends after twelve idle hours, and a used one after thirty days', async () => {
    const { cookie } = await signedIn(hub, 'editor');
    const isIn = async () => (await hub.api.request('/sign-in/own', { headers: { cookie } })).status === 200;
    for (let days = 0; days < 29.5; days += 0.25) {
      expect(await isIn()).toBe(true);
      hub.pass(idleMs / 2);
    }
    hub.pass(longestMs - 29.5 * 24 * 60 * 60 * 1000);
    expect(await isIn()).toBe(false);
    const other = await signedIn(hub, 'editor');
    hub.pass(idleMs + 1);
    expect((await hub.api.request('/sign-in/own', { headers: { cookie: other.cookie } })).status).toBe(401);
  });

  it('is fresh for ten minutes', async () => {
    const { cookie } = await signedIn(hub, 'keeper');
    expect((await post('/sign-in/own/link', {}, cookie)).status).toBe(200);
    hub.pass(freshMs + 1);
    expect(await codeOf(await post('/sign-in/own/link', {}, cookie))).toBe('not-fresh');
  });

  it('takes the place of the one this browser had', async () => {
    const { passkey, response } = await enrol(await consoleToken());
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    const again = await post('/sign-in/passkey', passkey.sign(options), cookieOf(response));
    expect(await who(cookieOf(response))).toMatchObject({ person: null });
    expect(await who(cookieOf(again))).toMatchObject({ person: { name: '负责人' } });
  });

  it('is listed, and ended by signing out or from another machine', async () => {
    const { person, cookie } = await signedIn(hub, 'editor');
    const elsewhere = await hub.people.signIns.begin(person, 'passkey', 'Safari · iPad', null);
    const list = v.object({ signIns: v.array(v.object({ id: v.string(), isThis: v.boolean() })) });
    const own = await hub.api.request('/sign-in/own', { headers: { cookie } });
    const other = v.parse(list, await own.json()).signIns.find(({ isThis }) => !isThis);
    const ended = await hub.api.request(
      `/sign-in/own/sign-ins/${other?.id}`,
      asStudio('DELETE', undefined, { cookie }),
    );
    expect(ended.status).toBe(204);
    expect(await hub.people.signIns.find(elsewhere)).toBeNull();
    const out = await hub.api.request('/sign-in', asStudio('DELETE', undefined, { cookie }));
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await who(cookie)).toMatchObject({ person: null });
  });
});

describe('a passphrase', () => {
  const WordsSchema = v.object({ words: v.array(v.object({ word: v.string(), pinyin: v.string() })) });

  it('counts once typed back, in letters or in Chinese, and lets its owner in', async () => {
    const token = await consoleToken();
    const body = { token, name: '负责人' };
    const { words } = v.parse(WordsSchema, await (await post('/sign-in/enrol/passphrase', body)).json());
    expect(words).toHaveLength(6);
    const wrong = await post('/sign-in/enrol/passphrase/confirm', { ...body, passphrase: '不对' });
    expect(await codeOf(wrong)).toBe('wrong-words');
    expect(await who('')).toMatchObject({ isUnclaimed: true });
    const passphrase = words.map(({ pinyin }) => pinyin).join(' ');
    const done = await post('/sign-in/enrol/passphrase/confirm', { ...body, passphrase });
    expect(done.status).toBe(200);
    const inChinese = words.map(({ word }) => word).join('');
    const again = await post('/sign-in/passphrase', { name: ' 负责人', passphrase: inChinese });
    expect(again.status).toBe(200);
    expect(await who(cookieOf(again))).toMatchObject({ person: { name: '负责人' } });
  }, 60_000);

  it('does not say whether the name or the words were wrong', async () => {
    await signedIn(hub, 'keeper');
    const known = await post('/sign-in/passphrase', { name: 'keeper 1', passphrase: '苹果' });
    const unknown = await post('/sign-in/passphrase', { name: '没有的人', passphrase: '苹果' });
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
  });

  it('tried too often has to wait, with the right words too, while a passkey does not', async () => {
    const { passkey } = await enrol(await consoleToken());
    const guess = () => post('/sign-in/passphrase', { name: ' 负责人', passphrase: '苹果' });
    expect((await guess()).status).toBe(403);
    for (let time = 0; time < 20; time += 1) hub.people.limit.fail({ account: '负责人' });
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toEqual({ code: 'too-many-tries', values: { seconds: 60 } });
    const options = await optionsOf(await post('/sign-in/passkey/options', {}));
    expect((await post('/sign-in/passkey', passkey.sign(options))).status).toBe(200);
    hub.pass(60_000);
    expect((await guess()).status).toBe(403);
  }, 60_000);
});
