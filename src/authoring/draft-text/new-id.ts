/**
 * Ids for new sentences. They are drawn, not counted: a draft keeps no list of ids that were once given, and a signing mark of a
 * sentence that is gone must never come to mean another one.
 */
import * as v from 'valibot';
import { SentenceIdSchema, type SentenceId } from '../../core/reading/model.ts';

/** `s` for sentences of the text, `p` for those of plain versions. */
export type NewId = (prefix: 's' | 'p') => SentenceId;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 10;

export const newSentenceId: NewId = (prefix) => {
  const drawn = crypto.getRandomValues(new Uint8Array(LENGTH));
  const letters = Array.from(drawn, (byte) => ALPHABET[byte % ALPHABET.length] ?? 'a');
  return v.parse(SentenceIdSchema, `${prefix}${letters.join('')}`);
};
