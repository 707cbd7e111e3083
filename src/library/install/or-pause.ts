/**
 * Items as they come, and null once before one that has not come when `patienceMs` is over (asked anew each time; null: never).
 *
 * @param stop Called when the receiver leaves early: lets `items` give up what it waits for.
 */
export async function* orPause<T>(
  items: AsyncGenerator<T, void>,
  patienceMs: () => number | null,
  stop: () => void,
): AsyncGenerator<T | null, void> {
  let hasEnded = false;
  try {
    for (;;) {
      const coming = items.next();
      // Looked at below, if the receiver stays.
      coming.catch(() => undefined);
      const ms = patienceMs();
      if (ms !== null && !(await isHereWithin(coming, ms))) yield null;
      const { done, value } = await coming;
      if (done) break;
      yield value;
    }
    hasEnded = true;
  } finally {
    if (!hasEnded) stop();
    await items.return();
  }
}

/** Rejects as `coming` does. */
function isHereWithin(coming: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), Math.max(0, ms));
    coming.then(() => resolve(true), reject).finally(() => clearTimeout(timer));
  });
}
