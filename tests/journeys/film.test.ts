/** A film with its signer: one stalls, both wait, and both go on together. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { pathOf } from '../support/tablets.ts';

const club = useBrowser();
let proxy: Proxy | undefined;
beforeAll(async () => {
  proxy = await startProxy(inject('hubUrl'));
});
afterAll(async () => proxy?.stop());

interface Clock {
  readonly paused: boolean;
  readonly time: number;
}

/** Both clocks, film first: it is the one that is not muted. */
async function clocks(page: Page): Promise<{ film: Clock; sign: Clock }> {
  return page.evaluate(() => {
    const read = (video: HTMLVideoElement | undefined) => ({
      paused: video?.paused ?? true,
      time: video?.currentTime ?? 0,
    });
    const videos = [...document.querySelectorAll('video')];
    return {
      film: read(videos.find((video) => !video.muted)),
      sign: read(videos.find((video) => video.muted)),
    };
  });
}

/** The address of the sign track's blob: the video element that is muted. */
async function signPath(page: Page): Promise<string> {
  const source = await page.evaluate(
    () => [...document.querySelectorAll('video')].find((video) => video.muted)?.currentSrc ?? '',
  );
  return new URL(source).pathname;
}

describe('a film with its signer', () => {
  it('a stalled sign video holds the film, and both go on together', async () => {
    if (!proxy) throw new Error('The proxy is not running');
    const settings = { club: 'silent-world', preset: 'standard', filmView: 'side-by-side' };
    const path = await pathOf('film');
    const scout = await club.tablet({ settings });
    await scout.page.goto(club.url(path));
    await expect.poll(() => signPath(scout.page).catch(() => '')).toMatch(/blobs/u);
    const stalled = await signPath(scout.page);
    await scout.context.close();

    let letFlow = (): void => undefined;
    const stalledUntil = new Promise<void>((resolve) => (letFlow = resolve));
    proxy.rule((request) => (request.path === stalled ? { stallAfter: 90_000, stalledUntil } : null));
    const { page } = await club.tablet({ settings });
    await page.goto(`${proxy.url}${path}`);
    await page.getByRole('button', { name: '播放' }).click();
    // The first frames must have come: what is meant is a stall in the middle, not a slow start.
    await expect.poll(async () => (await clocks(page)).film.time, { timeout: 30_000 }).toBeGreaterThan(1);
    await page.getByText('手语还没传到，正在等。').first().waitFor({ timeout: 30_000 });
    const held = await clocks(page);
    await page.waitForTimeout(800);
    const later = await clocks(page);
    expect(later.film.time - held.film.time).toBeLessThan(0.1);
    letFlow();
    await expect
      .poll(async () => (await clocks(page)).film.time, { timeout: 40_000 })
      .toBeGreaterThan(later.film.time + 1);
    const together = await clocks(page);
    expect(Math.abs(together.film.time - together.sign.time)).toBeLessThan(0.25);
    expect(together.film.paused || together.sign.paused).toBe(false);
  });

  it('shows the four views in one tap each, the signer never below a third of the player', async () => {
    const { page } = await club.tablet({ settings: { club: 'silent-world', preset: 'standard' } });
    await page.goto(club.url(await pathOf('film')));
    for (const view of ['手语大', '并排', '只看手语']) {
      await page
        .getByRole('radio', { name: view })
        .or(page.getByRole('button', { name: view }))
        .first()
        .click();
      const share = () =>
        page.evaluate(() => {
          const sign = [...document.querySelectorAll('video')].find((video) => video.muted);
          const frame = sign?.parentElement?.getBoundingClientRect().width ?? 0;
          return frame / window.innerWidth;
        });
      await expect.poll(share, { message: view }).toBeGreaterThanOrEqual(1 / 3 - 0.035);
    }
    await page
      .getByRole('radio', { name: '只看画面' })
      .or(page.getByRole('button', { name: '只看画面' }))
      .first()
      .click();
    await expect
      .poll(() =>
        page.evaluate(
          () => [...document.querySelectorAll('video')].filter((video) => video.checkVisibility()).length,
        ),
      )
      .toBe(1);
  });
});
