/** A tablet without room while somebody types: said at once, kept in the window, saved as soon as there is room. */
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { expectSaved, makeMonth, summary } from './studio-pages.ts';

const { tablet, url } = useBrowser();

it('keeps in the window what does not fit, says so in words, and saves it when there is room again', async () => {
  const { page, context } = await tablet({ settings: { club: 'silent-world', preset: 'standard' } });
  const session = await context.newCDPSession(page);
  const origin = new URL(url('/')).origin;
  // Before the first write: later, the quota binds some forty seconds late.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
  await makeMonth(page, url);
  await summary(page).fill('放得下的字。');
  await expectSaved(page);
  // Characters by chance: the engine compresses what repeats itself, and the quota would never be met.
  const length = await page.evaluate(() => {
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field');
    const codes = Uint16Array.from({ length: 4_000_000 }, () => 0x4e00 + Math.floor(Math.random() * 0x5000));
    let text = '';
    for (let at = 0; at < codes.length; at += 10_000)
      text += String.fromCharCode(...codes.subarray(at, at + 10_000));
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field.value.length;
  });
  await page.getByRole('alert').filter({ hasText: '没有地方了' }).waitFor({ timeout: 60_000 });
  // Nothing of it is on disk, and all of what was saved before.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => summary(other).inputValue(), { timeout: 60_000 }).toBe('放得下的字。');
  await other.close();
  expect((await summary(page).inputValue()).length).toBe(length);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000_000 });
  await expectSaved(page);
});
