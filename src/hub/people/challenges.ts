/** Random challenges for passkeys: each is good once, for one purpose, for ten minutes, and gone with the process. */
import { makeToken } from './secrets.ts';

/** As long as a person may take over the device's question. */
export const challengeMs = 10 * 60 * 1000;
const maxOpen = 1_000;

export interface Challenges {
  /** base64url */
  make(purpose: string): string;
  /** True once. */
  take(challenge: string, purpose: string): boolean;
}

export function challenges(now: () => number): Challenges {
  const open = new Map<string, { readonly purpose: string; readonly untilMs: number }>();
  return {
    make(purpose) {
      for (const [challenge, { untilMs }] of open) {
        // In the order they were made: the first good one ends the sweep.
        if (untilMs > now() && open.size < maxOpen) break;
        open.delete(challenge);
      }
      const challenge = makeToken();
      open.set(challenge, { purpose, untilMs: now() + challengeMs });
      return challenge;
    },
    take(challenge, purpose) {
      const entry = open.get(challenge);
      open.delete(challenge);
      return entry !== undefined && entry.purpose === purpose && entry.untilMs > now();
    },
  };
}
