import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const THEMES = ['paper', 'night', 'mo', 'contrast'] as const;
const CLUBS = ['silent-world', 'new-sisters'] as const;

/** What is written on what. */
const TEXT: readonly (readonly [text: string, ground: string])[] = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-2', 'accent', 'ok', 'wait', 'stop'].map((text) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-soft', 'soft'],
  ['on-mark', 'mark'],
  ['ok', 'ok-soft'],
  ['wait', 'wait-soft'],
  ['stop', 'stop-soft'],
];

/** Edges of controls, the focus ring and drawings that carry meaning, against what lies beside them. */
const SHAPES: readonly (readonly [shape: string, ground: string])[] = [
  ...['paper', 'surface', 'sunken', 'soft'].flatMap((ground) =>
    ['edge', 'focus', 'accent'].map((shape) => [shape, ground] as const),
  ),
  ['accent', 'tint'],
  ['wait', 'wait-soft'],
];

const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8').replaceAll(
  /\/\*[\s\S]*?\*\//gu,
  '',
);

/** The values a page with this theme and club ends up with: later rules win, as nothing here outranks by specificity. */
function tokensOf(theme: string, club: string): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    const applies = selectors
      .split(',')
      .map((selector) => selector.trim())
      .some((selector) =>
        [`[data-theme='${theme}']`, `[data-theme='${theme}'][data-club='${club}']`].includes(selector),
      );
    if (!applies) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/gu))
      tokens.set(name, value.trim());
  }
  return tokens;
}

function colourOf(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined || !/^#[0-9a-f]{6}$/u.test(value))
    throw new Error(`--${name} is ${value ?? 'not set'}`);
  return value;
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each(THEMES.flatMap((theme) => CLUBS.map((club) => ({ theme, club }))))(
  '$theme, $club',
  ({ theme, club }) => {
    const tokens = tokensOf(theme, club);
    const ratio = (one: string, other: string) => contrast(colourOf(tokens, one), colourOf(tokens, other));

    it.each(TEXT)('%s on %s reads at 7:1 or better', (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(7);
    });

    it.each(SHAPES)('%s beside %s is seen at 3:1 or better', (shape, ground) => {
      expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
    });
  },
);

describe('the themes', () => {
  it('give every club its own colour where there is colour', () => {
    for (const theme of ['paper', 'night']) {
      const [one, other] = CLUBS.map((club) => tokensOf(theme, club).get('accent'));
      expect(one).not.toBe(other);
    }
  });

  it('leave room for pinyin in every line height', () => {
    const heights = [...css.matchAll(/--lh-read:\s*([\d.]+)/gu)].map(([, value]) => Number(value));
    expect(heights).toHaveLength(3);
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(2.2);
  });
});
