import { describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { allow, rolesUpTo, type Caller, type Role } from '../people/access.ts';
import { apiDoor } from './api.ts';
import { readBody } from './read-body.ts';

const origin = 'https://hub.example.org';

const caller = (role: Role, changes: Partial<Caller> = {}): Caller => ({
  person: 'p',
  name: '手语老师',
  roles: rolesUpTo(role),
  clubs: ['silent-world'],
  signIn: 's',
  isFresh: true,
  ...changes,
});

/** Routes of each kind behind the door, asked by this person. */
async function ask(found: Caller | null, path: string, init: RequestInit = {}): Promise<Response> {
  const door = apiDoor({ origin, findCaller: () => Promise.resolve(found) });
  door.get('/read/:club', allow({ role: 'editor', club: ({ req }) => req.param('club') ?? '' }), (context) =>
    context.json({ name: context.get('caller').name }),
  );
  door.post('/release', allow({ role: 'publisher' }), (context) => context.json({}));
  door.post('/people', allow({ role: 'keeper', fresh: true }), (context) => context.json({}));
  door.post('/body', async (context) =>
    context.json(await readBody(context, v.strictObject({ a: v.number() }), 100)),
  );
  door.get('/broken', () => {
    throw new Error('a secret path');
  });
  return await door.request(path, init);
}

const post = (headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }, body?: string) => ({
  method: 'POST',
  headers,
  ...(body !== undefined && { body }),
});

describe('the door of the API', () => {
  it.each([
    ['nobody', null, 401, 'not-signed-in'],
    ['an editor of another club', caller('editor', { clubs: ['new-sisters'] }), 403, 'not-your-club'],
    ['an editor of this club', caller('editor'), 200, undefined],
    ['a keeper of this club', caller('keeper'), 200, undefined],
  ])('reading: %s', async (_, found, status, code) => {
    const response = await ask(found, '/read/silent-world');
    expect(response.status).toBe(status);
    expect(((await response.json()) as { code?: string }).code).toBe(code);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['an editor', caller('editor'), 403],
    ['a publisher', caller('publisher'), 200],
  ])('releasing: %s', async (_, found, status) => {
    expect((await ask(found, '/release', post())).status).toBe(status);
  });

  it('wants a fresh sign-in where people change', async () => {
    const stale = await ask(caller('keeper', { isFresh: false }), '/people', post());
    expect(await stale.json()).toEqual({ code: 'not-fresh' });
    expect((await ask(caller('keeper'), '/people', post())).status).toBe(200);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin }],
    ['a sister domain', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another origin', { origin: 'https://hub.example.org.evil.example' }],
    ['somebody who says nothing', {}],
  ])('refuses %s', async (_, headers) => {
    const response = await ask(caller('keeper'), '/release', post(headers));
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ code: 'cross-site' });
  });

  it('believes an old browser that names exactly our origin', async () => {
    expect((await ask(caller('keeper'), '/release', post({ origin }))).status).toBe(200);
  });

  it.each([
    ['a form', { 'content-type': 'text/plain' }, '{"a":1}', 415],
    ['no JSON', {}, '{"a":', 400],
    ['a word too many', {}, '{"a":1,"b":2}', 400],
    ['too much', {}, `{"a":${'1'.repeat(200)}}`, 413],
    ['what was asked for', {}, '{"a":1}', 200],
  ])('a body that is %s', async (_, headers, body, status) => {
    const all = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers };
    expect((await ask(null, '/body', post(all, body))).status).toBe(status);
  });

  it('keeps what went wrong inside to itself', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await ask(null, '/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"code":"failed"}');
    log.mockRestore();
  });
});
