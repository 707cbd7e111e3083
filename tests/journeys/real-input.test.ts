/** Real signing, a real film with downloaded captions and a real text, published by the command, read in the app. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasMaterial, makeRealIssues, type RealIssues } from '../fixtures/real-issues.ts';
import { useBrowser } from '../support/browser.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { currentNumber } from '../support/reader.ts';

let real: RealIssues | undefined;
let hub: RunningHub | undefined;

describe.skipIf(!hasMaterial)('real material in the app', () => {
  const club = useBrowser();
  beforeAll(async () => {
    real = await makeRealIssues();
    const added = real.issue('add', '2026-12-silent-world', '2026-12-new-sisters');
    if (added.status !== 0) throw new Error(added.output);
    hub = await startHub({ dataFolder: real.data });
  }, 240_000);
  afterAll(async () => {
    await hub?.stop();
    await real?.remove();
  });

  const open = async (path: string, settings: Record<string, unknown>) => {
    const tablet = await club.tablet({ settings: { preset: 'standard', ...settings } });
    await tablet.page.goto(`${hub?.url}${path}`);
    await tablet.page.locator('h1').first().waitFor();
    return tablet;
  };

  it('a tap on a sentence plays where the signer signs it', async () => {
    const { page } = await open('/read/2026-12-silent-world/venancio', { club: 'silent-world' });
    await page.locator('[data-sentence]').nth(1).locator('[data-word]').first().click();
    await expect.poll(() => currentNumber(page), { timeout: 60_000 }).toBe(2);
    // 「No es cierto que los perros no vuelen.」 is signed from 5.639 s to 9.559 s.
    const time = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
    await expect.poll(time, { timeout: 60_000 }).toBeGreaterThan(5.6);
    expect(await time()).toBeLessThan(9.7);
    expect(await page.getByText('示例').count()).toBe(0);
    expect(
      await page
        .locator('[data-sentence]')
        .first()
        .evaluate((element) => element.closest('[lang]')?.getAttribute('lang')),
    ).toBe('es');
  });

  it('a film shows its captions at their time', async () => {
    const { page } = await open('/read/2026-12-new-sisters/film', { club: 'new-sisters' });
    await page.getByRole('button', { name: '播放' }).click();
    await expect
      .poll(() => page.locator('[data-caption]').first().textContent(), { timeout: 30_000 })
      .toMatch(/\p{Script=Han}{4,}/u);
  });

  it('a long prose text reads with pinyin by word', async () => {
    const { page } = await open('/read/2026-12-new-sisters/spring', { club: 'new-sisters', pinyin: 'all' });
    await expect.poll(() => page.locator('rt').count()).toBeGreaterThan(200);
    expect(await page.locator('ruby', { hasText: '春天' }).first().locator('rt').textContent()).toBe(
      'chūntiān',
    );
  });
});
