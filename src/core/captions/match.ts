/**
 * Captions and the transcript they are the captions of. They differ in line breaks, marks, sounds and speakers, so they
 * are laid on each other by what is left: the letters and characters, in order.
 */
import { textOf, type Sentence, type SentenceId } from '../reading/model.ts';
import type { Cue } from '../sync/track.ts';
import type { Caption } from './model.ts';

export interface MatchedCaptions {
  /** The captions given, in the same order, with `sentence` where one was found; sounds alone belong to none. */
  readonly captions: Caption[];
  /** One cue a sentence on the film's clock; where two sentences share a caption, its time is shared by length. */
  readonly cues: Cue[];
  /** Sentences no caption says. */
  readonly uncovered: SentenceId[];
  /** Indexes of captions with words that no sentence has. */
  readonly unmatched: number[];
}

/** A stretch of the transcript's letters said by a caption. */
interface Overlap {
  readonly sentence: SentenceId;
  readonly start: number;
  readonly end: number;
  readonly letters: number;
}

/** By sentence id or `#12` where a caption has one; otherwise by text. */
export function matchCaptions(captions: readonly Caption[], sentences: readonly Sentence[]): MatchedCaptions {
  const transcript = transcriptOf(sentences);
  const overlaps: Overlap[] = [];
  const unmatched: number[] = [];
  let cursor = 0;
  const matched = captions.map((caption, index): Caption => {
    const byId = sentenceNamed(caption.id, sentences);
    const letters = lettersOf(caption.text);
    const place = byId ? placeOf(byId, transcript) : findFrom(transcript.letters, letters, cursor);
    const shares = byId
      ? [{ sentence: byId, start: caption.start, end: caption.end, letters: Math.max(1, letters.length) }]
      : sharesOf(caption, place, transcript);
    if (place) cursor = byId ? place.from : place.to;
    if (shares.length === 0 && letters !== '') unmatched.push(index);
    overlaps.push(...shares);
    const longest = [...shares].sort((a, b) => b.letters - a.letters)[0];
    const { sentence: _before, ...rest } = caption;
    return longest ? { ...rest, sentence: longest.sentence } : rest;
  });
  const covered = new Set(overlaps.map((overlap) => overlap.sentence));
  return {
    captions: matched,
    cues: joinCues(overlaps),
    uncovered: sentences.map((sentence) => sentence.id).filter((id) => !covered.has(id)),
    unmatched,
  };
}

/** The film track's cues as far as `sentence` tells; `matchCaptions().cues` also parts captions two sentences share. */
export function sentenceCues(captions: readonly Caption[]): Cue[] {
  return joinCues(
    captions.flatMap(({ sentence, start, end }) =>
      sentence === undefined ? [] : [{ sentence, start, end }],
    ),
  );
}

/** What is left of a text when it is compared: no sounds, marks, spaces, width or case. */
export function lettersOf(text: string): string {
  return text
    .replace(/［[^］]*］/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `s12` when there is such a sentence, `#12` the twelfth; SubRip's bare numbers name nothing. */
export function sentenceNamed(name: string | undefined, sentences: readonly Sentence[]): SentenceId | null {
  if (name === undefined) return null;
  const place = /^#(\d+)$/u.exec(name)?.[1];
  if (place !== undefined) return sentences[Number(place) - 1]?.id ?? null;
  return sentences.find((sentence) => sentence.id === name)?.id ?? null;
}

interface Transcript {
  readonly letters: string;
  readonly parts: readonly { readonly sentence: SentenceId; readonly from: number; readonly to: number }[];
}

function transcriptOf(sentences: readonly Sentence[]): Transcript {
  let letters = '';
  const parts = sentences.map((sentence) => {
    const from = letters.length;
    letters += lettersOf(textOf(sentence));
    return { sentence: sentence.id, from, to: letters.length };
  });
  return { letters, parts };
}

/** A stretch of the transcript's letters, `to` exclusive. */
interface Place {
  readonly from: number;
  readonly to: number;
}

function placeOf(sentence: SentenceId, { parts }: Transcript): Place | null {
  return parts.find((part) => part.sentence === sentence) ?? null;
}

/** How far ahead a caption may be found: a short one further away is more likely the same words said again later. */
const lookAhead = { lettersPerLetter: 30, max: 400 };
/** Fewer letters than this are not looked for anywhere but ahead. */
const tellingLetters = 4;

/** Where the caption is said, at or after the cursor; null if nowhere. Small differences (a changed word) are borne. */
function findFrom(transcript: string, letters: string, cursor: number): Place | null {
  if (letters === '') return null;
  const reach = Math.min(lookAhead.max, letters.length * lookAhead.lettersPerLetter);
  const whole = (from: number): Place => ({ from, to: from + letters.length });
  const ahead = transcript.indexOf(letters, cursor);
  if (ahead !== -1 && ahead - cursor <= reach) return whole(ahead);
  const near = nearest(transcript.slice(cursor, cursor + reach), letters);
  if (near) return { from: cursor + near.from, to: cursor + near.to };
  const anywhere = letters.length >= tellingLetters ? transcript.indexOf(letters) : -1;
  return anywhere === -1 ? null : whole(anywhere);
}

const requiredLikeness = 0.6;

/** The stretch that shares most pairs of neighbouring characters with the letters, cut to where it shares them. */
function nearest(stretch: string, letters: string): Place | null {
  const wanted = pairsOf(letters);
  if (wanted.size === 0) return null;
  const isShared = (at: number): boolean => wanted.has(stretch.slice(at, at + 2));
  let best: Place | null = null;
  let likeness = requiredLikeness;
  for (let from = 0; from < stretch.length - 1; from += 1) {
    if (!isShared(from)) continue;
    const starts = Array.from({ length: letters.length - 1 }, (_, i) => from + i).filter(isShared);
    const found = new Set(starts.map((at) => stretch.slice(at, at + 2))).size / wanted.size;
    if (found > likeness) {
      likeness = found;
      best = { from, to: (starts.at(-1) ?? from) + 2 };
    }
  }
  return best;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

function sharesOf(caption: Caption, place: Place | null, { parts }: Transcript): readonly Overlap[] {
  if (!place) return [];
  const { from: at, to: end } = place;
  const length = end - at;
  const timeAt = (letter: number): number =>
    caption.start + ((caption.end - caption.start) * Math.min(length, Math.max(0, letter - at))) / length;
  return parts.flatMap(({ sentence, from, to }) => {
    const letters = Math.min(to, end) - Math.max(from, at);
    if (letters <= 0) return [];
    return [{ sentence, start: timeAt(from), end: timeAt(to), letters }];
  });
}

/** One cue a sentence, sorted, ends cut back where the next one begins. */
function joinCues(spans: readonly Cue[]): Cue[] {
  const joined = new Map<SentenceId, Cue>();
  for (const { sentence, start, end } of spans) {
    const before = joined.get(sentence);
    joined.set(sentence, {
      sentence,
      start: milliseconds(Math.min(start, before?.start ?? Infinity)),
      end: milliseconds(Math.max(end, before?.end ?? 0)),
    });
  }
  const sorted = [...joined.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted
    .map((cue, i) => ({ ...cue, end: Math.min(cue.end, sorted[i + 1]?.start ?? Infinity) }))
    .filter((cue) => cue.end > cue.start);
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
