/**
 * The way in without a passkey: six words drawn by the hub from 1383, 62.6 bits, never chosen by a person. They are typed
 * as pinyin or written in Chinese, with or without spaces; both come to the same letters.
 */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../server/api-error.ts';
import { phraseWords, type PhraseWord } from './phrase-words.ts';
import type { PassphraseRecord } from './records.ts';
import { makeId } from './secrets.ts';

const wordCount = 6;
/** 128 MiB a hash: two at once are already much for a small machine. Node refuses it without a higher `maxmem`. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const maxWaiting = 8;

export const drawPassphrase = (): readonly PhraseWord[] =>
  Array.from({ length: wordCount }, () => {
    const word = phraseWords[randomInt(phraseWords.length)];
    if (word === undefined) throw new Error('No words');
    return word;
  });

const pinyinOf = new Map(phraseWords.map(({ word, pinyin }) => [word, pinyin]));

/** What is hashed: the letters alone. Unknown Chinese stays as it is and matches nothing. */
export function lettersOf(typed: string): string {
  return (
    typed
      .normalize('NFD')
      // ü is typed as v; the other marks are tones.
      .replaceAll(/u\u0308/giu, 'v')
      .normalize('NFKD')
      .replaceAll(/\p{M}|[^\p{L}]/gu, '')
      .toLowerCase()
      .replaceAll(/\p{Script=Han}{2}/gu, (word) => pinyinOf.get(word) ?? word)
  );
}

export async function hashPassphrase(typed: string, nowMs: number): Promise<PassphraseRecord> {
  const salt = randomBytes(16).toString('base64url');
  const hash = (await derive(lettersOf(typed), salt)).toString('hex');
  return { id: makeId(), salt, hash, addedMs: nowMs, usedMs: nowMs };
}

/** Takes as long for somebody unknown (null) as for somebody known. */
export async function isPassphrase(
  typed: string,
  record: Pick<PassphraseRecord, 'salt' | 'hash'> | null,
): Promise<boolean> {
  const derived = await derive(lettersOf(typed), record?.salt ?? 'nobody');
  return record !== null && timingSafeEqual(derived, Buffer.from(record.hash, 'hex'));
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One at a time. @throws ApiError 503 `busy` when too many wait already. */
async function derive(letters: string, salt: string): Promise<Buffer> {
  if (waiting >= maxWaiting) throw new ApiError(503, 'busy');
  waiting += 1;
  const turn = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(letters, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}
