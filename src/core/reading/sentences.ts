/**
 * Cuts running Chinese text into sentences: the units that are signed, tapped and kept on screen. Nothing is ever
 * dropped or changed: the parts joined are the text. White space belongs to the sentence before it.
 *
 * - 。！？ (and !? and a full stop in Latin text) end a sentence, together with all marks that close after them.
 * - Brackets and book titles are never cut open. A quotation is cut inside only where it is direct speech (after 「：」,
 *   「，」 or at a sentence's start), so 「墙上写着“请排队！不要挤。”几个字。」 stays one.
 * - 「“小猫死了！”三妹说。」 stays one: who speaks belongs to what is said. So does a speaker in front: 「主持人：大家好。」
 * - …… and —— end nothing by themselves, since Chinese uses both in mid-sentence; at a paragraph's end they simply end with it.
 */
import { CLOSING_MARKS, findEnclosures, type Enclosure } from './enclosures.ts';
import { endsSentenceAtStop } from './latin-stops.ts';

const STOPS = new Set(['。', '！', '？', '!', '?', '｡', '‼', '⁇', '⁈', '⁉']);
/** What a stop may drag along: more stops, an ellipsis, a wave, and marks that only dress the character before. */
const TRAILING = /[。！？!?｡‼⁇⁈⁉…⋯～~\p{M}\u200d]/u;
const SPACE = /\s/u;
const WORD = /[\p{L}\p{N}]/u;
const LATIN = /[A-Za-z0-9]/u;
/** After these a sentence goes on whatever stood before: 「“走吧！”，他说」, 「“好！”的一声」, 「“请排队。”几个字」. */
const GOES_ON =
  /^[，、；：,;:。！？!?…·～~]|^[的地得]|^[这那几一二两三四五六七八九十][个句段种条声首些]?[^，。！？]{0,3}[字话声词语]/u;
/** 「她笑着说」「三妹很难过的说道：」「他叫了起来。」: a short clause that ends in a verb of speaking, up to its own mark. */
const SPEAKER_AFTER =
  /^[^，。！？；：!?“‘「『"\n]{0,12}?(?:说|(?<![知难街味])道|问|答|喊|叫|嚷|骂|劝|吼|想|嘟囔|嘀咕|开口)(?:道|着|了起来|起来|一声|他|她|我)?[，。：！,:!.…—]/u;
/** 「他想：‘会下雨吗？’他不知道。」 has named its speaker already, and what follows is a sentence of its own. */
const SPEAKER_BEFORE = /(?:[：:]|[说道问答喊叫嚷骂想][，,])\s*$/u;
const OPENING_QUOTE = /^[“‘「『]/u;
/** 「……清白……”“什么清白？」: what one speaker leaves unfinished ends where the next one begins. */
const UNFINISHED_SPEECH = /^[…⋯—]+[”’」』]+\s*[“‘「『]/u;

export function splitSentences(text: string): string[] {
  const cuts = findCuts(text);
  const parts: string[] = [];
  let start = 0;
  for (const cut of [...cuts, text.length]) {
    if (cut > start) parts.push(text.slice(start, cut));
    start = cut;
  }
  return joinWordless(parts);
}

function findCuts(text: string): number[] {
  const enclosures = findEnclosures(text);
  const cuts: number[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isStop(text, index)) continue;
    const end = endOfStop(text, index);
    const cut = skipSpace(text, end);
    if (cut < text.length && endsHere(text, start, index, end, enclosures)) {
      cuts.push(cut);
      start = cut;
    }
    index = end - 1;
  }
  return cuts;
}

function isStop(text: string, index: number): boolean {
  const char = text[index] ?? '';
  if (char === '.') return endsSentenceAtStop(text, index);
  // A blank line ends whatever came before it.
  if (char === '\n') return /^\n[^\S\n]*\n/u.test(text.slice(index));
  if (char === '…' || char === '—') return UNFINISHED_SPEECH.test(text.slice(index));
  if (!STOPS.has(char)) return false;
  // 「Yahoo!」 in a name and the 「?」 of an address are followed at once by more Latin.
  return !(
    (char === '!' || char === '?') &&
    LATIN.test(text[index - 1] ?? '') &&
    /[\w=&/-]/u.test(text[index + 1] ?? '')
  );
}

/** Past the stop, the stops after it and every mark that closes there. */
function endOfStop(text: string, index: number): number {
  let end = index + 1;
  while (end < text.length) {
    const char = text[end] ?? '';
    if (!TRAILING.test(char) && !CLOSING_MARKS.has(char)) break;
    end += 1;
  }
  return end;
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && SPACE.test(text[index] ?? '')) index += 1;
  return index;
}

function endsHere(
  text: string,
  start: number,
  stop: number,
  end: number,
  all: readonly Enclosure[],
): boolean {
  const open = all.filter((enclosure) => enclosure.open < stop && enclosure.close >= end);
  if (open.some((enclosure) => !isCuttable(text, start, enclosure))) return false;
  const closed = all.filter(
    (enclosure) => enclosure.open < stop && enclosure.close >= stop && enclosure.close < end,
  );
  const outermost = closed[0];
  if (outermost === undefined) return true;
  // A stop after the last closer (「“好。”！」) ends the sentence that holds the quotation.
  if (Array.from(text.slice(outermost.close + 1, end)).some((char) => STOPS.has(char))) return true;
  const rest = text.slice(end);
  if (GOES_ON.test(rest)) return false;
  if (outermost.kind === 'bracket') return startsSentence(text, start, outermost.open);
  if (OPENING_QUOTE.test(rest)) return true;
  if (!SPEAKER_BEFORE.test(text.slice(0, Math.max(0, outermost.open))) && SPEAKER_AFTER.test(rest))
    return false;
  return isSpeech(text, start, outermost.open) || text[stop] === '。';
}

/** Only direct speech that is not itself inside something may be cut. */
function isCuttable(text: string, start: number, enclosure: Enclosure): boolean {
  return enclosure.kind === 'quotation' && enclosure.depth === 0 && isSpeech(text, start, enclosure.open);
}

function isSpeech(text: string, start: number, open: number): boolean {
  if (open < start || startsSentence(text, start, open)) return true;
  return /[：:，,—]\s*$/u.test(text.slice(start, open));
}

function startsSentence(text: string, start: number, open: number): boolean {
  return open < start || !WORD.test(text.slice(start, open));
}

/** A part without a single letter or digit cannot be signed or tapped: it stays with its neighbour. */
function joinWordless(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && (!WORD.test(part) || !WORD.test(last))) joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
