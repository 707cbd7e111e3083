/** A planned month that is taken off the queue in the studio is planned no more on the hub, and the studio says so beforehand. */
import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { JournalSchema } from '../../src/core/release/journal-entry.ts';
import { ReleaseListSchema } from '../../src/core/release/release-view.ts';
import { openHubDrafts } from '../../src/hub/drafts/draft-store.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';
import { closeMachine, openMachine, signIn } from './machines.ts';

const WAIT = { timeout: 60_000 };

let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub.stop();
  await rm(hub.dataFolder, { recursive: true, force: true });
});

it('a planned month taken off the queue is not published', { retry: 0, timeout: 180_000 }, async () => {
  const [editor, publisher] = [
    await signIn(hub.dataFolder, hub.url),
    await signIn(hub.dataFolder, hub.url, 'publisher'),
  ];
  const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${hub.url}/api${path}`, {
      method,
      headers: { cookie: publisher, origin: hub.url, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const planOf = async () => {
    const { releases } = v.parse(ReleaseListSchema, await (await ask('GET', '/releases')).json());
    return releases.find(({ issue }) => issue === ISSUE)?.plan;
  };
  const machine = await openMachine(hub.url, { cookie: editor });
  const { page } = machine;
  await page.goto(`${hub.url}/studio`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seedMonth(page, await studioMonth({ isWhole: true }));
  await page.goto(`${hub.url}/studio/${ISSUE}`);
  await page
    .getByText(/也存到了服务器/u)
    .first()
    .waitFor(WAIT);
  const draft = await openHubDrafts(hub.dataFolder).read(ISSUE);
  const nextYear = new Date().getFullYear() + 1;
  const planned = { at: `${nextYear}-12-01T00:00:00.000Z`, draft: draft?.etag };
  expect((await ask('PUT', `/releases/${ISSUE}/plan`, planned)).status).toBe(202);

  await page.reload();
  await page.getByText(/12月1日.* 08:00（上海时间）的排期也会取消，到时候不会发布/u).waitFor(WAIT);
  await page.getByRole('button', { name: '拿掉这一期' }).click();
  await expect.poll(planOf, WAIT).toBeNull();
  const { entries } = v.parse(JournalSchema, await (await ask('GET', '/journal')).json());
  // Its preview was never examined, which the hub says too.
  expect(entries.map(({ what, by }) => [what, by])).toEqual([
    ['taken-off', expect.stringContaining('editor')],
    ['refused', expect.stringContaining('publisher')],
    ['planned', expect.stringContaining('publisher')],
  ]);

  // Put back, it is on the queue and not in a plan.
  await page.getByRole('button', { name: '放回来' }).click();
  await expect
    .poll(async () => (await openHubDrafts(hub.dataFolder).read(ISSUE))?.isRemoved, WAIT)
    .toBe(false);
  expect(await planOf()).toBeNull();
  await closeMachine(machine);
});
