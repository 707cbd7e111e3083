/** One look at one page in one dress: everything `numbers.md` can say of it. */
import type { Page } from 'playwright-core';
import { PAPERS } from '../../src/app/appearance.ts';
import { VIEWPORTS } from './browser.ts';
import { openPlace, type Place } from './places.ts';
import type { Language } from './say.ts';
import {
  axeViolations,
  axeViolationsOfLooks,
  clippedContent,
  overlaps,
  smallTargets,
  withWideTextSpacing,
} from './page-rules.ts';

/** The widths of numbers.md, and a phone on its side, which must stay usable. */
export const WIDTHS: Readonly<Record<string, { readonly width: number; readonly height: number }>> & {
  readonly landscape: { readonly width: number; readonly height: number };
} = { ...VIEWPORTS, low: { width: 844, height: 390 } };
export const TEXTS = ['standard', 'large', 'larger', 'giant'] as const;
export const THEMES = ['paper', 'night', 'mo', 'contrast'] as const;

/** Waits until the page has its heading and its fonts, and nothing is loading. */
export async function settle(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page
    .locator('[aria-busy=true]')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** What a tablet is set to; the page is opened anew with it, as after a cold start. */
export interface Dress {
  readonly text: (typeof TEXTS)[number];
  /** Null: the first run asks. */
  readonly club: string | null;
  readonly preset?: string | null;
  readonly theme?: (typeof THEMES)[number];
  readonly language?: Language;
}

export async function visit(page: Page, hub: string, place: Place, dress: Dress): Promise<void> {
  await page.evaluate((settings) => localStorage.setItem('same-page.settings', JSON.stringify(settings)), {
    preset: 'standard',
    language: 'zh-Hans',
    ...dress,
  });
  await settle(page, `${hub}${place.path}`);
  // What the hub says of a month comes a moment after its page, and takes room there; a few of its screens have no such line.
  if (/^\/studio\/\d{4}-/u.test(place.path))
    await page
      .locator('[data-say]')
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
  await openPlace(page, place, dress.language ?? 'zh-Hans');
}

export const lookForAccessibility = (page: Page): Promise<readonly string[]> =>
  faultsThatStay(page, () => axeViolations(page));

/** In each theme, one after another on the page as it lies there. A theme is an attribute and a ground (`app/appearance.ts`). */
export async function lookForAccessibilityInEveryTheme(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [index, theme] of THEMES.entries()) {
    await page.evaluate(
      ([wanted, paper]) => {
        document.documentElement.dataset['theme'] = wanted;
        document.documentElement.style.backgroundColor = paper;
        return new Promise((resolve) => requestAnimationFrame(resolve));
      },
      [theme, PAPERS[theme]] as const,
    );
    const look = index === 0 ? axeViolations : axeViolationsOfLooks;
    const violations = await faultsThatStay(page, () => look(page));
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  return found;
}

/** A page that is still drawing itself on a busy machine has not done wrong: a fault is one that stays. */
async function faultsThatStay(
  page: Page,
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let faults = await look();
  for (let again = 0; faults.length > 0 && again < 4; again += 1) {
    await page.waitForTimeout(400);
    faults = await look();
  }
  return faults;
}

export const lookForLayout = (page: Page): Promise<readonly string[]> =>
  faultsThatStay(page, () => layoutNow(page));

async function layoutNow(page: Page): Promise<readonly string[]> {
  const asIs = [...(await clippedContent(page)), ...(await smallTargets(page)), ...(await overlaps(page))];
  const spaced = await withWideTextSpacing(page, () => clippedContent(page));
  return [...asIs, ...spaced.map((problem) => `with wide text spacing: ${problem}`)];
}

/** At each width, one after another on the page as it lies there, as when a tablet is turned. By width, what is wrong. */
export async function lookForLayoutAtWidths(
  page: Page,
  widths: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const width of widths) {
    await page.setViewportSize(WIDTHS[width] ?? WIDTHS.landscape);
    // What watches its size has heard of it and drawn itself.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const problems = await lookForLayout(page);
    if (problems.length > 0) found[width] = problems;
  }
  return found;
}

/** Both, on the page as it lies there: in each theme, then at each width. By theme or width, what is wrong. */
export async function lookInEveryDress(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const inThemes = await lookForAccessibilityInEveryTheme(page);
  const atWidths = await lookForLayoutAtWidths(page, Object.keys(WIDTHS));
  return { ...(inThemes.length > 0 ? { axe: inThemes } : {}), ...atWidths };
}
