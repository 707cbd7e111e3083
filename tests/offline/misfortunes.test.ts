/** What else happens to tablets: two windows, a lost database, a wrong clock, no room, yesterday's catalogue. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../support/engines.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { BIG_ISSUE, publishBigIssue, type BigShelf } from './big-issue.ts';
import { enter, expectStoredRight, library, untilText, untilWhole } from './member.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

let shelf: BigShelf | undefined;
let hub: RunningHub | undefined;
let engine: Engine | undefined;
const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Not running');
  return value;
};

beforeAll(async () => {
  shelf = await publishBigIssue();
  [hub, engine] = await Promise.all([startHub({ dataFolder: shelf.dataFolder }), openEngine('chromium')]);
});
afterAll(async () => {
  await engine?.close();
  await hub?.stop();
  await shelf?.remove();
});

/** Each on an origin of its own: a tablet that has nothing yet. */
async function through(work: (proxy: Proxy, engine: Engine) => Promise<void>): Promise<void> {
  const proxy = await startProxy(needed(hub).url);
  try {
    await work(proxy, needed(engine));
  } finally {
    await needed(engine).goto('about:blank');
    await proxy.stop();
  }
}

const media = (proxy: Proxy): readonly string[] =>
  proxy.seen.flatMap(({ path }) => (/^\/shelf\/blobs\/.*\.(?:mp4|m4a)$/u.test(path) ? [path] : []));

function withClock(shift: number, path: string): string {
  const clock = `{ const Real = Date; globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + ${shift}); else super(...given); }
    static now() { return Real.now() + ${shift}; } }; }`;
  return `${clock}\n${readFileSync(`dist/app${path}`, 'utf8')}`;
}

describe('a tablet', () => {
  it('with two windows fetches each file once', async () => {
    await through(async (proxy, tablet) => {
      await enter(tablet, proxy.url);
      const tools = await tablet.devTools();
      await tools.send('Target.createTarget', { url: `${proxy.url}/bookshelf` });
      await untilWhole(tablet, BIG_ISSUE);
      expect(media(proxy).toSorted()).toEqual([...new Set(media(proxy))].sort());
      expect(media(proxy).length).toBeGreaterThan(3);
      await expectStoredRight(tablet);
    });
  });

  it('whose database was emptied says so, and has the month again without fetching its media again', async () => {
    await through(async (proxy, tablet) => {
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await tablet.run(async () => new Promise((resolve) => setTimeout(resolve, 1000)));
      await tablet.goto(`${proxy.url}/shelf.json`);
      await tablet.run(
        () =>
          new Promise<boolean>((resolve, reject) => {
            const wiping = indexedDB.deleteDatabase('same-page');
            wiping.addEventListener('success', () => resolve(true));
            wiping.addEventListener('error', () => reject(new Error('not wiped')));
          }),
      );
      proxy.forget();
      let isShelfSlow = true;
      proxy.rule(({ path }) =>
        isShelfSlow && path.startsWith('/shelf/blobs/') ? { delayMs: 15_000 } : null,
      );
      await tablet.goto(`${proxy.url}/storage`);
      await untilText(tablet, '平板清掉了存好的月刊');
      isShelfSlow = false;
      await untilWhole(tablet, BIG_ISSUE);
      expect(media(proxy)).toEqual([]);
      await expectStoredRight(tablet);
    });
  });

  it('whose database forgot one file mends it from what is on disk', async () => {
    await through(async (proxy, tablet) => {
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      await tablet.goto(`${proxy.url}/shelf.json`);
      await tablet.run(
        () =>
          new Promise<boolean>((resolve, reject) => {
            const opening = indexedDB.open('same-page');
            opening.addEventListener('error', () => reject(new Error('not opened')));
            opening.addEventListener('success', () => {
              const change = opening.result.transaction('blobs', 'readwrite');
              const asked = change.objectStore('blobs').getAll();
              asked.addEventListener('success', () => {
                for (const record of asked.result)
                  if (record.type === 'video/mp4') change.objectStore('blobs').delete(record.sha256);
              });
              change.addEventListener('complete', () => {
                opening.result.close();
                resolve(true);
              });
            });
          }),
      );
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(async () => (await library(tablet)).blobs.filter(({ type }) => type === 'video/mp4').length, {
          timeout: 30_000,
        })
        .toBe(3);
      await untilWhole(tablet, BIG_ISSUE);
      expect(media(proxy)).toEqual([]);
      await expectStoredRight(tablet);
    });
  });

  it.each([
    ['behind', -YEAR_MS],
    ['ahead', YEAR_MS],
  ])('with a clock a year %s keeps this month all the same', async (_name, shift) => {
    await through(async (proxy, tablet) => {
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
    await through(async (proxy, tablet) => {
      const yesterday = await (await fetch(`${needed(hub).url}/shelf/catalogue.jws`)).text();
      await enter(tablet, proxy.url);
      await untilWhole(tablet, BIG_ISSUE);
      const before = await library(tablet);
      await needed(shelf).revise('captions');
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(async () => (await library(tablet)).installed[0]?.manifest.sha256, { timeout: 30_000 })
        .not.toBe(before.installed[0]?.manifest.sha256);
      expect(media(proxy)).toEqual([]);
      const revised = await library(tablet);
      proxy.rule(({ path }) =>
        path === '/shelf/catalogue.jws'
          ? { answer: { status: 200, type: 'text/plain', body: yesterday } }
          : null,
      );
      proxy.forget();
      await tablet.goto(`${proxy.url}/`);
      await expect
        .poll(() => proxy.seen.some(({ path }) => path === '/shelf/catalogue.jws'), { timeout: 20_000 })
        .toBe(true);
      await tablet.run(async () => new Promise((resolve) => setTimeout(resolve, 3000)));
      const after = await library(tablet);
      expect(after.shelf).toEqual(revised.shelf);
      expect(after.installed[0]?.manifest).toEqual(revised.installed[0]?.manifest);
      await expectStoredRight(tablet);
    });
  });
});
