/**
 * A drawn passphrase counts only once it has been typed back: it is then on paper, and nobody is locked out by a window
 * that was closed too soon. Until then its hash is in memory, for as long as a person may take to write it down.
 */
import { ApiError } from '../server/api-error.ts';
import { drawPassphrase, hashPassphrase, isPassphrase } from './passphrase.ts';
import type { PhraseWord } from './phrase-words.ts';
import type { PassphraseRecord } from './records.ts';

const proposalMs = 30 * 60 * 1000;

export interface Proposals {
  /** Takes the place of the one before. @throws ApiError 503 `busy`. */
  make(invitation: string): Promise<readonly PhraseWord[]>;
  /** @throws ApiError 409 `no-proposal`, 403 `wrong-words`, 503 `busy`. */
  confirm(invitation: string, typed: string): Promise<PassphraseRecord>;
}

export function proposals(now: () => number): Proposals {
  const open = new Map<string, PassphraseRecord>();
  return {
    async make(invitation) {
      for (const [id, { addedMs }] of open) if (now() - addedMs > proposalMs) open.delete(id);
      const words = drawPassphrase();
      open.set(invitation, await hashPassphrase(words.map(({ word }) => word).join(''), now()));
      return words;
    },
    async confirm(invitation, typed) {
      const record = open.get(invitation);
      if (record === undefined || now() - record.addedMs > proposalMs) throw new ApiError(409, 'no-proposal');
      if (!(await isPassphrase(typed, record))) throw new ApiError(403, 'wrong-words');
      open.delete(invitation);
      return record;
    },
  };
}
