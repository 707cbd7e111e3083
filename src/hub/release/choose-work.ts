/** What the hub should be doing at this moment about the plans it has. Pure: the clock is an argument. */
import type { ReleasePlan } from '../../core/release/release-view.ts';

export interface Planned {
  readonly issue: string;
  readonly plan: ReleasePlan;
}

export type Choice =
  | { readonly do: 'release' | 'check'; readonly planned: Planned }
  /** Null: nothing is planned. */
  | { readonly do: 'wait'; readonly ms: number | null };

const firstRetryMs = 15_000;
const longestRetryMs = 15 * 60_000;

/** How long to wait after the n-th failure in a row. */
export const retryAfterMs = (attempts: number): number =>
  Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20));

interface Ready {
  readonly do: 'release' | 'check';
  readonly planned: Planned;
  readonly fromMs: number;
}

/** What is due comes first, the longest due first; then what nobody has looked into yet. */
export function chooseWork(all: readonly Planned[], nowMs: number): Choice {
  const open = all.flatMap((planned) => readyOf(planned, nowMs)).sort((a, b) => a.fromMs - b.fromMs);
  const now = open.filter(({ fromMs }) => fromMs <= nowMs);
  const next = now.find((ready) => ready.do === 'release') ?? now[0];
  if (next !== undefined) return { do: next.do, planned: next.planned };
  const [first] = open;
  return { do: 'wait', ms: first === undefined ? null : first.fromMs - nowMs };
}

/** Empty where it is not to be done at all. */
function readyOf(planned: Planned, nowMs: number): readonly Ready[] {
  const { at, now } = planned.plan;
  const dueMs = Date.parse(at);
  const isDue = dueMs <= nowMs;
  switch (now.state) {
    case 'refused':
      return [];
    case 'waiting':
      return [{ do: 'release', planned, fromMs: dueMs }];
    case 'unchecked':
      return [isDue ? { do: 'release', planned, fromMs: dueMs } : { do: 'check', planned, fromMs: nowMs }];
    case 'failing': {
      const retryMs = Date.parse(now.retryAt);
      // A clock that was set back would have the next try wait for as long as it was wrong.
      const fromMs = retryMs - nowMs > longestRetryMs ? nowMs : retryMs;
      return [{ do: isDue ? 'release' : 'check', planned, fromMs }];
    }
  }
}
