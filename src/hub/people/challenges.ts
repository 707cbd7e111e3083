/** Random challenges for passkeys: each is good once, for one purpose, for ten minutes, and gone with the process. */
import { makeToken } from './secrets.ts';

/** As long as a person may take over the device's question. */
export const challengeMs = 10 * 60 * 1000;
/** Anybody may ask for one: whoever asks for very many loses only their own. */
const mostOfOne = 100;
const maxOpen = 10_000;

export interface Challenges {
  /** @param from An address, or whose link it is. @returns base64url */
  make(purpose: string, from: string): string;
  /** True once. */
  take(challenge: string, purpose: string): boolean;
}

interface Challenge {
  readonly purpose: string;
  readonly from: string;
  readonly untilMs: number;
}

export function challenges(now: () => number): Challenges {
  const open = new Map<string, Challenge>();
  return {
    make(purpose, from) {
      for (const [challenge, { untilMs }] of open) {
        // In the order they were made: the first good one ends the sweep.
        if (untilMs > now() && open.size < maxOpen) break;
        open.delete(challenge);
      }
      const own = [...open].filter(([, each]) => each.from === from);
      const [oldest] = own;
      if (own.length >= mostOfOne && oldest !== undefined) open.delete(oldest[0]);
      const challenge = makeToken();
      open.set(challenge, { purpose, from, untilMs: now() + challengeMs });
      return challenge;
    },
    take(challenge, purpose) {
      const entry = open.get(challenge);
      open.delete(challenge);
      return entry !== undefined && entry.purpose === purpose && entry.untilMs > now();
    },
  };
}
