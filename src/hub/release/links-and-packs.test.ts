import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { attachment, signVideo } from '../../authoring/draft/fixture.ts';
import { DraftIssueSchema } from '../../authoring/draft/model.ts';
import { PackPlanSchema } from '../../core/release/pack-plan.ts';
import { NewPreviewLinkSchema, PreviewLinksSchema } from '../../core/release/preview-link.ts';
import { openHubDrafts } from '../drafts/draft-store.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import { checkPack } from '../pack/check-pack.ts';
import type { ApiEnv, Caller } from '../people/access.ts';
import { addIssue } from '../publish/add-issue.ts';
import { apiDoor } from '../server/api.ts';
import { testClock, type TestClock } from './fixture.ts';
import { MONTH, monthIssue, monthPiece, putMonth } from './month-fixture.ts';
import { packRoutes } from './pack-routes.ts';
import { openReleaseServices, publishRoutes, type ReleaseServices } from './release-services.ts';
import type { Hono } from 'hono';

const origin = 'http://localhost:4340';
const day = 86_400_000;
const editor: Caller = {
  person: 'p1',
  name: '手语老师',
  roles: ['editor'],
  clubs: ['silent-world'],
  signIn: 's1',
  isFresh: false,
};

let workshop: Workshop;
let shelf: OpenShelf;
let clock: TestClock;
let services: ReleaseServices;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  clock = testClock(Date.parse('2026-11-25T02:00:00.000Z'));
  const { data } = workshop.config;
  const onError = (error: unknown): void => console.error(error);
  services = await openReleaseServices({ data, shelf, drafts: openHubDrafts(data), clock, onError });
});
afterEach(async () => {
  await services.releases.close();
  await workshop.clear();
});

function ask(
  method: string,
  to: string,
  {
    body,
    caller = editor,
    headers = {},
    routes = publishRoutes(services),
  }: {
    body?: unknown;
    caller?: Caller | null;
    headers?: Record<string, string>;
    routes?: Hono<ApiEnv>;
  } = {},
): Promise<Response> {
  const door = apiDoor({ origin, findCaller: () => Promise.resolve(caller) });
  door.route('/', routes);
  return Promise.resolve(
    door.request(`${origin}${to}`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

async function makeLink(days = 7) {
  const made = await ask('POST', `/previews/${MONTH}`, { body: { days } });
  expect(made.status).toBe(201);
  return v.parse(NewPreviewLinkSchema, await made.json());
}
const stranger = { caller: null };

describe('a link to a draft', () => {
  it('shows the month as it is now to whoever has it, marked as nothing to be found', async () => {
    const month = await putMonth(workshop.config.data);
    const { token, link } = await makeLink();
    expect(token).toMatch(/^[\w-]{43}$/u);
    expect(link).toMatchObject({ by: '手语老师', until: '2026-12-02T02:00:00.000Z' });
    await month.change({ issue: monthIssue({ title: '改过的题目' }) });
    const response = await ask('GET', `/preview/${token}`, stranger);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const shown = v.parse(v.looseObject({ issue: DraftIssueSchema }), await response.json());
    expect(shown.issue.title).toBe('改过的题目');
  });

  it('plays its media from the middle, and gives nothing the month does not show', async () => {
    const original = attachment('f', { type: 'video/quicktime', name: '原来的.mov' });
    const [track] = monthPiece().tracks;
    if (track === undefined) throw new Error('no track');
    const pieces = [monthPiece({ tracks: [{ ...track, original }] })];
    const month = await putMonth(workshop.config.data, {}, { issue: monthIssue(), pieces });
    const file = path.join(workshop.root, 'original.mov');
    await writeFile(file, 'mov');
    await month.keepFile(original.id, original.type, file);
    const { token } = await makeLink();
    const part = await ask('GET', `/preview/${token}/files/${signVideo().id}`, {
      ...stranger,
      headers: { range: 'bytes=100-199' },
    });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-type')).toBe('video/mp4');
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    for (const id of [original.id, attachment('9').id, '../../keys/shelf.jwk.json'])
      expect((await ask('GET', `/preview/${token}/files/${encodeURIComponent(id)}`, stranger)).status).toBe(
        404,
      );
  });

  it('opens nothing after its time, nor taken back, nor guessed', async () => {
    await putMonth(workshop.config.data);
    const [short, long] = [await makeLink(1), await makeLink(30)];
    const statusOf = async (token: string) => (await ask('GET', `/preview/${token}`, stranger)).status;
    expect(await statusOf(short.token)).toBe(200);
    clock.jump(day);
    expect(await statusOf(short.token)).toBe(404);
    expect(await statusOf(long.token)).toBe(200);
    const listed = await ask('GET', `/previews/${MONTH}`);
    expect(v.parse(PreviewLinksSchema, await listed.json()).links.map(({ id }) => id)).toEqual([
      long.link.id,
    ]);
    expect((await ask('DELETE', `/previews/${MONTH}/${long.link.id}`)).status).toBe(204);
    expect(await statusOf(long.token)).toBe(404);
    expect(await statusOf('a'.repeat(43))).toBe(404);
    // The name of a link's file is no key.
    expect(await statusOf(long.link.id)).toBe(404);
    const { entries } = await services.releases.journal.read();
    expect(entries.map(({ what }) => what)).toEqual(['link-revoked', 'link-made', 'link-made']);
  });

  it('is made and taken back only by editors of the club', async () => {
    await putMonth(workshop.config.data);
    const { link } = await makeLink();
    for (const [caller, status] of [
      [null, 401],
      [{ ...editor, clubs: ['new-sisters'] }, 403],
    ] as const) {
      expect((await ask('POST', `/previews/${MONTH}`, { body: { days: 7 }, caller })).status).toBe(status);
      expect((await ask('DELETE', `/previews/${MONTH}/${link.id}`, { caller })).status).toBe(status);
      expect((await ask('GET', `/previews/${MONTH}`, { caller })).status).toBe(status);
    }
    expect((await ask('POST', `/previews/${MONTH}`, { body: { days: 9999 } })).status).toBe(400);
  });
});

describe('a pack made by the hub', () => {
  const planOf = async (query: string, routes?: Hono<ApiEnv>) =>
    v.parse(PackPlanSchema, await (await ask('GET', `/packs${query}`, { ...(routes && { routes }) })).json());

  beforeEach(async () => {
    const options = { allowPlaceholders: false, writesIds: true, now: new Date(), report: () => undefined };
    await addIssue(await workshop.makeIssue(), shelf, options);
  });

  it('is as long as was said, and a tablet takes it', async () => {
    const { sequence, issues, volumes } = await planOf('?issues=2026-11-new-sisters');
    expect(issues).toMatchObject([{ title: '坐公交' }]);
    expect(volumes).toMatchObject([{ name: '2026-11-new-sisters.samepage.zip' }]);
    const response = await ask('GET', `/packs/1?issues=2026-11-new-sisters&sequence=${sequence}`);
    expect(response.headers.get('content-length')).toBe(String(volumes[0]?.bytes));
    expect(response.headers.get('content-disposition')).toContain('2026-11-new-sisters.samepage.zip');
    const file = path.join(workshop.root, 'pack.samepage.zip');
    await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    expect(await checkPack([file], shelf.keys.publicKey)).toMatchObject([{ title: '坐公交', missing: 0 }]);
  });

  it('in several volumes is whole when all of them are brought', async () => {
    const routes = packRoutes({ shelf }, { volumeBytes: 10_500 });
    const { sequence, volumes } = await planOf('', routes);
    expect(volumes.length).toBeGreaterThan(1);
    const files: string[] = [];
    for (const [index, { name, bytes }] of volumes.entries()) {
      const response = await ask('GET', `/packs/${index + 1}?sequence=${sequence}`, { routes });
      const whole = new Uint8Array(await response.arrayBuffer());
      expect(whole.byteLength).toBe(bytes);
      files.push(path.join(workshop.root, name));
      await writeFile(files.at(-1) ?? '', whole);
    }
    expect(await checkPack(files, shelf.keys.publicKey)).toMatchObject([{ missing: 0 }]);
  });

  it('of a shelf that has changed since is not sent: half of each would be of no use', async () => {
    const { sequence } = await planOf('');
    expect((await ask('GET', `/packs/1?sequence=${sequence - 1}`)).status).toBe(409);
  });

  it('is for who is signed in, and of what there is', async () => {
    expect((await ask('GET', '/packs', { caller: null })).status).toBe(401);
    expect((await ask('GET', '/packs/1?sequence=1', { caller: null })).status).toBe(401);
    expect((await ask('GET', '/packs?issues=2026-01-nothing')).status).toBe(404);
    const { sequence } = await planOf('');
    expect((await ask('GET', `/packs/9?sequence=${sequence}`)).status).toBe(404);
  });
});
