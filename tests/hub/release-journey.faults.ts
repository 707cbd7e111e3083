import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, clippedContent, smallTargets } from '../support/page-rules.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { ISSUE, SIGNED } from '../support/studio-month.ts';
import { findChromium } from '../tools/chromium.mjs';
import {
  bringMonth,
  enrol,
  openProfiles,
  pageWithPasskeys,
  planNextMinute,
  signedAt,
  tapSentence,
  untilOnTablet,
  untilReleased,
  wholeMonths,
  withdraw,
  type Profiles,
} from './release-journey.ts';

describe.skipIf(findChromium() === null)('a month queued once', { timeout: 400_000 }, () => {
  let hub: RunningHub;
  let profiles: Profiles;
  beforeAll(async () => {
    hub = await startHub();
    profiles = await openProfiles(await mkdtemp(path.join(tmpdir(), 'same-page-release-')));
  }, 240_000);
  afterAll(async () => {
    await profiles?.close();
    await hub?.stop();
  });

  it('reaches the tablet on its day by itself, and plays there with the hub gone', async () => {
    const page = await pageWithPasskeys(profiles.studio);
    await enrol(page, hub);
    await bringMonth(page, hub);
    const broken = [await axeViolations(page), await clippedContent(page), await smallTargets(page)];
    expect(broken.flat()).toEqual([]);

    // The tablet is there before, as tablets are.
    const member = profiles.tablet.pages()[0] ?? (await profiles.tablet.newPage());
    await member.goto(`${hub.url}/`);
    await member.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const atMs = await planNextMinute(page);
    expect(await (await fetch(`${hub.url}/shelf/opds.json`)).text()).not.toContain(ISSUE);
    await untilReleased(page);
    expect(Date.now()).toBeGreaterThanOrEqual(atMs);
    await page.getByText(/负责人：发布$/u).waitFor();

    await untilOnTablet(member, hub.url);
    await hub.stop();
    const seconds = await signedAt(member, hub.url);
    expect(seconds).toBeLessThan(SIGNED.s4 + 1);
  });

  it('is shown before by a link, to somebody without an account, until that is taken back', async () => {
    hub = await startHub({ dataFolder: hub.dataFolder, port: Number(new URL(hub.url).port) });
    const page = profiles.studio.pages()[0] ?? (await profiles.studio.newPage());
    await page.goto(`${hub.url}/studio/${ISSUE}/publish`);
    await page.getByRole('button', { name: '做一个链接' }).click();
    const link = (await page.getByLabel('链接', { exact: true }).textContent()) ?? '';
    expect(link).toMatch(/\/studio\/look#[\w-]{43}$/u);

    const colleague = await profiles.tablet.newPage();
    await colleague.goto(link);
    await colleague.getByRole('heading', { name: '草稿预览：一条苏州河' }).waitFor();
    const draft = colleague.frameLocator('iframe');
    await draft
      .getByRole('link', { name: /一条苏州河/u })
      .last()
      .click();
    await draft.getByText('今天', { exact: true }).click();
    const signing = draft.locator('video').first();
    await expect
      .poll(() => signing.evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(SIGNED.s5 - 0.5);

    await page.getByRole('button', { name: '收回' }).click();
    await page.getByText('现在没有能打开的链接。').waitFor();
    await colleague.reload();
    await colleague.getByText('这个链接打不开了').waitFor();
    await colleague.close();
    for (const line of [/负责人：收回/u, /负责人：做了/u]) await page.getByText(line).first().waitFor();
  });

  it.each([
    ['这一期', `${ISSUE}.samepage.zip`],
    ['书架上所有的', 'same-page.samepage.zip'],
  ])(
    'is carried on a stick, %s: downloaded in the studio, and whole to a tablet’s own reading',
    async (which, name) => {
      const page = profiles.studio.pages()[0] ?? (await profiles.studio.newPage());
      await page.goto(`${hub.url}/studio/${ISSUE}/publish`);
      const packs = page.getByRole('region', { name: '离线包' });
      await packs.getByRole('button', { name: which }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        packs.getByRole('button', { name: '下载' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      const file = path.join(hub.dataFolder, name);
      await download.saveAs(file);
      const checked = spawnSync(process.execPath, ['dist/hub/issue.js', 'check', file], {
        encoding: 'utf8',
        env: { ...process.env, SAME_PAGE_DATA: hub.dataFolder },
      });
      expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining(ISSUE)]);
    },
  );

  it('taken back leaves whoever is reading it in peace, and is gone when they have closed it', async () => {
    const page = profiles.studio.pages()[0] ?? (await profiles.studio.newPage());
    await page.goto(`${hub.url}/studio/${ISSUE}/publish`);
    await withdraw(page);

    // Still on the page from before; beside it the app is opened anew and learns of the withdrawal.
    const [reading] = profiles.tablet.pages();
    if (reading === undefined) throw new Error('The member has closed the tablet');
    const beside = await profiles.tablet.newPage();
    await beside.goto(`${hub.url}/`);
    await beside.waitForTimeout(5_000);
    expect(await beside.evaluate(wholeMonths)).toContain(ISSUE);
    expect(await tapSentence(reading)).toBeLessThan(SIGNED.s4 + 1);

    await reading.close();
    await expect
      .poll(
        async () => {
          await beside.goto(`${hub.url}/`);
          await beside.waitForTimeout(2_000);
          return beside.evaluate(wholeMonths);
        },
        { timeout: 60_000 },
      )
      .not.toContain(ISSUE);
  });
});
