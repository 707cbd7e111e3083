import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { loadNamespaces } from '../../../../i18n/i18n.ts';
import { account, may, refreshAccount, signOut } from './account.ts';
import { askHub, HubProblem } from './hub-client.ts';
import { hubSentence } from './hub-sentence.ts';

beforeAll(() => loadNamespaces(['studio-hub']));
afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown, status = 200): Response => Response.json(body, { status });
function answering(...answers: readonly (Response | Error)[]): void {
  const left = [...answers];
  vi.stubGlobal('fetch', () => {
    const next = left.shift() ?? new Error('nothing more');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
}
const problem = (): Promise<unknown> =>
  askHub('GET', '/people', v.object({ ok: v.boolean() })).catch((error: unknown) => error);

const self = {
  id: 'p',
  name: '手语老师',
  role: 'publisher',
  roles: ['editor', 'publisher'],
  clubs: ['silent-world'],
  freshUntilMs: 0,
};
const signedIn = { person: self, address: 'https://hub.example.org', isUnclaimed: false };
const nobody = { ...signedIn, person: null };

describe('asking the hub', () => {
  it.each([
    ['nothing answers', new TypeError('failed'), 'offline'],
    [
      'a static host sends the app’s page',
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'no-hub',
    ],
    [
      'a proxy says the hub is down',
      new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }),
      'offline',
    ],
    ['it refuses', json({ code: 'not-your-role' }, 403), 'not-your-role'],
    ['it says what nobody understands', json({ ok: 'maybe' }), 'failed'],
    ['it refuses without a word', json('no', 500), 'failed'],
  ])('when %s', async (_, answer, code) => {
    answering(answer);
    const error = await problem();
    expect(error).toBeInstanceOf(HubProblem);
    expect(error).toMatchObject({ code });
  });

  it('has a sentence for each, also for a code of a newer hub', () => {
    expect(hubSentence(new HubProblem('too-many-tries', 429, { seconds: 8 }))).toContain('8 秒');
    expect(hubSentence(new HubProblem('of-tomorrow', 400))).toBe(hubSentence(new HubProblem('failed')));
    expect(hubSentence(new Error('a path'))).toBe(hubSentence(new HubProblem('failed')));
  });
});

describe('the account', () => {
  it.each([
    ['a static host', new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'no-hub'],
    ['an older hub', json({ code: 'no-such-address' }, 404), 'no-hub'],
    ['no network', new TypeError('failed'), 'offline'],
    ['nobody', json(nobody), 'nobody'],
    ['somebody', json(signedIn), 'somebody'],
  ])('behind %s', async (_, answer, state) => {
    answering(answer);
    expect((await refreshAccount()).state).toBe(state);
  });

  it('says what may be done: the role and those below, the own clubs', async () => {
    answering(json(signedIn));
    await refreshAccount();
    expect(may('editor', 'silent-world')).toBe(true);
    expect(may('publisher')).toBe(true);
    expect(may('publisher', 'new-sisters')).toBe(false);
    expect(may('keeper')).toBe(false);
  });

  it('is nobody’s at once when a refusal says that the sign-in has ended', async () => {
    answering(json(signedIn), json({ code: 'not-signed-in' }, 401), json(nobody));
    await refreshAccount();
    await problem();
    await vi.waitFor(() => expect(account.value.state).toBe('nobody'), { timeout: 15_000 });
  });

  it('signs out', async () => {
    answering(json(signedIn), new Response(null, { status: 204 }), json(nobody));
    await refreshAccount();
    await signOut();
    expect(account.value.state).toBe('nobody');
  });
});
