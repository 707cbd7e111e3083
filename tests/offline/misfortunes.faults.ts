/** What else happens to tablets: two windows, a lost database, a wrong clock, no room, yesterday's catalogue. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { BIG_ISSUE } from './big-issue.ts';
import { mediaAsked, onBigShelf } from './big-shelf-tablet.ts';
import { enter, expectStoredRight, library, untilText, untilWhole } from './member.ts';
import { forgetVideos, installers, pageCensus, spoilRecords, wipeDatabase } from './probes.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;
const { through } = onBigShelf();

function withClock(shift: number, path: string): string {
  const clock = `{ const Real = Date; globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + ${shift}); else super(...given); }
    static now() { return Real.now() + ${shift}; } }; }`;
  return `${clock}\n${readFileSync(`dist/app${path}`, 'utf8')}`;
}

describe('a tablet', { timeout: 240_000 }, () => {
  it('with two windows fetches each file once', async () => {
    await through(async (proxy, { tablet }) => {
      await enter(tablet, proxy.url);
      const tools = await tablet.devTools();
      await tools.send('Target.createTarget', { url: `${proxy.url}/bookshelf` });
      await expect.poll(() => tablet.run(installers), { timeout: 60_000 }).toEqual({ held: 1, pending: 1 });
      await untilWhole(tablet, BIG_ISSUE);
      expect(mediaAsked(proxy).toSorted()).toEqual([...new Set(mediaAsked(proxy))].sort());
      expect(mediaAsked(proxy).length).toBeGreaterThan(3);
      await expectStoredRight(tablet);
    });
  });

  it('whose database was emptied says so, and has the month again without fetching its media again', async () => {
    await through(async (proxy, { tablet }) => {
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await waitFor('the census', async () => (await tablet.run(pageCensus)).includes(BIG_ISSUE));
      await tablet.goto(`${proxy.url}/shelf.json`);
      await tablet.run(wipeDatabase);
      proxy.forget();
      let letGo = (): void => undefined;
      const heldUntil = new Promise<void>((resolve) => (letGo = resolve));
      proxy.rule(({ path }) => (path.startsWith('/shelf/blobs/') ? { heldUntil } : null));
      await tablet.goto(`${proxy.url}/storage`);
      await untilText(tablet, '平板清掉了存好的月刊');
      letGo();
      await untilWhole(tablet, BIG_ISSUE);
      expect(mediaAsked(proxy)).toEqual([]);
      await expectStoredRight(tablet);
    });
  });

  it('whose database forgot one file mends it from what is on disk', async () => {
    await through(async (proxy, { tablet }) => {
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await tablet.goto(`${proxy.url}/shelf.json`);
      await tablet.run(forgetVideos);
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(async () => (await library(tablet)).blobs.filter(({ type }) => type === 'video/mp4').length, {
          timeout: 60_000,
        })
        .toBe(3);
      await untilWhole(tablet, BIG_ISSUE);
      expect(mediaAsked(proxy)).toEqual([]);
      await expectStoredRight(tablet);
    });
  });

  it('whose records were spoilt has the month again, and its media from what is on disk', async () => {
    await through(async (proxy, { tablet }) => {
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await waitFor('the census', async () => (await tablet.run(pageCensus)).includes(BIG_ISSUE));
      await tablet.goto(`${proxy.url}/shelf.json`);
      await tablet.run(spoilRecords, BIG_ISSUE);
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(async () => (await library(tablet)).installed[0]?.blobs?.length ?? 0, { timeout: 60_000 })
        .toBeGreaterThan(3);
      await untilText(tablet, '已经存好');
      expect(mediaAsked(proxy)).toEqual([]);
      await expectStoredRight(tablet);
    });
  });

  it.each([
    ['behind', -YEAR_MS],
    ['ahead', YEAR_MS],
  ])('with a clock a year %s keeps this month all the same', async (_name, shift) => {
    await through(async (proxy, { tablet }) => {
      // Page and worker alike: every script of the app begins with another clock.
      proxy.rule(({ path }) =>
        /^\/assets\/[\w.-]+\.js$/u.test(path)
          ? { answer: { status: 200, type: 'text/javascript', body: withClock(shift, path) } }
          : null,
      );
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await untilText(tablet, '已经存好');
      await expectStoredRight(tablet);
      const { installed } = await library(tablet);
      expect(Math.abs((installed[0]?.installedMs ?? 0) - Date.now() - shift)).toBeLessThan(YEAR_MS / 12);
    });
  });

  it('given yesterday’s catalogue keeps to today’s, and to what is installed', async () => {
    await through(async (proxy, { tablet, hub, shelf }) => {
      const yesterday = await (await fetch(`${hub.url}/shelf/catalogue.jws`)).text();
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      const before = await library(tablet);
      await shelf.revise('captions');
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(async () => (await library(tablet)).installed[0]?.manifest.sha256, { timeout: 60_000 })
        .not.toBe(before.installed[0]?.manifest.sha256);
      expect(mediaAsked(proxy)).toEqual([]);
      const revised = await library(tablet);
      proxy.rule(({ path }) =>
        path === '/shelf/catalogue.jws'
          ? { answer: { status: 200, type: 'text/plain', body: yesterday } }
          : null,
      );
      // The second page is drawn, and says what the installer says, when the first one has long had its answer.
      for (const page of ['', 'bookshelf']) {
        proxy.forget();
        await tablet.goto(`${proxy.url}/${page}`);
        await waitFor('the catalogue to be asked for', () =>
          proxy.seen.some(({ path }) => path === '/shelf/catalogue.jws'),
        );
        await untilText(tablet, '已经存好');
      }
      const after = await library(tablet);
      expect(after.shelf).toEqual(revised.shelf);
      expect(after.installed[0]?.manifest).toEqual(revised.installed[0]?.manifest);
      await expectStoredRight(tablet);
    });
  });
});
