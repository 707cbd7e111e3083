/**
 * Does what is due, one thing at a time, for as long as the hub runs. It asks again at least every half minute, because a
 * timer knows nothing of a clock that was set or a laptop that slept.
 */
export interface Clock {
  nowMs(): number;
  /** @returns Takes the call back. */
  after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export type Step = { readonly work: () => Promise<void> } | { readonly waitMs: number | null };

export interface Scheduler {
  /** Something was planned or taken back: look now. */
  wake(): void;
  /** Resolves when what was going on has ended. */
  stop(): Promise<void>;
}

const longestWaitMs = 30_000;
/** After something that should not happen: a folder that cannot be read, say. */
const afterErrorMs = 10_000;

/** @param next What to do now. What `work` throws is told to `onError`, and the next thing is done. */
export function startScheduler(
  clock: Clock,
  next: (nowMs: number) => Promise<Step>,
  onError: (error: unknown) => void,
): Scheduler {
  const stopping = new AbortController();
  let isAsked = true;
  let cancelWait: () => void = () => undefined;
  let goOn: () => void = () => undefined;

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      isAsked = false;
      const waitMs = await doNext();
      if (waitMs === 0 || isAsked || stopping.signal.aborted) continue;
      await new Promise<void>((resolve) => {
        goOn = resolve;
        cancelWait = clock.after(Math.min(waitMs ?? longestWaitMs, longestWaitMs), resolve);
      });
      cancelWait();
    }
  }

  async function doNext(): Promise<number | null> {
    try {
      const step = await next(clock.nowMs());
      if ('waitMs' in step) return step.waitMs;
      await step.work();
      return 0;
    } catch (error) {
      onError(error);
      return afterErrorMs;
    }
  }

  const running = loop();
  return {
    wake() {
      isAsked = true;
      goOn();
    },
    async stop() {
      stopping.abort();
      goOn();
      await running;
    },
  };
}
