/**
 * Pinyin as people type it: tone marks, tone digits (`chang2`), `v` for ü, full-width letters, curly apostrophes. What comes out
 * is written as GB/T 16159 has it; what cannot be read is named, so that the page can say it in a sentence.
 */
import { withoutTone } from '../everyday-words.ts';
import { countTones, isErhua, splitPinyin } from './syllables.ts';

export type PinyinFault =
  | { readonly fault: 'empty' }
  /** Chinese characters or signs that pinyin does not have. */
  | { readonly fault: 'letters'; readonly found: string }
  | { readonly fault: 'digit'; readonly found: string }
  | { readonly fault: 'syllable'; readonly found: string }
  /** No tone where a tone is expected: `chang`. */
  | { readonly fault: 'toneless'; readonly found: string }
  | { readonly fault: 'count'; readonly characters: number; readonly syllables: number };
export type TypedPinyin = { readonly pinyin: string } | PinyinFault;

const HAN = /\p{Script=Han}/gu;
/** Toneless alone, and as endings: nobody needs to type `de5` for 的. */
const TONELESS_WORDS = /^[的了着吗呢吧啊呀嘛啦么们得地儿子头过个哪喽呗啰罢边]$/u;
const TONES: Readonly<Record<string, string>> = {
  '1': '\u0304',
  '2': '\u0301',
  '3': '\u030c',
  '4': '\u0300',
};

/** Reads what was typed for `word`; digits 5 and 0 say that a syllable has no tone. */
export function readTypedPinyin(word: string, typed: string): TypedPinyin {
  const clean = tidy(typed);
  if (clean === '') return { fault: 'empty' };
  const strange = clean.match(/[^\p{Script=Latin}\p{M}\d’'\- ·]+/u)?.[0];
  if (strange !== undefined) return { fault: 'letters', found: strange };
  const digit = clean.match(/\p{Script=Latin}\p{M}*([6-9])|(?:^|[^\p{Script=Latin}\p{M}])(\d)|\d(\d)/u);
  if (digit) return { fault: 'digit', found: digit[1] ?? digit[2] ?? digit[3] ?? '' };
  const latin = new Set((word.match(/\p{Script=Latin}+/gu) ?? []).map((each) => each.toLowerCase()));
  const chunks: Chunk[] = [];
  for (const piece of clean.match(/[\p{Script=Latin}\p{M}\d]+|[’'\- ·]+/gu) ?? []) {
    if (/^[’'\- ·]/u.test(piece)) chunks.push({ kind: 'gap', written: piece });
    else if (latin.has(piece.toLowerCase())) chunks.push({ kind: 'latin', written: piece });
    else {
      const read = readRun(piece);
      if ('fault' in read) return read;
      chunks.push(...read);
    }
  }
  return judge(word, chunks);
}

type Chunk =
  | { readonly kind: 'gap' | 'latin'; readonly written: string }
  | { readonly kind: 'syllable'; readonly written: string; readonly isToneless: boolean };

function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[‘’´`ʼ＇]/gu, "'")
    .replaceAll('ɡ', 'g')
    .replaceAll('ɑ', 'a')
    .normalize('NFD')
    .replaceAll('\u0306', '\u030c')
    .normalize('NFC')
    .replaceAll(/u:/giu, 'ü')
    .replaceAll(/[vV]/gu, 'ü')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** `chang2le4`, `chánglè`, `Chang2`: every stretch before a digit may hold several syllables, the digit is the last one's. */
function readRun(run: string): Chunk[] | PinyinFault {
  const chunks: Chunk[] = [];
  for (const [part, letters, digit] of run.matchAll(/([\p{Script=Latin}\p{M}]+)(\d?)/gu)) {
    const syllables = splitPinyin(letters ?? '')?.map(withUmlaut);
    if (!syllables) return { fault: 'syllable', found: part };
    for (const [index, syllable] of syllables.entries()) {
      const own = index === syllables.length - 1 ? (digit ?? '') : '';
      if (own !== '' && countTones(syllable) > 0) return { fault: 'digit', found: own };
      chunks.push({
        kind: 'syllable',
        written: own in TONES ? putTone(syllable, TONES[own] ?? '') : syllable,
        isToneless: own === '5' || own === '0',
      });
    }
  }
  return chunks;
}

/** `lue` is lüe: there is no other. */
function withUmlaut(syllable: string): string {
  return /^[nl]u[eèéēě]$/iu.test(syllable.normalize('NFC')) ? syllable.replace(/u/iu, 'ü') : syllable;
}

/** On a or e; on the o of ou; else on the last vowel. */
export function putTone(syllable: string, mark: string): string {
  const chars = [...syllable.normalize('NFC')];
  const lower = chars.map((char) => char.toLowerCase());
  const first = lower.findIndex((char) => 'aeê'.includes(char));
  const ou = lower.join('').indexOf('ou');
  const last = lower.findLastIndex((char) => 'iouü'.includes(char));
  const nasal = lower.findIndex((char) => 'mn'.includes(char));
  const at = [first, ou, last, nasal].find((place) => place >= 0) ?? 0;
  chars[at] = `${chars[at] ?? ''}${mark}`;
  return chars.join('').normalize('NFC');
}

function judge(word: string, chunks: readonly Chunk[]): TypedPinyin {
  const syllables = chunks.filter((chunk) => chunk.kind === 'syllable');
  const characters = word.match(HAN) ?? [];
  const coloured = syllables.filter(({ written }) => isErhua(written)).length;
  if (syllables.length + coloured !== characters.length)
    return { fault: 'count', characters: characters.length, syllables: syllables.length };
  const first = syllables[0];
  const isSaid = syllables.some(({ written, isToneless }) => isToneless || countTones(written) > 0);
  if (first && !isSaid && !characters.every((char) => TONELESS_WORDS.test(char)))
    return { fault: 'toneless', found: first.written };
  return { pinyin: write(chunks) };
}

/** Joins the syllables: spaces and hyphens as typed, the dividing apostrophe where the next one begins with a, o or e. */
function write(chunks: readonly Chunk[]): string {
  let written = '';
  let previous: Chunk | undefined;
  let gap = '';
  for (const chunk of chunks) {
    if (chunk.kind === 'gap') {
      gap = chunk.written.includes('-') ? '-' : /[ ·]/u.test(chunk.written) ? ' ' : '';
      continue;
    }
    const isJoined = previous?.kind === 'syllable' && chunk.kind === 'syllable';
    const needsApostrophe = gap === '' && isJoined && /^[aoe]/iu.test(withoutTone(chunk.written));
    if (previous !== undefined) written += needsApostrophe ? "'" : gap === '' && !isJoined ? ' ' : gap;
    written += chunk.written;
    previous = chunk;
    gap = '';
  }
  return written;
}

/** The syllable of each Chinese character of a word, 儿化 as `r`; null when the word cannot be taken apart so. */
export function syllablesOf(word: string, pinyin: string): readonly string[] | null {
  const latin = word.match(/\p{Script=Latin}+/gu) ?? [];
  const bare = latin.reduce((rest, part) => rest.replace(part, ' '), pinyin);
  const syllables = splitPinyin(bare);
  if (syllables === null) return null;
  const each = syllables.flatMap((syllable) =>
    isErhua(syllable) ? [syllable.slice(0, -1), 'r'] : [syllable],
  );
  return each.length === (word.match(HAN) ?? []).length ? each : null;
}
