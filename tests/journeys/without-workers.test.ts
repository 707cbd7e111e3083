/** Browsers that keep nothing: read online, and shown the way to one that does. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { MONTH } from '../support/tablets.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };

describe('a browser inside another app, without service workers', () => {
  it('shows how to open the page in a browser, and everything can be read all the same', async () => {
    const { page, context } = await club.tablet({ settings });
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.goto(club.url('/'));
    await page.getByRole('img', { name: /在浏览器打开/u }).waitFor();
    await page.goto(club.url(`/issue/${MONTH}-silent-world`));
    await page.locator('a[href^="/read/"]').first().click();
    await page.locator('[data-sentence]').first().waitFor();
    expect(await page.locator('[data-sentence]').count()).toBeGreaterThan(5);
  });
});
