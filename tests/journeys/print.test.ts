/** On paper: the text and what explains it, large; nothing to press. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { pathOf } from '../support/tablets.ts';

const club = useBrowser();
const CONTROLS = [
  '播放',
  '再看一遍',
  '上一句',
  '下一句',
  '速度',
  '更多',
  '看不懂',
  '上一张',
  '下一张',
  '放大',
];

/** Words on the paper, spaces left out; from the PDF where poppler is here, else from what print styles show. */
async function printed(page: Page): Promise<string> {
  const pdf = await page.pdf({ format: 'A4' });
  const file = join(tmpdir(), `same-page-print-${process.pid}.pdf`);
  await writeFile(file, pdf);
  const read = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  if (read.status === 0) return read.stdout.replaceAll(/\s/gu, '');
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: 'screen' });
  return text.replaceAll(/\s/gu, '');
}

describe('printing', () => {
  it('gives a reading whole, with its words, and no controls', async () => {
    const { page } = await club.tablet({
      settings: { club: 'silent-world', preset: 'standard', theme: 'night' },
    });
    await page.goto(club.url(await pathOf('reading')));
    await page.locator('[data-sentence]').first().waitFor();
    const sentences = await page.locator('[data-sentence]').allTextContents();
    const paper = await printed(page);
    for (const sentence of [sentences.at(0), sentences.at(-1)])
      expect(paper).toContain((sentence ?? '').replaceAll(/\s/gu, '').slice(0, 12));
    expect(paper).toContain('词语');
    expect(CONTROLS.filter((control) => paper.includes(control))).toEqual([]);
  });

  it('gives every picture of a gallery with what it shows in words', async () => {
    const { page } = await club.tablet({ settings: { club: 'silent-world', preset: 'standard' } });
    await page.goto(club.url(await pathOf('gallery')));
    const next = page.getByRole('button', { name: '下一张', exact: true });
    const shown = page.locator('main img[alt]:not([alt=""])').first();
    await shown.waitFor();
    const alts: string[] = [];
    for (;;) {
      alts.push((await shown.getAttribute('alt')) ?? '');
      if ((await next.count()) === 0) break;
      await next.click();
      await expect.poll(() => shown.getAttribute('alt')).not.toBe(alts.at(-1));
    }
    expect(alts.length).toBeGreaterThan(3);
    const paper = await printed(page);
    for (const alt of alts) expect(paper).toContain(alt.replaceAll(/\s/gu, '').slice(0, 10));
    expect(CONTROLS.filter((control) => paper.includes(control))).toEqual([]);
  });
});
