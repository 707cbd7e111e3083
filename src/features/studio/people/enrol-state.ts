/** Enrolling, step by step: by passkey in one go, or six words that are first written down and then typed back. */
import type { EnrolFor, PhraseWord } from './people-api.ts';

/** From the fragment of a one-time link; null where there is none. */
export function tokenOf(hash: string): string | null {
  return /^#(?<token>[\w-]{43})$/u.exec(hash)?.groups?.['token'] ?? null;
}

export type EnrolStep =
  | { readonly step: 'choose' }
  | { readonly step: 'write-down'; readonly words: readonly PhraseWord[] }
  /** Out of sight, so that what is typed comes from the paper. */
  | { readonly step: 'type-back'; readonly words: readonly PhraseWord[] };

/** What the hub is told: a name only where the link does not say it. */
export const nameToSend = (invited: EnrolFor, typed: string): string | null =>
  invited.name === null ? typed.trim() : null;

export const isNameMissing = (invited: EnrolFor, typed: string): boolean =>
  invited.name === null && typed.trim() === '';
