/**
 * Wrong answers cost time: after a few free ones each doubles the wait, up to a cap, and all are forgotten after an hour.
 * An attempt refused here is not looked at and does not count, so nobody is locked out for good, whoever else is trying.
 */
import { ApiError } from '../server/api-error.ts';

interface Limit {
  readonly free: number;
  readonly capSeconds: number;
}
/** A whole centre may share one address; an account has one owner, whom no stranger shall keep waiting for long. */
const limits = {
  address: { free: 10, capSeconds: 15 * 60 },
  account: { free: 5, capSeconds: 60 },
} satisfies Record<string, Limit>;

const forgetMs = 60 * 60 * 1000;
const maxKeys = 10_000;

interface Failures {
  count: number;
  lastMs: number;
}
export type LimitedBy = Readonly<Partial<Record<keyof typeof limits, string>>>;

export interface RateLimit {
  /** Before anything costly. @throws ApiError 429 `too-many-tries` with `seconds`. */
  check(by: LimitedBy): void;
  /** Also before anything costly, so that of many at once only the free ones get that far. */
  fail(by: LimitedBy): void;
  /** It was its owner after all. Of an address only this one is forgiven: a good account must not open the others. */
  succeed(by: LimitedBy): void;
}

export function rateLimit(now: () => number): RateLimit {
  const failures = new Map<string, Failures>();

  const keysOf = (by: LimitedBy): readonly (readonly [string, Limit])[] =>
    Object.entries(limits).flatMap(([kind, limit]) => {
      const value = kind === 'address' ? by.address : by.account;
      return value === undefined ? [] : [[`${kind} ${value}`, limit] as const];
    });

  function known(key: string): Failures | undefined {
    const entry = failures.get(key);
    if (entry === undefined || now() - entry.lastMs < forgetMs) return entry;
    failures.delete(key);
    return undefined;
  }

  return {
    check(by) {
      for (const [key, { free, capSeconds }] of keysOf(by)) {
        const entry = known(key);
        if (entry === undefined || entry.count < free) continue;
        const waitMs = Math.min(capSeconds, 2 ** (entry.count - free)) * 1000;
        const leftMs = entry.lastMs + waitMs - now();
        if (leftMs > 0) throw new ApiError(429, 'too-many-tries', { seconds: Math.ceil(leftMs / 1000) });
      }
    },
    fail(by) {
      for (const [key] of keysOf(by)) {
        const count = (known(key)?.count ?? 0) + 1;
        failures.delete(key);
        failures.set(key, { count, lastMs: now() });
        // The oldest goes: memory is not for strangers to fill.
        for (const oldest of failures.keys()) {
          if (failures.size <= maxKeys) break;
          failures.delete(oldest);
        }
      }
    },
    succeed({ address, account }) {
      if (account !== undefined) failures.delete(`account ${account}`);
      const entry = address === undefined ? undefined : known(`address ${address}`);
      if (entry !== undefined) entry.count = Math.max(0, entry.count - 1);
    },
  };
}
