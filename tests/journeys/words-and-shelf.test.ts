/** The words one has learned, a sentence found again, the meeting in the calendar. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser, VIEWPORTS } from '../support/browser.ts';
import { pathOf } from '../support/tablets.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };

/** Marks of words, as they lie in the tablet's database. */
async function wordsKept(): Promise<readonly string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('not opened')));
  });
  const reading = database.transaction('words').objectStore('words').getAll();
  const records = await new Promise<readonly { readonly mark: string }[]>((resolve) => {
    reading.addEventListener('success', () => resolve(reading.result));
  });
  database.close();
  return records.map(({ mark }) => mark);
}

describe('the words', () => {
  it('stay marked after a reload, and a letter leads to its words', async () => {
    const tablet = await club.tablet({ settings });
    const { page } = tablet;
    await page.goto(club.url('/words'));
    const known = page.getByRole('article').first().getByRole('button', { name: '记住了' });
    await known.click();
    await expect.poll(() => known.getAttribute('aria-pressed')).toBe('true');
    // It is shown at once, and on the disk a moment later.
    await expect.poll(() => page.evaluate(wordsKept)).toContain('known');
    await page.reload();
    await expect.poll(() => known.getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('radio', { name: '按拼音' }).check();
    const letter = page.getByRole('navigation', { name: '按字母跳' }).getByRole('link').last();
    const name = (await letter.textContent())?.trim() ?? '';
    await letter.click();
    const heading = page.getByRole('heading', { name, exact: true });
    await expect
      .poll(() => heading.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
      .toBe(true);
    expectClean(tablet);
  });
});

describe('a word of a text', () => {
  it('and its card are both in sight on a phone with the largest letters', async () => {
    const { page } = await club.tablet({
      settings: { ...settings, text: 'giant' },
      viewport: VIEWPORTS.phone,
    });
    await page.goto(club.url(await pathOf('reading')));
    const word = page.locator('[data-term]').nth(1);
    // Before its pinyin stands above it.
    const name = (await word.textContent()) ?? '';
    await word.click();
    const card = page.getByRole('complementary', { name });
    await card.waitFor();
    // All of the word above the card, and all of the card on the screen.
    const isInSight = async () => {
      const [wordBox, cardBox] = [await word.boundingBox(), await card.boundingBox()];
      if (!wordBox || !cardBox) return null;
      const foot = cardBox.y + cardBox.height;
      return wordBox.y > 0 && wordBox.y + wordBox.height <= cardBox.y && foot <= VIEWPORTS.phone.height;
    };
    await expect.poll(isInSight).toBe(true);
  });
});

describe('the bookshelf', () => {
  it('finds a sentence and opens the piece at it', async () => {
    const tablet = await club.tablet({ settings });
    const { page } = tablet;
    await page.goto(club.url('/bookshelf'));
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('给水站');
    const found = page.locator('a[href*="?s="]').first();
    await found.waitFor({ timeout: 60_000 });
    // By its own address: more may be found meanwhile, and another be first.
    const address = (await found.getAttribute('href')) ?? '';
    const asked = new URL(address, club.url('/')).searchParams.get('s');
    await page.locator(`a[href="${address}"]`).first().click();
    const lit = page.locator('[data-sentence][aria-current=true]').first();
    await expect.poll(() => lit.getAttribute('data-sentence'), { timeout: 60_000 }).toBe(asked);
    await expect
      .poll(() => page.locator(`[data-sentence="${asked}"]`).first().textContent())
      .toContain('给水站');
    expectClean(tablet);
  });
});

describe('the next meeting', () => {
  it('goes into the tablet’s calendar: a file that calendars read', async () => {
    const { page } = await club.tablet({ settings });
    await page.clock.install({ time: new Date('2026-11-20T10:00:00+08:00') });
    await page.goto(club.url('/'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '记到日历里' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ics$/u);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.split('\r\n');
    // RFC 5545: CRLF, no line over 75 octets, everything opened is closed.
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    const open: string[] = [];
    const badlyClosed = lines.filter((line) => {
      if (line.startsWith('BEGIN:')) open.push(line.slice(6));
      return line.startsWith('END:') && open.pop() !== line.slice(4);
    });
    expect([...open, ...badlyClosed]).toEqual([]);
    const unfolded = text.replaceAll(/\r\n[ \t]/gu, '');
    expect(unfolded).toMatch(/DTSTART[^\r\n]*:20261128T(?:140000|060000Z)/u);
    expect(unfolded).toContain('SUMMARY:');
    expect(unfolded).toMatch(/UID:\S+/u);
  });
});
