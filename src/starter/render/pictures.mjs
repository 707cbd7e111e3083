/** SVG to pixels, by a real browser so that type and strokes are those the members' tablets draw. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens a page that draws; `close()` it when done. */
export async function openDrawingBoard() {
  const executablePath = process.env.CHROME_PATH ?? BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Chromium or Chrome found: install it or set CHROME_PATH.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const page = await browser.newPage();
  return {
    /** The drawing as PNG bytes, `width` × `height` pixels. */
    async png(svg, width, height) {
      await page.setViewportSize({ width, height });
      await page.setContent(
        `<!doctype html><style>html,body{margin:0;background:none}svg{display:block}</style>${svg}`,
      );
      return page.screenshot({ type: 'png', omitBackground: true, clip: { x: 0, y: 0, width, height } });
    },
    close: () => browser.close(),
  };
}

/** Runs `work` with a folder that is gone afterwards. */
export async function withScratch(work) {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-render-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
