/** The hub, a process of its own, killed by SIGKILL around the hour of a planned month and started again: out once, and the journal says so. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openHubDrafts } from '../../src/hub/drafts/draft-store.ts';
import { openWorkshop } from '../../src/hub/fixture.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { MONTH, putMonth } from '../../src/hub/release/month-fixture.ts';
import { openJournal } from '../../src/hub/release/journal.ts';
import { openReleaseServices } from '../../src/hub/release/release-services.ts';
import { readShelf } from '../../src/hub/shelf-state.ts';
import { verifyShelf } from '../../src/hub/store/shelf-files.ts';
import { freePort } from '../support/hub-setup.ts';
import { mainProcess, release, titled, type HubProcess } from './hub-process.ts';

const LONG = { timeout: 60_000, interval: 50 };

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'same-page-hour-'));
});
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 3 }));

/** A hub's data with a month planned for an hour from now, looked into and waiting; the hub is off. */
async function plannedAhead(name: string): Promise<string> {
  const data = path.join(root, name);
  const workshop = await openWorkshop();
  const shelf = await openShelf({ ...workshop.config, data });
  // With a month of its own on the shelf, a hub that starts has nothing else to publish.
  await release(await titled(workshop, '坐公交'), shelf);
  const { etag } = await putMonth(data);
  const onError = (error: unknown): void => console.error(error);
  const { releases } = await openReleaseServices({ data, shelf, drafts: openHubDrafts(data), onError });
  await releases.plan(MONTH, { at: Date.now() + 3_600_000, draft: etag }, '社区工作者');
  await vi.waitFor(async () => expect((await releases.view(MONTH))?.plan?.now.state).toBe('waiting'), LONG);
  await releases.close();
  await workshop.clear();
  return data;
}

/** As if it had been planned for then; the hub is off. */
async function moveHourTo(atMs: number, data: string): Promise<void> {
  const record = path.join(data, `releases/months/${MONTH}.json`);
  const kept = await readFile(record, 'utf8');
  const moved = kept.replace(/"at":"[^"]+"/u, `"at":"${new Date(atMs).toISOString()}"`);
  expect(moved).not.toBe(kept);
  await writeFile(record, moved);
}

async function startOn(data: string, killAt = 0): Promise<HubProcess & { readonly log: string }> {
  const log = path.join(root, `${path.basename(data)}.log`);
  const environment = {
    SAME_PAGE_DATA: data,
    PORT: String(await freePort()),
    KILL_AT: String(killAt),
    KILL_BELOW: data,
    KILL_LOG: log,
  };
  return Object.assign(mainProcess(environment, 'kill-at-write.mjs'), { log });
}

const journalOf = (data: string) =>
  openJournal(path.join(data, 'releases/journal.jsonl'), path.join(data, 'temporary')).read();
const recordOf = async (data: string): Promise<{ readonly plan: unknown; readonly last: unknown }> =>
  JSON.parse(await readFile(path.join(data, `releases/months/${MONTH}.json`), 'utf8'));
const isDone = async (data: string): Promise<boolean> => (await recordOf(data)).plan === null;

/** Until the month is out, or the hub is dead. */
async function watch(hub: HubProcess, data: string): Promise<'out' | 'killed'> {
  let isDead = false;
  void hub.ended.then(() => (isDead = true));
  return vi.waitFor(async () => {
    if (await isDone(data)) return 'out';
    if (isDead) return 'killed';
    throw new Error(`neither out nor dead: ${JSON.stringify(await recordOf(data))}`);
  }, LONG);
}

/** What a tablet would find, and who is said to have done it; a line of the journal cut by the kill is no damage. */
async function expectOutOnce(data: string): Promise<void> {
  const { config, clear } = await openWorkshop();
  const shelf = await openShelf({ ...config, data });
  const verified = await verifyShelf(shelf.store, [shelf.keys.publicKey]);
  expect(verified?.issues).toContain(MONTH);
  const { entries, damaged } = await journalOf(data);
  expect(damaged).toBe(0);
  expect(entries.map(({ what, by }) => [what, by])).toEqual([
    ['released', '社区工作者'],
    ['planned', '社区工作者'],
  ]);
  expect(entries[0]?.sequence).toBe((await readShelf(shelf.store, shelf.keys.publicKey)).sequence);
  await clear();
}

/** How often the catalogue was really switched; the step a hub was killed at is written down and was not taken. */
function switchesIn(steps: readonly string[], killedAt: number): number {
  return steps.filter((step, at) => step === 'rename shelf/catalogue.jws' && at + 1 !== killedAt).length;
}
const stepsOf = async (log: string): Promise<readonly string[]> =>
  (await readFile(log, 'utf8')).trim().split('\n');

describe('a month whose hour comes', () => {
  it('while the hub lies dead goes out when it is started again, and not before its hour', async () => {
    const data = await plannedAhead('before');
    const first = await startOn(data);
    await vi.waitFor(async () => expect(await stepsOf(first.log)).not.toEqual([]), LONG);
    first.kill();
    expect((await first.ended).signal).toBe('SIGKILL');
    expect(await isDone(data)).toBe(false);
    // Started again while it is still too early: it waits for its hour by itself.
    const at = Date.now() + 5_000;
    await moveHourTo(at, data);
    const second = await startOn(data);
    expect(await watch(second, data)).toBe('out');
    expect(Date.now()).toBeGreaterThanOrEqual(at);
    second.kill();
    await second.ended;
    await expectOutOnce(data);
  });

  it('goes out once, at whichever of its steps the hub is killed', async () => {
    const planned = await plannedAhead('planned');
    // Its hour has come while the hub was off.
    await moveHourTo(Date.now() - 1_000, planned);
    const rehearsal = path.join(root, 'rehearsal');
    await cp(planned, rehearsal, { recursive: true });
    const whole = await startOn(rehearsal);
    expect(await watch(whole, rehearsal)).toBe('out');
    whole.kill();
    await whole.ended;
    const steps = await stepsOf(whole.log);
    expect(switchesIn(steps, 0)).toBe(1);
    // Every step that says where the release is, and some of those that only write its files.
    const first = steps.findIndex((step) => / (?:shelf|releases)\//u.test(step));
    const points = steps.flatMap((step, at) => {
      const isTelling = /releases\/|catalogue\.jws|opds\.json/u.test(step);
      return at >= first && (isTelling || at % 7 === 0) ? [at + 1] : [];
    });
    expect(points.length).toBeGreaterThan(10);
    const outcomes = new Set<string>();
    for (const point of points) {
      const data = path.join(root, `killed-${point}`);
      await cp(planned, data, { recursive: true });
      const hub = await startOn(data, point);
      const outcome = await watch(hub, data);
      outcomes.add(outcome);
      if (outcome === 'out') hub.kill();
      await hub.ended;
      const again = await startOn(data);
      expect([point, await watch(again, data)]).toEqual([point, 'out']);
      again.kill();
      await again.ended;
      const taken = await stepsOf(again.log);
      expect([point, switchesIn(taken, point)]).toEqual([point, 1]);
      await expectOutOnce(data);
      await rm(data, { recursive: true });
    }
    expect(outcomes).toContain('killed');
    console.log(`killed at ${points.length} of ${steps.length} steps`);
  });
});
