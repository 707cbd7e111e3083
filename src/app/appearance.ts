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

/** Until a club is chosen the page wears the first one's colours. */
const FIRST_CLUB = 'silent-world';

const onOff = (on: boolean): string => (on ? 'on' : 'off');

export function attributesOf(settings: Settings): ReadonlyMap<string, string> {
  return new Map([
    ['data-theme', settings.theme],
    ['data-club', settings.club ?? FIRST_CLUB],
    ['data-text', settings.text],
    ['data-font', settings.font],
    ['data-line-height', settings.lineHeight],
    ['data-pinyin', settings.pinyin],
    ['data-word-spacing', onOff(settings.wordSpacing)],
    ['data-highlight', onOff(settings.highlight)],
  ]);
}

export function showAppearance(settings: Settings, html: HTMLElement = document.documentElement): void {
  for (const [name, value] of attributesOf(settings)) html.setAttribute(name, value);
  const paper = PAPERS[settings.theme];
  html.style.backgroundColor = paper;
  html.ownerDocument.querySelector('meta[name=theme-color]')?.setAttribute('content', paper);
}
