/** 显示: what is chosen acts at once, stays, and is there before anything is painted; and the tablet forgets on request. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { sentenceAt } from '../support/reader.ts';
import { pathOf, storedSettings } from '../support/tablets.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };

const CHOICES = [
  { group: '字号', choice: '巨大', attribute: 'data-text', value: 'giant' },
  { group: '颜色', choice: '夜', attribute: 'data-theme', value: 'night' },
  { group: '字体', choice: '楷体', attribute: 'data-font', value: 'kai' },
  { group: '行距', choice: '宽一点', attribute: 'data-line-height', value: 'wide' },
  { group: '拼音', choice: '全部', attribute: 'data-pinyin', value: 'all' },
  { group: '词距', choice: '分开 写', attribute: 'data-word-spacing', value: 'on' },
] as const;

const attribute = (page: Page, name: string) => page.locator('html').getAttribute(name);

/** Everything this origin keeps about anyone. */
async function kept(page: Page): Promise<{ local: number; databases: number; cookies: string }> {
  return page.evaluate(async () => ({
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));
}

describe('the display page', () => {
  it('acts at once, and a reload wears it before the first paint', async () => {
    const tablet = await club.tablet({ settings });
    const { page, context } = tablet;
    await page.goto(club.url('/display'));
    for (const { group, choice, attribute: name, value } of CHOICES) {
      const radios = page
        .getByRole('group', { name: group, exact: true })
        .or(page.getByRole('radiogroup', { name: group, exact: true }));
      await radios.first().getByRole('radio', { name: choice, exact: true }).check();
      await expect.poll(() => attribute(page, name), group).toBe(value);
    }
    // What the page looks like when the first element of the body is there: nothing can have been painted before.
    await context.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { attributes } = document.documentElement;
        Reflect.set(
          globalThis,
          'atFirst',
          Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
        );
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    const atFirst: unknown = await page.evaluate(() => Reflect.get(globalThis, 'atFirst'));
    expect(atFirst).toMatchObject(
      Object.fromEntries(CHOICES.map(({ attribute: name, value }) => [name, value])),
    );
    for (const { attribute: name, value } of CHOICES) expect(await attribute(page, name)).toBe(value);
    expectClean(tablet);
  });

  it('hands the tablet to the next person: looks, place and words go, and the first choice is back', async () => {
    const { page } = await club.tablet();
    await page.goto(club.url('/favicon.svg'));
    await page.evaluate((value) => localStorage.setItem('same-page.settings', JSON.stringify(value)), {
      ...settings,
      text: 'giant',
    });
    await page.goto(club.url(await pathOf('reading')));
    await sentenceAt(page, 3).click({ position: { x: 8, y: 20 } });
    await page.waitForTimeout(800);
    await page.goto(club.url('/display'));
    await page.getByRole('button', { name: '换人', exact: true }).click();
    await page.getByRole('button', { name: '清掉，换人' }).click();
    await page.getByRole('heading', { name: '您参加哪个班？' }).waitFor();
    expect(await attribute(page, 'data-text')).toBe('standard');
    expect(await storedSettings(page)).toMatchObject({ club: null, preset: null });
    await page.getByText('无声世界读书会').first().click();
    await page.getByText('标准', { exact: true }).first().click();
    await page.locator('a[href^="/read/"]').first().waitFor();
    expect(await page.getByText('读到第').count()).toBe(0);
  });
});

describe('private by construction', () => {
  it('nothing leaves the club’s own address, no cookie is set, and one step forgets everything', async () => {
    const tablet = await club.tablet();
    const { page, context } = tablet;
    await page.goto(club.url('/'));
    await page.getByText('无声世界读书会').first().click();
    await page.getByText('标准', { exact: true }).first().click();
    for (const kind of ['reading', 'film', 'recitation', 'gallery']) {
      await page.goto(club.url(await pathOf(kind)));
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(500);
    }
    await page.goto(club.url('/display'));
    expect((await kept(page)).databases).toBeGreaterThan(0);
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('button', { name: '全部清掉' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '全部清掉' }).click();
    await page.getByRole('heading', { name: '您参加哪个班？' }).waitFor();
    const after = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const counts: number[] = [];
      for (const name of names) {
        const asked = indexedDB.open(name);
        await new Promise((resolve) => asked.addEventListener('success', resolve));
        const database = asked.result;
        for (const store of ['progress', 'words', 'notes']) {
          if (!database.objectStoreNames.contains(store)) continue;
          const count = database.transaction(store).objectStore(store).count();
          await new Promise((resolve) => count.addEventListener('success', resolve));
          counts.push(count.result);
        }
        database.close();
      }
      return {
        counts: counts.filter((count) => count > 0),
        settings: localStorage.getItem('same-page.settings'),
      };
    });
    expect(after).toEqual({ counts: [], settings: null });
    expectClean(tablet);
  });
});
