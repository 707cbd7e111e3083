/** axe over the page as a member has it, with the same rules as our own tests: WCAG 2.2 A to AAA and the best practices. */
import * as v from 'valibot';
import { SentenceIdSchema, type SentenceId } from '../../../core/reading/model.ts';
import type { ExaminedRule } from '../../../library/preview-host.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PLACES_SHOWN = 5;
const QUIET_MS = 300;
const PATIENCE_MS = 15_000;

export async function examine(): Promise<readonly ExaminedRule[]> {
  const [{ default: axe }] = await Promise.all([import('axe-core'), settled(document)]);
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'moderate',
    help,
    places: nodes.slice(0, PLACES_SHOWN).map(({ target }) => {
      const selector = target.flat().join(' ');
      const element = document.querySelector(selector);
      return { selector, text: textOf(element), ...sentenceOf(element) };
    }),
  }));
}

function sentenceOf(element: Element | null): { readonly sentence?: SentenceId } {
  const holder =
    element?.closest('[data-sentence]') ??
    element?.closest('h2, h3, li, figure')?.querySelector('[data-sentence]');
  const id = v.safeParse(SentenceIdSchema, holder?.getAttribute('data-sentence'));
  return id.success ? { sentence: id.output } : {};
}

function textOf(element: Element | null): string {
  const words =
    element?.getAttribute('aria-label') ?? element?.getAttribute('alt') ?? element?.textContent ?? '';
  return words.trim().slice(0, 40);
}

/** The page is there, its letters are, and nothing has changed for a moment; after a while it is examined as it is. */
export async function settled(page: Document): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      observer.disconnect();
      clearInterval(timer);
      resolve();
    };
    let quietSince = performance.now();
    const began = performance.now();
    const observer = new MutationObserver(() => void (quietSince = performance.now()));
    observer.observe(page.body, { subtree: true, childList: true, characterData: true });
    const timer = setInterval(() => {
      const now = performance.now();
      const isThere =
        page.querySelector('main h1') !== null && page.querySelector('[aria-busy="true"]') === null;
      if ((isThere && now - quietSince >= QUIET_MS) || now - began > PATIENCE_MS) done();
    }, 50);
  });
  await page.fonts.ready;
}
