/** The first visit: club, preset, a reading, sentence 5 and its signed frame, largest text, reload. By touch and by keyboard. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectClean, useBrowser } from '../support/browser.ts';
import { currentNumber, presentedSentence, sentenceAt } from '../support/reader.ts';
import { pathOf, storedSettings } from '../support/tablets.ts';

const club = useBrowser();

const WORDS = {
  'zh-Hans': {
    club: '无声世界读书会',
    preset: '标准',
    again: '再看一遍',
    next: '下一句',
    display: '显示',
    giant: '巨大',
  },
  'zh-Hant': {
    club: '無聲世界讀書會',
    preset: '標準',
    again: '再看一遍',
    next: '下一句',
    display: '顯示',
    giant: '巨大',
  },
  en: {
    club: 'Silent World',
    preset: 'Standard',
    again: 'Again',
    next: 'Next',
    display: 'Display',
    giant: 'Giant',
  },
} as const;

async function expectSigned(page: Page, number: number): Promise<void> {
  await expect.poll(() => currentNumber(page), { timeout: 60_000 }).toBe(number);
  await expect.poll(() => presentedSentence(page), { timeout: 60_000 }).toBe(number);
}

describe('a first visit', () => {
  for (const [language, words] of Object.entries(WORDS)) {
    it(`leads by touch to the signed frame of sentence 5, and a reload keeps place and looks (${language})`, async () => {
      const tablet = await club.tablet();
      const { page } = tablet;
      await page.goto(club.url('/'));
      await page.locator('h1').waitFor();
      if (language !== 'zh-Hans') {
        await page.getByRole('radio', { name: language === 'en' ? 'English' : '繁體中文' }).check();
      }
      await page.getByText(words.club).first().click();
      await page.getByText(words.preset, { exact: true }).first().click();
      const path = await pathOf('reading');
      await page.locator(`a[href^="${path}"]`).first().click();

      await sentenceAt(page, 5).click({ position: { x: 8, y: 20 } });
      await expectSigned(page, 5);
      await page.getByRole('button', { name: words.again }).click();
      await expectSigned(page, 5);
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await expectSigned(page, 6);

      await page.getByRole('button', { name: words.display }).click();
      await page.getByRole('dialog').getByRole('radio', { name: words.giant }).check();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('html').getAttribute('data-text')).toBe('giant');

      await page.reload();
      await expectSigned(page, 6);
      expect(await page.locator('html').getAttribute('data-text')).toBe('giant');
      expect(await storedSettings(page)).toMatchObject({
        club: 'silent-world',
        preset: 'standard',
        language,
      });
      expectClean(tablet);
    });
  }

  it('works with the keyboard alone', async () => {
    const tablet = await club.tablet({ touch: false });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.locator('h1').waitFor();
    await tabTo(page, /无声世界读书会/u);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '您想怎么看？' }).waitFor();
    await tabTo(page, /^标准/u);
    await page.keyboard.press('Enter');
    const path = await pathOf('reading');
    await page.locator(`a[href^="${path}"]`).first().waitFor();
    await tabTo(page, /老街的早晨/u);
    await page.keyboard.press('Enter');
    await page.locator('[data-sentence]').first().waitFor();

    await page.evaluate(() => document.querySelector('h1')?.focus());
    await tabTo(page, /第 1 句/u);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectSigned(page, 5);
    await page.keyboard.press('r');
    await expectSigned(page, 5);
    await page.keyboard.press('Escape');
    await tabTo(page, /显示$/u, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: '标准' }).first().focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('html').getAttribute('data-text')).toBe('giant');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('显示');
    await page.reload();
    await expectSigned(page, 5);
    expectClean(tablet);
  });
});

/** Presses Tab until the focused control is named so; everything on the way must be visible when focused. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const label =
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
      return (element.getAttribute('aria-label') ?? label ?? '').trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}
