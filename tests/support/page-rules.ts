/** What `numbers.md` asks of any page, measured in the page. Each function returns what is wrong, in words. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const EVERY_RULE: axe.RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
};
/** What another theme can break: it changes colours and lines, not words, names, roles or order. */
const RULES_OF_LOOKS: axe.RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size'],
  },
};

/** axe with every rule of WCAG 2.2 A to AAA and the best practices. */
export const axeViolations = (page: Page): Promise<readonly string[]> => runAxe(page, EVERY_RULE);

/** On a page every rule has been asked of, in another theme. */
export const axeViolationsOfLooks = (page: Page): Promise<readonly string[]> => runAxe(page, RULES_OF_LOOKS);

async function runAxe(page: Page, options: axe.RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const result = await runner.run(document, asked);
    return result.violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
          .join(' | ')}`,
    );
  }, options);
}

/** Targets below 48 × 48, primary ones below 60 × 60, words in running text below 44 high. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SELECTOR =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=radio], [role=tab], [role=switch], [role=link]';
    const wrong: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(SELECTOR)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('[inert], [aria-hidden=true]')) continue;
      // A choice's target is its whole label.
      const target = element.matches('input') ? (element.closest('label') ?? element) : element;
      const box = target.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const isWord = element.closest('[data-running-text]') !== null;
      const least = isWord ? 44 : element.dataset['kind'] === 'main' ? 60 : 48;
      const isSmall = isWord
        ? lineHeightOf(element) < least
        : box.width < least - 0.5 || box.height < least - 0.5;
      if (isSmall) {
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 20) ?? '';
        wrong.push(
          `${element.tagName.toLowerCase()} 「${name}」 ${box.width.toFixed(0)}×${box.height.toFixed(0)} < ${least}`,
        );
      }
    }
    return wrong;
    function lineHeightOf(element: HTMLElement): number {
      return Number.parseFloat(getComputedStyle(element).lineHeight);
    }
  });
}

/** Horizontal scroll, and elements whose text is cut off by their own or an ancestor's box. */
export async function clippedContent(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      const widest = [...document.body.querySelectorAll<HTMLElement>('*')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 3)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
      wrong.push(
        `the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} (${widest.join(', ')})`,
      );
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      if (element.closest('[data-visually-hidden], [inert], script, style, svg, rt')) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0 || box.height === 0) continue;
        if (isCut(element, box)) {
          wrong.push(`「${node.textContent.trim().slice(0, 16)}」 is cut off`);
          break;
        }
      }
    }
    return wrong;

    /** Cut = outside an ancestor that hides overflow without a way to scroll to it. */
    function isCut(element: HTMLElement, box: DOMRect): boolean {
      for (let parent: HTMLElement | null = element; parent; parent = parent.parentElement) {
        const style = getComputedStyle(parent);
        const outer = parent.getBoundingClientRect();
        if (outer.width <= 1 || outer.height <= 1) return false;
        const hidesX = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const hidesY = style.overflowY === 'hidden' || style.overflowY === 'clip';
        if (hidesX && (box.right > outer.right + 1.5 || box.left < outer.left - 1.5)) return true;
        // Line boxes are taller than their glyphs: a quarter of the line may stand out without a stroke being lost.
        const slack = box.height / 4;
        if (hidesY && (box.bottom > outer.bottom + slack || box.top < outer.top - slack)) return true;
        const scrolls = /auto|scroll/u.test(style.overflowX + style.overflowY);
        if (scrolls || style.position === 'fixed') return false;
      }
      return false;
    }
  });
}

/** Text painted over other text, or a control over a control. */
export async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const boxes: { element: HTMLElement; box: DOMRect }[] = [];
    const leaves = [
      ...document.body.querySelectorAll<HTMLElement>(
        'button, a[href], h1, h2, h3, p, label, li > span, dt, dd',
      ),
    ];
    for (const element of leaves) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('[data-visually-hidden], [inert], svg') || !element.textContent?.trim()) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const visible =
        element.closest('dialog[open]') !== null || document.querySelector('dialog[open]') === null;
      if (visible) boxes.push({ element, box });
    }
    for (const [index, first] of boxes.entries()) {
      for (const second of boxes.slice(index + 1)) {
        if (first.element.contains(second.element) || second.element.contains(first.element)) continue;
        const width = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
        const height =
          Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
        if (
          width > 3 &&
          height > 3 &&
          isPaintedTogether(first.element, second.element, first.box, second.box)
        ) {
          wrong.push(
            `「${label(first.element)}」 and 「${label(second.element)}」 overlap by ${width.toFixed(0)}×${height.toFixed(0)}`,
          );
        }
      }
    }
    return wrong;

    function label(element: HTMLElement): string {
      return element.textContent?.trim().slice(0, 14) ?? '';
    }
    /** Both seen at one point: what is scrolled out, or lies under a bar that stays, shares coordinates only. */
    function isPaintedTogether(first: HTMLElement, second: HTMLElement, a: DOMRect, b: DOMRect): boolean {
      const x = (Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2;
      const y = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
      const stack = document.elementsFromPoint(x, y);
      const at = [first, second].map((element) => stack.findIndex((hit) => element.contains(hit)));
      if (at.includes(-1)) return false;
      const lower = (at[0] ?? 0) > (at[1] ?? 0) ? first : second;
      return !stack.slice(0, Math.max(...at)).some((hit) => isOpaque(hit) && isInStayingBar(hit, lower));
    }
    function isOpaque(element: Element): boolean {
      const { backgroundColor, opacity } = getComputedStyle(element);
      return opacity === '1' && /^rgb\(|, 1\)$/u.test(backgroundColor);
    }
    /** Text may scroll under a bar; a bar under which nothing can scroll out again is a cover. */
    function isInStayingBar(element: Element, covered: HTMLElement): boolean {
      for (let part: Element | null = element; part; part = part.parentElement) {
        if (part.contains(covered)) return false;
        if (/sticky|fixed/u.test(getComputedStyle(part).position)) return true;
      }
      return false;
    }
  });
}

/** With the overrides of WCAG 1.4.12 on the page, as a person's own style sheet would put them; gone afterwards. */
export async function withWideTextSpacing<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  try {
    return await look();
  } finally {
    await page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });
  }
}
