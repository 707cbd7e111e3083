import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { firstFit } from './fit-prompter.ts';

/** Read from as far away as the camera stands: never below this, in CSS pixels at the smallest text. */
const smallestPx = 24;
/** Between the prompter and the button under it. */
const gapPx = 24;

/**
 * Fits the prompter between what stands above it and the button that follows it. Measured, not reckoned: sentences, text sizes and
 * screens are too many for rules.
 */
export function useFittedPrompter(ref: RefObject<HTMLElement | null>, key: unknown): void {
  useLayoutEffect(() => {
    const prompter = ref.current;
    if (!prompter) return;
    const fit = (): void => fitNow(prompter);
    fit();
    const watching = new ResizeObserver(fit);
    watching.observe(document.documentElement);
    // What comes and goes above it, and the button's block.
    const screen = prompter.closest('[data-screen]');
    if (screen) watching.observe(screen);
    const controls = screen?.querySelector('[data-controls]');
    if (controls) watching.observe(controls);
    addEventListener('resize', fit);
    return () => {
      watching.disconnect();
      removeEventListener('resize', fit);
    };
  }, [ref, key]);
}

function fitNow(prompter: HTMLElement): void {
  const sentence = prompter.querySelector('[data-sentence]');
  if (!sentence) return;
  set(prompter, 1, 'whole');
  const wished = Number.parseFloat(getComputedStyle(sentence).fontSize);
  const room = roomFor(prompter);
  const smallest = Math.min(1, smallestPx / wished);
  const { scale, upcoming } = firstFit(smallest, (fit) => {
    set(prompter, fit.scale, fit.upcoming);
    return prompter.offsetHeight <= room;
  });
  set(prompter, scale, upcoming);
}

function set(prompter: HTMLElement, scale: number, upcoming: string): void {
  prompter.style.setProperty('--fit', String(scale));
  prompter.dataset['upcoming'] = upcoming;
}

/** While it runs, the screen stands at the window's top; where it does not, prompter and button fill the window between them. */
function roomFor(prompter: HTMLElement): number {
  const screen = prompter.closest<HTMLElement>('[data-screen]');
  const controls = screen?.querySelector<HTMLElement>('[data-controls]')?.offsetHeight ?? 0;
  const isRunning = screen?.dataset['running'] !== undefined;
  const above = isRunning ? prompter.getBoundingClientRect().top - screen.getBoundingClientRect().top : 0;
  return innerHeight - above - controls - gapPx;
}
