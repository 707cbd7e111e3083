/** Pinyin moves nothing, and captions come with their frame: on the real starter, in the real app. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { TEXTS } from '../support/look-at.ts';
import { pathOf } from '../support/tablets.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard', pinyin: 'off' };

interface Lines {
  /** Left and bottom of every word, from the first word's. */
  readonly words: readonly (readonly [number, number])[];
  /** Distances between the feet of neighbouring lines within paragraphs, in line heights. */
  readonly steps: readonly number[];
  readonly lineHeight: number;
  /** Top of the current sentence's first word on the screen. */
  readonly currentTop: number;
}

/** At rest: read twice, a while apart, and the same. */
async function linesOf(page: Page): Promise<Lines> {
  let lines = await readLines(page);
  for (let tries = 0; tries < 50; tries += 1) {
    await page.waitForTimeout(200);
    const again = await readLines(page);
    if (JSON.stringify(again) === JSON.stringify(lines)) return again;
    lines = again;
  }
  throw new Error('The lines never came to rest');
}

async function readLines(page: Page): Promise<Lines> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-word]')];
    const foot = (element: Element): DOMRect => {
      // The word itself, not the pinyin above it.
      const range = document.createRange();
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      range.selectNodeContents(text ?? element);
      return range.getClientRects()[0] ?? range.getBoundingClientRect();
    };
    const first = all[0];
    if (!first) throw new Error('No words');
    const origin = foot(first);
    const paragraph = first.closest('p') ?? first;
    const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    const steps: number[] = [];
    for (const block of document.querySelectorAll('p:has([data-word])')) {
      const feet = [...block.querySelectorAll('[data-word]')].map((word) => foot(word).bottom);
      const distinct = feet.filter((value, index) => index === 0 || value - (feet[index - 1] ?? 0) > 4);
      for (const [index, value] of distinct.entries())
        if (index > 0) steps.push((value - (distinct[index - 1] ?? 0)) / lineHeight);
    }
    const current = document.querySelector('[data-sentence][aria-current=true] [data-word]');
    return {
      words: all.map((word) => {
        const box = foot(word);
        return [box.left - origin.left, box.bottom - origin.bottom] as const;
      }),
      steps,
      lineHeight,
      currentTop: current ? foot(current).top : Number.NaN,
    };
  });
}

describe('pinyin', () => {
  for (const text of TEXTS) {
    it(`off, tap and new move no word; all keeps every line's height and the current sentence's place (${text})`, async () => {
      const { page, context } = await club.tablet({ settings: { ...settings, text } });
      await page.goto(club.url(await pathOf('reading')));
      const id = await page.locator('[data-sentence]').nth(11).getAttribute('data-sentence');
      await page.goto(club.url(`${await pathOf('reading')}?s=${id}`));
      await page.locator('[data-sentence][aria-current=true]').first().waitFor();
      await page.getByRole('button', { name: '显示' }).click();
      const choose = async (name: string): Promise<Lines> => {
        await page.getByRole('dialog').getByRole('radio', { name, exact: true }).check();
        return linesOf(page);
      };
      const off = await linesOf(page);
      for (const mode of ['点一下看', '生词']) {
        const now = await choose(mode);
        expect(now.words.length).toBe(off.words.length);
        const moved = now.words.filter(([x, y], index) => {
          const [wasX = 0, wasY = 0] = off.words[index] ?? [];
          return Math.abs(x - wasX) > 0.6 || Math.abs(y - wasY) > 0.6;
        });
        expect({ mode, moved }).toEqual({ mode, moved: [] });
        expect(Math.abs(now.currentTop - off.currentTop)).toBeLessThanOrEqual(0.6);
      }
      const all = await choose('全部');
      expect(all.lineHeight).toBe(off.lineHeight);
      expect(all.steps.length).toBeGreaterThan(5);
      expect(all.steps.filter((step) => Math.abs(step - 1) > 0.02)).toEqual([]);
      expect(Math.abs(all.currentTop - off.currentTop)).toBeLessThanOrEqual(2);
      await context.close();
    });
  }
});

/** Media times, in the order they came. */
interface Presented {
  readonly frames: number[];
  /** Of the frame whose callback changed the caption: by order, not by clocks, since a busy page runs its callbacks late. */
  readonly changes: number[];
}
declare global {
  interface Window {
    presented: Presented;
  }
}

/** In the page, before the app: each frame of the film is noted right before the app is told of it. */
function notePresented(): void {
  window.presented = { frames: [], changes: [] };
  const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
  HTMLVideoElement.prototype.requestVideoFrameCallback = function noted(callback) {
    return requestVideoFrameCallback.call(this, (now, frame) => {
      if (!this.muted) window.presented.frames.push(frame.mediaTime);
      callback(now, frame);
    });
  };
}

const toSeconds = (clock: string): number =>
  clock.split(':').reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0);

describe('captions of a film', () => {
  it('change with the first presented frame at or after their authored time, within 20 ms of its media time', async () => {
    const vtt = readFileSync('src/starter/issues/2026-11-silent-world/captions/02.vtt', 'utf8');
    const starts = [...vtt.matchAll(/^(?<start>[\d:.]+) --> /gmu)].map(({ groups }) =>
      toSeconds(groups?.['start'] ?? ''),
    );
    const { page } = await club.tablet({ settings: { ...settings, filmView: 'picture-only', speed: 1.5 } });
    await page.addInitScript(notePresented);
    await page.goto(club.url(await pathOf('film')));
    await page.locator('[data-caption]').waitFor();
    await page.evaluate(() => {
      const caption = document.querySelector('[data-caption]');
      if (!caption) throw new Error('No film');
      new MutationObserver(() => window.presented.changes.push(window.presented.frames.at(-1) ?? -1)).observe(
        caption,
        { childList: true, characterData: true, subtree: true },
      );
    });
    await page.getByRole('button', { name: '播放', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0), { timeout: 60_000 })
      .toBeGreaterThan(20);
    const { frames, changes } = await page.evaluate(() => window.presented);
    // A machine that presented nothing for a while has no frame there that could be due.
    const hasFrames = (start: number): boolean => {
      const at = frames.findIndex((media) => media >= start - 0.001);
      return at > 0 && (frames[at] ?? 0) - (frames[at - 1] ?? 0) < 0.3;
    };
    const played = starts.filter((start) => start > 0.2 && start < 19 && hasFrames(start));
    expect(played.length).toBeGreaterThan(2);
    const late = played.flatMap((start) => {
      const due = frames.find((media) => media >= start - 0.001) ?? 0;
      const off = Math.min(...changes.map((media) => Math.abs(media - due)));
      return off <= 0.02 ? [] : [{ start, due, off }];
    });
    expect(late).toEqual([]);
  });
});
