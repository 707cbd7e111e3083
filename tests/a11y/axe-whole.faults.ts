/** Every place in the smallest and the largest text and every theme, for both clubs, the languages taking turns: zero violations. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForAccessibilityInEveryTheme, visit } from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import { everyPlace, everySheet } from '../support/places.ts';

const hub = inject('hubUrl');
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const rows = whole({ club: ['silent-world', 'new-sisters'], text: ['standard', 'giant'] });

describe('axe finds nothing, whole matrix', () => {
  const tablets = useBrowser();
  for (const [row, dress] of rows.entries()) {
    it(`${dress.club} · ${dress.text}`, async () => {
      const { page, context } = await tablets.tablet();
      await page.goto(tablets.url('/favicon.svg'));
      const found: Record<string, readonly string[]> = {};
      const places = [...(await everyPlace(hub, dress.club)), ...(await everySheet(hub, dress.club))];
      for (const [at, place] of places.entries()) {
        const language = LANGUAGES[(at + row) % LANGUAGES.length] ?? 'zh-Hans';
        await visit(page, hub, place, { ...dress, language });
        const violations = await lookForAccessibilityInEveryTheme(page);
        if (violations.length > 0) found[`${place.name} · ${language}`] = violations;
      }
      expect(found).toEqual({});
      await context.close();
    });
  }
});
