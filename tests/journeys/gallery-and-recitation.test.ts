/** Pictures by buttons alone; a text read aloud sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { currentNumber } from '../support/reader.ts';
import { pathOf } from '../support/tablets.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };

describe('a gallery', () => {
  it('turns, enlarges and says in words what is there, by buttons alone', async () => {
    const tablet = await club.tablet({ settings });
    const { page } = tablet;
    await page.goto(club.url(await pathOf('gallery')));
    const picture = page.locator('main img:visible').first();
    const first = await picture.getAttribute('src');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await expect.poll(() => button('上一张').count()).toBe(0);
    await button('下一张').click();
    await expect.poll(() => picture.getAttribute('src')).not.toBe(first);
    await button('上一张').click();
    await expect.poll(() => picture.getAttribute('src')).toBe(first);

    const width = async (): Promise<number> => (await picture.boundingBox())?.width ?? 0;
    const isDrawn = () =>
      picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    await expect.poll(isDrawn).toBe(true);
    const whole = await width();
    await button('放大').click();
    await expect.poll(width).toBeCloseTo(whole * 1.5, -1);
    const left = async (): Promise<number> => (await picture.boundingBox())?.x ?? 0;
    const before = await left();
    await button('往右').click();
    await expect.poll(left).toBeLessThan(before);
    await button('还原').click();
    await expect.poll(width).toBeCloseTo(whole, -1);

    const alt = (await picture.getAttribute('alt')) ?? '';
    expect(alt.length).toBeGreaterThan(10);
    await button('图上有什么').click();
    await expect
      .poll(() => page.locator('main').getByText(alt, { exact: true }).first().isVisible())
      .toBe(true);
    expectClean(tablet);
  });
});

describe('a recitation', () => {
  it('stops after each sentence to be said aloud, and its text follows', async () => {
    const tablet = await club.tablet({
      settings: { ...settings, medium: 'audio', pauseAfterSentence: true, speed: 1.5 },
    });
    const { page } = tablet;
    await page.goto(club.url(await pathOf('recitation')));
    await page.locator('[data-sentence]').first().waitFor();
    const isPlaying = () => page.evaluate(() => document.querySelector('audio')?.paused === false);
    await page.getByRole('button', { name: '播放', exact: true }).click();
    await expect.poll(isPlaying, { timeout: 60_000 }).toBe(true);
    await expect.poll(isPlaying, { timeout: 60_000 }).toBe(false);
    expect(await currentNumber(page)).toBe(1);
    await page.getByRole('button', { name: '播放', exact: true }).click();
    await expect.poll(() => currentNumber(page), { timeout: 60_000 }).toBe(2);
    await expect.poll(isPlaying, { timeout: 60_000 }).toBe(false);
    expect(await currentNumber(page)).toBe(2);
    expectClean(tablet);
  });

  it('remembers whether the signing or the voice leads', async () => {
    const { page } = await club.tablet({ settings });
    await page.goto(club.url(await pathOf('recitation')));
    const listen = page.getByRole('button', { name: '听朗读', exact: true });
    await listen.click();
    await expect.poll(() => listen.getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    await expect.poll(() => listen.getAttribute('aria-pressed')).toBe('true');
  });
});
