/** The hub's release end to end below the routes: real drafts, real media, a real shelf on disk, asked over HTTP. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { checkDraft } from '../../authoring/draft/check-draft.ts';
import { attachment, examinedIssue, signVideo } from '../../authoring/draft/fixture.ts';
import { openFindings } from '../../core/checks/finding-key.ts';
import { JournalSchema } from '../../core/release/journal-entry.ts';
import { ReleaseListSchema, type ReleaseView } from '../../core/release/release-view.ts';
import { verifyCatalogue } from '../../core/shelf/catalogue.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { attachmentFolder } from '../drafts/attachment-folder.ts';
import { openHubDrafts } from '../drafts/draft-store.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import type { Caller } from '../people/access.ts';
import { apiDoor } from '../server/api.ts';
import { testClock, type TestClock } from './fixture.ts';
import {
  MONTH,
  monthIssue,
  monthPiece,
  otherVideo,
  putMonth,
  soundVideo,
  video,
  type HubMonth,
} from './month-fixture.ts';
import { openReleaseServices, publishRoutes, type ReleaseServices } from './release-services.ts';

const origin = 'http://localhost:4340';
const now = Date.parse('2026-11-25T02:00:00.000Z');
const publisher: Caller = {
  person: 'p1',
  name: '社区工作者',
  roles: ['editor', 'publisher'],
  clubs: ['silent-world'],
  signIn: 's1',
  isFresh: false,
};
const editor: Caller = { ...publisher, name: '手语老师', roles: ['editor'] };

let workshop: Workshop;
let shelf: OpenShelf;
let clock: TestClock;
let services: ReleaseServices;
let errors: unknown[];

async function openHub(): Promise<void> {
  const { data } = workshop.config;
  const onError = (error: unknown): void => void errors.push(error);
  services = await openReleaseServices({ data, shelf, drafts: openHubDrafts(data), clock, onError });
}

beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  clock = testClock(now);
  errors = [];
  await openHub();
});
afterEach(async () => {
  await services.releases.close();
  await workshop.clear();
});

async function ask(
  method: string,
  to: string,
  body?: unknown,
  caller: Caller | null = publisher,
): Promise<Response> {
  const door = apiDoor({ origin, findCaller: () => Promise.resolve(caller) });
  door.route('/', publishRoutes(services));
  return door.request(`${origin}${to}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const codeOf = async (response: Response): Promise<unknown> => [
  response.status,
  v.parse(v.object({ code: v.string() }), await response.json()).code,
];
const planAt = (at: string, draft: string, caller: Caller | null = publisher): Promise<Response> =>
  ask('PUT', `/releases/${MONTH}/plan`, { at, draft }, caller);

async function view(): Promise<ReleaseView | undefined> {
  const { releases } = v.parse(ReleaseListSchema, await (await ask('GET', '/releases')).json());
  return releases.find(({ issue }) => issue === MONTH);
}
/** Lets the scheduler work until it has nothing to do at this moment. */
async function untilQuiet(): Promise<void> {
  await vi.waitFor(
    async () => {
      await clock.run(0);
      const found = await view();
      const isIdle = found?.plan == null || found.plan.now.state !== 'unchecked';
      const isDue =
        found?.plan?.now.state === 'waiting' && Date.parse(found.plan.at) <= services.releases.nowMs();
      // Files take real time, which the clock knows nothing of: it was set on while they were read.
      if (isDue) await clock.run(30_000);
      expect([isIdle, isDue, found?.running ?? null]).toEqual([true, false, null]);
    },
    { timeout: 20_000, interval: 20 },
  );
}

const textOf = async (href: string): Promise<string> =>
  new TextDecoder().decode((await shelf.store.read(href)) ?? new Uint8Array());
async function onShelf() {
  if ((await shelf.store.read('catalogue.jws')) === null) return null;
  const catalogue = await verifyCatalogue(await textOf('catalogue.jws'), shelf.keys.publicKey);
  const listed = catalogue.issues.find(({ id }) => id === MONTH);
  if (listed === undefined) return { catalogue, manifest: null };
  return { catalogue, manifest: parseManifest(await textOf(listed.manifest.href)) };
}
const journal = async () => v.parse(JournalSchema, await (await ask('GET', '/journal')).json()).entries;

describe('a month planned on the hub', () => {
  it('is looked into at once, goes out at its time by itself, and the journal says who wanted it', async () => {
    const { etag } = await putMonth(workshop.config.data);
    expect((await planAt('2026-12-01T00:00:00.000Z', etag)).status).toBe(202);
    await untilQuiet();
    expect((await view())?.plan).toMatchObject({ by: '社区工作者', now: { state: 'waiting' } });
    expect(await onShelf()).toBeNull();

    await clock.run(Date.parse('2026-12-01T00:00:00.000Z') - now);
    await untilQuiet();
    expect(errors).toEqual([]);
    expect(await view()).toMatchObject({ plan: null, last: { kind: 'released', draft: etag } });
    expect((await onShelf())?.manifest?.issue).toMatchObject({
      id: MONTH,
      title: '一条苏州河',
      hasSign: true,
    });
    expect(await journal()).toMatchObject([
      { what: 'released', by: '社区工作者', title: '一条苏州河' },
      { what: 'planned', due: '2026-12-01T00:00:00.000Z' },
    ]);
    const [released] = await journal();
    // To the minute is the scheduler's promise; here the clock is set on while real files are read.
    expect(released?.at.slice(0, 13)).toBe('2026-12-01T00');
    expect(released?.sequence).toBe((await onShelf())?.catalogue.sequence);
    expect(await readdir(path.join(workshop.config.data, 'temporary'))).toEqual([]);
  });

  it('goes out when the hub was off at its time, with nobody signed in', async () => {
    const { etag } = await putMonth(workshop.config.data);
    await planAt('2026-12-01T00:00:00.000Z', etag);
    await untilQuiet();
    await services.releases.close();
    clock.jump(30 * 86_400_000);
    await openHub();
    await untilQuiet();
    expect((await onShelf())?.manifest?.issue.id).toBe(MONTH);
  });

  it('goes out as it was approved, whatever an editor changed afterwards', async () => {
    const month = await putMonth(workshop.config.data);
    await planAt('2026-12-01T00:00:00.000Z', month.etag);
    await month.change({ issue: monthIssue({ title: '别的题目' }) });
    await clock.run(10 * 86_400_000);
    await untilQuiet();
    expect((await onShelf())?.manifest?.issue.title).toBe('一条苏州河');
    expect((await view())?.last?.draft).toBe(month.etag);
  });

  it('is refused with what the studio finds, code for code and place for place, and stays planned', async () => {
    const pieces = [monthPiece({ source: { author: '', permission: '' } })];
    const issue = monthIssue({ summary: '', session: null });
    const { etag } = await putMonth(workshop.config.data, {}, { issue, pieces });
    await planAt('2026-12-01T00:00:00.000Z', etag);
    await untilQuiet();
    const refused = (await view())?.plan?.now;
    if (refused?.state !== 'refused') throw new Error(`It is ${refused?.state}`);
    const club = shelf.clubs.find(({ id }) => id === issue.club);
    if (club === undefined) throw new Error('no club');
    const inStudio = openFindings(
      checkDraft({ issue: examinedIssue(issue, pieces), pieces, club }),
      issue.reasons,
    );
    expect(refused.findings).toEqual(JSON.parse(JSON.stringify(inStudio)));
    expect(refused.findings.map(({ code }) => code)).toContain('source-missing');
    await clock.run(20 * 86_400_000);
    expect((await view())?.plan?.now.state).toBe('refused');
    expect(await onShelf()).toBeNull();
    expect((await journal())[0]).toMatchObject({ what: 'refused' });
  });

  it('mended and planned again goes out', async () => {
    const month = await putMonth(workshop.config.data, {}, { issue: monthIssue({ summary: '' }) });
    await planAt('now', month.etag);
    await untilQuiet();
    expect((await view())?.plan?.now.state).toBe('refused');
    await planAt('now', await month.change({ issue: monthIssue() }));
    await untilQuiet();
    expect(await view()).toMatchObject({ plan: null, last: { kind: 'released' } });
  });

  it.each([
    ['a page called .mp4', '<!doctype html><script>alert(1)</script>'.padEnd(4000), 'media-format'],
    ['half a video', null, 'media-format'],
  ])('is refused where the file is %s, whatever the draft says of it', async (_what, text, code) => {
    const file = path.join(workshop.root, 'file.mp4');
    await writeFile(file, text ?? (await readFile(video)).subarray(0, 1_000_000));
    const { etag } = await putMonth(workshop.config.data, { [signVideo().id]: file });
    await planAt('now', etag);
    await untilQuiet();
    const state = (await view())?.plan?.now;
    expect(state).toMatchObject({ state: 'refused', findings: [{ code, step: 'sign', piece: 'morning' }] });
    expect(await onShelf()).toBeNull();
  });

  it('is refused where a signing has sound although the draft says it has none', async () => {
    const { etag } = await putMonth(workshop.config.data, { [signVideo().id]: soundVideo });
    await planAt('now', etag);
    await untilQuiet();
    const state = (await view())?.plan?.now;
    if (state?.state !== 'refused') throw new Error(`It is ${state?.state}`);
    expect(state.findings.map(({ code }) => code)).toContain('sign-has-audio');
    expect(await onShelf()).toBeNull();
  });

  it('stays where it is while a file is not what was uploaded any more', async () => {
    const { etag } = await putMonth(workshop.config.data);
    const stored = await attachmentFolder(workshop.config.data).find('silent-world', signVideo().id);
    const bytes = await readFile(stored?.path ?? '');
    bytes.writeUInt8(bytes.readUInt8(900_000) ^ 1, 900_000);
    await writeFile(stored?.path ?? '', bytes);
    await planAt('now', etag);
    await vi.waitFor(async () => expect((await view())?.plan?.now.state).toBe('failing'), 10_000);
    expect((await view())?.plan?.now).toMatchObject({ fault: 'attachment-damaged' });
    expect(await onShelf()).toBeNull();
  });

  it('can be taken back, and then stays where it is', async () => {
    const { etag } = await putMonth(workshop.config.data);
    await planAt('2026-12-01T00:00:00.000Z', etag);
    expect((await ask('DELETE', `/releases/${MONTH}/plan`)).status).toBe(200);
    await clock.run(20 * 86_400_000);
    expect(await onShelf()).toBeNull();
    expect(await view()).toMatchObject({ plan: null, last: null });
    expect((await journal()).map(({ what }) => what)).toEqual(['cancelled', 'planned']);
    expect(await readdir(path.join(workshop.config.data, 'releases', 'approved'))).toEqual([]);
  });

  it('planned for another time goes out at that time alone', async () => {
    const { etag } = await putMonth(workshop.config.data);
    await planAt('2026-12-01T00:00:00.000Z', etag);
    await planAt('2026-12-02T00:00:00.000Z', etag);
    await clock.run(Date.parse('2026-12-01T12:00:00.000Z') - now);
    await untilQuiet();
    expect(await onShelf()).toBeNull();
    await clock.run(86_400_000);
    await untilQuiet();
    expect((await journal()).filter(({ what }) => what === 'released')).toHaveLength(1);
  });

  it('is not planned for the past, nor unseen, nor with files that have not arrived', async () => {
    const month = await putMonth(workshop.config.data, { [signVideo().id]: null });
    expect(await codeOf(await planAt('2026-11-24T00:00:00.000Z', month.etag))).toEqual([422, 'release-past']);
    expect(await codeOf(await planAt('2036-11-24T00:00:00.000Z', month.etag))).toEqual([422, 'release-far']);
    expect(await codeOf(await planAt('now', 'f'.repeat(64)))).toEqual([412, 'draft-changed']);
    expect(await codeOf(await planAt('now', month.etag))).toEqual([409, 'release-files-missing']);
    expect(
      await codeOf(await ask('PUT', '/releases/2027-01-silent-world/plan', { at: 'now', draft: 'x' })),
    ).toEqual([404, 'draft-missing']);
    expect(await journal()).toEqual([]);
  });

  it('that meets trouble is tried again, says so, and goes out when the trouble is over', async () => {
    const { etag } = await putMonth(workshop.config.data);
    const { putBlob } = shelf.store;
    const store = { ...shelf.store };
    await services.releases.close();
    shelf = { ...shelf, store };
    store.putBlob = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await openHub();
    await planAt('now', etag);
    await vi.waitFor(async () => expect((await view())?.plan?.now.state).toBe('failing'), 10_000);
    expect((await view())?.plan?.now).toMatchObject({ attempts: 1, fault: 'disk-full' });
    expect(await onShelf()).toBeNull();
    store.putBlob = putBlob;
    await clock.run(15_000);
    await untilQuiet();
    await vi.waitFor(async () => expect((await view())?.last?.kind).toBe('released'), 10_000);
  });
});

describe('a month that is out', () => {
  async function released(): Promise<HubMonth> {
    const month = await putMonth(workshop.config.data);
    await planAt('now', month.etag);
    await untilQuiet();
    expect((await view())?.last?.kind).toBe('released');
    return month;
  }

  it('revised brings only what changed', async () => {
    const month = await released();
    const before = new Set(await shelf.store.listBlobs());
    const etag = await month.change({ issue: monthIssue({ title: '一条苏州河，第二版' }) });
    await planAt('now', etag);
    await untilQuiet();
    const { manifest } = (await onShelf()) ?? {};
    expect(manifest?.issue.title).toBe('一条苏州河，第二版');
    const added = (await shelf.store.listBlobs()).filter((href) => !before.has(href));
    // Its manifest, the book, the page of its piece, which names the month, and the guide that points into that page.
    expect(added.map((href) => path.extname(href)).sort()).toEqual(['.epub', '.html', '.json', '.json']);
    expect((await journal()).filter(({ what }) => what === 'released')).toHaveLength(2);
  });

  it('revised with another video leaves the old one for tablets that are still fetching it', async () => {
    const month = await released();
    const old = (await shelf.store.listBlobs()).filter((href) => href.endsWith('.mp4'));
    const media = signVideo({ id: attachment('e').id });
    await month.keepFile(media.id, 'video/mp4', otherVideo);
    const [track] = monthPiece().tracks;
    if (track === undefined) throw new Error('no track');
    await planAt('now', await month.change({ pieces: [monthPiece({ tracks: [{ ...track, media }] })] }));
    await untilQuiet();
    const after = (await shelf.store.listBlobs()).filter((href) => href.endsWith('.mp4'));
    expect(after).toHaveLength(old.length + 1);
    expect(after).toEqual(expect.arrayContaining(old));
  });

  it('withdrawn is named in the catalogue, with its reason in the journal, and its files are gone', async () => {
    await released();
    const response = await ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '出镜的人不同意了' });
    expect(response.status).toBe(202);
    await untilQuiet();
    const shown = await onShelf();
    expect(shown?.manifest).toBeNull();
    expect(shown?.catalogue.withdrawn).toEqual([MONTH]);
    expect(await shelf.store.listBlobs()).toEqual([]);
    expect((await journal()).map(({ what }) => what)).toEqual(['withdrawn', 'released', 'planned']);
    expect((await journal())[0]).toMatchObject({ what: 'withdrawn', reason: '出镜的人不同意了' });
    expect((await view())?.last).toMatchObject({ kind: 'withdrawn', reason: '出镜的人不同意了' });
  });

  it('withdrawn can be released again', async () => {
    const month = await released();
    await ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '试试' });
    await untilQuiet();
    await planAt('now', month.etag);
    await untilQuiet();
    const shown = await onShelf();
    expect(shown?.manifest?.issue.id).toBe(MONTH);
    expect(shown?.catalogue.withdrawn).toEqual([]);
  });

  it('needs a reason to be withdrawn, and must be there', async () => {
    expect(await codeOf(await ask('POST', `/releases/${MONTH}/withdrawal`, { reason: '弄错' }))).toEqual([
      404,
      'not-published',
    ]);
    await released();
    expect(await codeOf(await ask('POST', `/releases/${MONTH}/withdrawal`, { reason: ' ' }))).toEqual([
      400,
      'bad-request',
    ]);
  });
});

describe('who may', () => {
  it.each([
    ['nobody', null, [401, 'not-signed-in']],
    ['an editor', editor, [403, 'not-your-role']],
    ['a publisher of another club', { ...publisher, clubs: ['new-sisters'] }, [403, 'not-your-club']],
  ] as const)('%s plans, takes back and withdraws nothing', async (_who, caller, refusal) => {
    const { etag } = await putMonth(workshop.config.data);
    expect(await codeOf(await planAt('now', etag, caller))).toEqual(refusal);
    expect(await codeOf(await ask('DELETE', `/releases/${MONTH}/plan`, undefined, caller))).toEqual(refusal);
    const withdrawal = await ask('POST', `/releases/${MONTH}/withdrawal`, { reason: 'x' }, caller);
    expect(await codeOf(withdrawal)).toEqual(refusal);
    expect(await journal()).toEqual([]);
  });

  it('an editor sees how it stands, and nobody sees another club’s', async () => {
    const { etag } = await putMonth(workshop.config.data);
    await planAt('2026-12-01T00:00:00.000Z', etag);
    const listed = async (caller: Caller) =>
      v.parse(ReleaseListSchema, await (await ask('GET', '/releases', undefined, caller)).json()).releases;
    expect(await listed(editor)).toHaveLength(1);
    expect(await listed({ ...editor, clubs: ['new-sisters'] })).toEqual([]);
    const other = await ask('GET', '/journal', undefined, { ...editor, clubs: ['new-sisters'] });
    expect(v.parse(JournalSchema, await other.json()).entries).toEqual([]);
  });
});
