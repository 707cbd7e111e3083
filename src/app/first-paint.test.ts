// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { assert, constantFrom, property, record } from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTINGS_KEY, parseSettings } from '../storage/settings.ts';
import { showAppearance } from './appearance.ts';

const html = readFileSync('index.html', 'utf8');
const script = /<script>(?<code>[\s\S]*?)<\/script>/u.exec(html)?.groups?.['code'] ?? '';

/** What index.html says before any script has run. */
function freshPage(): void {
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  const opening = /<html(?<attributes>[^>]*)>/u.exec(html)?.groups?.['attributes'] ?? '';
  for (const [, name = '', value = ''] of opening.matchAll(/([\w-]+)="([^"]*)"/gu))
    root.setAttribute(name, value);
  document.head.innerHTML = '<meta name="theme-color" content="#f8f3e8">';
}

function looks(): Record<string, string | null> {
  const attributes = [...document.documentElement.attributes].map(({ name, value }) => [name, value]);
  return {
    ...Object.fromEntries(attributes),
    themeColor: document.querySelector('meta[name=theme-color]')?.getAttribute('content') ?? null,
  };
}

function firstPaint(saved: string | null): Record<string, string | null> {
  freshPage();
  localStorage.clear();
  if (saved !== null) localStorage.setItem(SETTINGS_KEY, saved);
  // The very text of index.html, as the browser runs it.
  // oxlint-disable-next-line no-new-func, no-implied-eval
  new Function(script)();
  return looks();
}

function runtime(saved: string | null): Record<string, string | null> {
  freshPage();
  const settings = parseSettings(saved);
  document.documentElement.lang = settings.language;
  showAppearance(settings, location.pathname);
  return looks();
}

const oneOf = (...values: readonly unknown[]) => constantFrom(...values, 'unknown', 7, null, undefined);
const anySettings = record({
  club: oneOf('silent-world', 'new-sisters', 'third-club'),
  language: oneOf('zh-Hans', 'zh-Hant', 'en'),
  text: oneOf('standard', 'large', 'larger', 'giant'),
  theme: oneOf('paper', 'night', 'mo', 'contrast'),
  font: oneOf('hei', 'kai'),
  lineHeight: oneOf('close', 'normal', 'wide'),
  pinyin: oneOf('off', 'tap', 'new', 'all'),
  wordSpacing: oneOf(true, false),
  highlight: oneOf(true, false),
});

describe('the first paint', () => {
  beforeEach(() => {
    vi.stubGlobal('CSS', { supports: () => true });
  });

  it('looks exactly as the running app will, whatever was saved', () => {
    assert(
      property(anySettings, (settings) => {
        const saved = JSON.stringify(settings);
        expect(firstPaint(saved)).toEqual(runtime(saved));
      }),
    );
  });

  it('of an issue wears its club’s colours while no club is chosen', () => {
    history.replaceState(null, '', '/read/2026-11-new-sisters/lift');
    expect(firstPaint(null)).toHaveProperty('data-club', 'new-sisters');
    expect(firstPaint(null)).toEqual(runtime(null));
    const chosen = JSON.stringify({ club: 'silent-world' });
    expect(firstPaint(chosen)).toHaveProperty('data-club', 'silent-world');
    expect(firstPaint(chosen)).toEqual(runtime(chosen));
    history.replaceState(null, '', '/');
  });

  it('of a month in the studio is in the colours of its club, whoever reads on this machine', () => {
    const chosen = JSON.stringify({ club: 'silent-world' });
    history.replaceState(null, '', '/studio/2026-12-new-sisters');
    expect(firstPaint(chosen)).toHaveProperty('data-club', 'new-sisters');
    expect(firstPaint(chosen)).toEqual(runtime(chosen));
    history.replaceState(null, '', '/studio');
    expect(firstPaint(chosen)).toHaveProperty('data-club', 'silent-world');
    expect(firstPaint(chosen)).toEqual(runtime(chosen));
    history.replaceState(null, '', '/');
  });

  it.each([null, '', 'not json', '[]', 'null', '"text"', '{}'])('survives %j', (saved) => {
    expect(firstPaint(saved)).toEqual(runtime(saved));
  });

  it('leads a browser below the floor to the plain pages instead of a broken app', () => {
    vi.stubGlobal('CSS', { supports: (property: string) => property !== 'width' });
    expect(firstPaint(null)).toHaveProperty('data-plain');
  });
});
