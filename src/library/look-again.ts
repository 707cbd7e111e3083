/**
 * A tablet that lies open asks for the catalogue by itself: when it is taken up again, when the network comes back, and now and then while
 * somebody looks at it. Nothing runs while it lies dark.
 */

/** Taken up again and again in a meeting, it is asked no oftener. */
const APART_MS = 10 * 60_000;
const EVERY_MS = 30 * 60_000;
/** Thousands of tablets are not to ask in the same second. */
const SPREAD_MS = 10 * 60_000;

interface Surroundings {
  readonly nowMs?: () => number;
  /** Between 0 and 1. */
  readonly chance?: () => number;
}

/** @param ask Its failure means nothing here: it is asked again in its time. */
export function lookAgain(
  ask: () => Promise<unknown>,
  { nowMs = Date.now, chance = Math.random }: Surroundings = {},
): void {
  // The page that has just opened has asked.
  let askedMs = nowMs();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(apartMs: number): void {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => look(0), EVERY_MS + chance() * SPREAD_MS);
    // A clock that was set back is no reason to wait for it.
    const isLately = nowMs() >= askedMs && nowMs() - askedMs < apartMs;
    if (isLately || !navigator.onLine) return;
    askedMs = nowMs();
    ask().catch((error: unknown) => console.info(String(error)));
  }

  document.addEventListener('visibilitychange', () => look(APART_MS));
  addEventListener('online', () => look(APART_MS));
  look(APART_MS);
}
