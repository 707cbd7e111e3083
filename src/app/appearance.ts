/**
 * Settings → what the styles read from <html>. The inline script of index.html does the same before the first paint;
 * first-paint.test.ts holds the two equal.
 */
import type { Settings } from '../storage/settings.ts';

/** The ground of each theme, for the browser's own bars: `--paper` of ui/styles/tokens.css. */
export const PAPERS: Readonly<Record<Settings['theme'], string>> = {
  paper: '#f8f3e8',
  night: '#17140f',
  mo: '#ffffff',
  contrast: '#000000',
};

/** Until a club is chosen a page wears the colours of the club it is of, any other those of the first. */
const FIRST_CLUB = 'silent-world';

/** An issue's address says whose it is: `/issue/2026-11-new-sisters`. */
const CLUB_IN_PATH = /^\/(?:issue|read|studio)\/\d{4}-\d{2}-([a-z][a-z0-9-]*)/u;
/** A facilitator makes months of both clubs: in the studio the month counts, not the reader. */
const IN_STUDIO = '/studio/';

function clubAt(path: string, chosen: string | null): string {
  const ofPage = CLUB_IN_PATH.exec(path)?.[1] ?? null;
  const [first, second] = path.startsWith(IN_STUDIO) ? [ofPage, chosen] : [chosen, ofPage];
  return first ?? second ?? FIRST_CLUB;
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');

export function attributesOf(settings: Settings, path: string): ReadonlyMap<string, string> {
  return new Map([
    ['data-theme', settings.theme],
    ['data-club', clubAt(path, settings.club)],
    ['data-text', settings.text],
    ['data-font', settings.font],
    ['data-line-height', settings.lineHeight],
    ['data-pinyin', settings.pinyin],
    ['data-word-spacing', onOff(settings.wordSpacing)],
    ['data-highlight', onOff(settings.highlight)],
  ]);
}

export function showAppearance(settings: Settings, path: string): void {
  const html = document.documentElement;
  for (const [name, value] of attributesOf(settings, path)) html.setAttribute(name, value);
  const paper = PAPERS[settings.theme];
  html.style.backgroundColor = paper;
  html.ownerDocument.querySelector('meta[name=theme-color]')?.setAttribute('content', paper);
}
