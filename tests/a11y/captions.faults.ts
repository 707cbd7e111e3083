/** The captions step in every dress: axe finds nothing, nothing is clipped, laid over something else or too small to hit. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, VIEWPORTS } from '../support/browser.ts';
import { lookForAccessibility, lookForLayout, THEMES, visit } from '../support/look-at.ts';
import { pairwise } from '../support/matrix.ts';
import { bringFilm, CAPTIONS_PATH, openCaptions } from '../studio/captions-studio.ts';
import { makeFilm } from '../studio/seed-film.ts';

const hub = inject('hubUrl');
const cues = [
  { start: 0.5, end: 1.5, text: '今天我们去看弄堂里的老房子' },
  { start: 1.5, end: 4, text: '(门铃响)\n谁呀？' },
  { start: 5, end: 9, text: '妈妈：从前这里住着七户人家，大家共用一个水龙头。' },
];
const rows = pairwise({
  state: ['open', 'sounds', 'file'],
  text: ['standard', 'giant'],
  theme: THEMES,
  language: ['zh-Hans', 'zh-Hant', 'en'],
  view: ['landscape', 'portrait', 'phone', 'narrow'],
});

describe('the captions step', () => {
  const studio = useBrowser();

  it('with nothing in it is as it should be', async () => {
    const { page, context } = await openCaptions(studio);
    const found: Record<string, readonly string[]> = {};
    for (const text of ['standard', 'giant'] as const) {
      await page.setViewportSize(VIEWPORTS.narrow);
      await visit(page, hub, { name: 'captions', path: CAPTIONS_PATH }, { text, club: 'silent-world' });
      const problems = [...(await lookForAccessibility(page)), ...(await lookForLayout(page))];
      if (problems.length > 0) found[text] = problems;
    }
    expect(found).toEqual({});
    await context.close();
  });

  it('with film and captions is as it should be, in every dress', async () => {
    const { page, context } = await openCaptions(studio, cues);
    await bringFilm(page, makeFilm(10));
    const found: Record<string, readonly string[]> = {};
    for (const { state, view, ...dress } of rows) {
      await page.setViewportSize(VIEWPORTS[view]);
      await visit(page, hub, { name: 'captions', path: CAPTIONS_PATH }, { ...dress, club: 'silent-world' });
      await page.locator('video').waitFor({ timeout: 60_000 });
      await page.locator('ol > li button[aria-expanded]').nth(1).click();
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      if (state === 'sounds')
        await page
          .getByRole('button', { name: /^(?:声音、说话人|聲音、說話人|Sounds, speakers)$/u })
          .last()
          .click();
      if (state === 'file')
        await page.getByRole('button', { name: /^(?:导入字幕|匯入字幕|Import captions)$/u }).click();
      const problems = [...(await lookForAccessibility(page)), ...(await lookForLayout(page))];
      if (problems.length > 0) found[[state, view, ...Object.values(dress)].join(' · ')] = problems;
    }
    expect(found).toEqual({});
    await context.close();
  }, 240_000);
});
