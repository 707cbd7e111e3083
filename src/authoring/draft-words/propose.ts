/**
 * Words and pinyin proposed for a draft's sentences. What a person settled stays as it is; the club's dictionary wins over the
 * large one; what is in doubt carries `candidates`, so that it is asked about once.
 */
import type { SentenceId } from '../../core/reading/model.ts';
import type { DraftPiece, DraftSentence, DraftWord } from '../draft/model.ts';
import { hasHan } from '../pinyin.ts';
import { composeWhole, type Mark, type ProseSentence } from '../prose.ts';
import { findClubWords } from './club-words.ts';
import { sentencesWithPlain, updateWords } from './places.ts';
import { isUnread, wordCandidates, withReading, type ReadWord, type Wording } from './readings.ts';
import { readAsBefore, settledIn, type Settled } from './settled.ts';

const NOTHING_SETTLED: Settled = { words: new Map(), inPlace: new Map() };

/** A text's words. Joined they are the text. Empty for an empty text. */
export function proposeWords(
  text: string,
  wording: Wording,
  settled: Settled = NOTHING_SETTLED,
): DraftWord[] {
  return text === '' ? [] : propose([{ text }], wording, settled);
}

/** Some of its words were never read: a new or an edited sentence. */
export function needsWords(sentence: DraftSentence): boolean {
  return sentence.words.some(isUnread);
}

/** The words of one sentence of a draft; those that have a reading already are left alone. */
export function proposeSentence(sentence: DraftSentence, wording: Wording, settled: Settled): DraftWord[] {
  return propose(sentence.words, wording, settled);
}

/** Proposals for all sentences that need them, for pieces short enough to do at once. */
export function proposePiece(piece: DraftPiece, wording: Wording): DraftPiece {
  const settled = settledIn(piece);
  const proposed = sentencesWithPlain(piece).filter(needsWords);
  return putWords(
    piece,
    new Map(proposed.map((sentence) => [sentence.id, proposeSentence(sentence, wording, settled)])),
  );
}

/** Puts proposals into the piece; one that was made for another text than the sentence has by now is left out. */
export function putWords(
  piece: DraftPiece,
  proposals: ReadonlyMap<SentenceId, readonly DraftWord[]>,
): DraftPiece {
  return updateWords(piece, (sentence) =>
    needsWords(sentence) ? (proposals.get(sentence.id) ?? sentence.words) : sentence.words,
  );
}

/** Readings for words that a person cuts or joins: the club's, else the dictionary's own. */
export function readWordWith(wording: Wording): ReadWord {
  return (text) => {
    const kept = wording.dictionary.get(text);
    if (kept !== undefined) return { pinyin: kept };
    if (text !== '' && hasHan(text) && wording.book.frequencyOf(text) === 0) return null;
    const [word, more] = proposeWords(text, wording);
    return more === undefined && word !== undefined ? word : null;
  };
}

function propose(words: readonly DraftWord[], wording: Wording, settled: Settled): DraftWord[] {
  const text = words.map((word) => word.text).join('');
  const kept = new Map<number, DraftWord>();
  const emphasis: { start: number; end: number }[] = [];
  let at = 0;
  for (const word of words) {
    const end = at + word.text.length;
    if (!isUnread(word) && (hasHan(word.text) || word.term !== undefined)) kept.set(at, word);
    if (word.emphasis) emphasis.push({ start: at, end });
    at = end;
  }
  const own = marksOf(words).filter(({ start, term }) => kept.has(start) || term !== undefined);
  // Words the dictionary has are found without help; these are the ones a person joined.
  const joinedByHand = [...settled.words].filter(([word]) => wording.book.frequencyOf(word) === 0);
  const known = new Map([...joinedByHand, ...wording.dictionary]);
  const club = findClubWords(text, wording, known).filter(
    (mark) => !own.some(({ start, end }) => start < mark.end && mark.start < end),
  );
  const marks = [...own, ...club].sort((a, b) => a.start - b.start);
  const composed = composeWhole({ text, marks, emphasis: joined(emphasis) }, { book: wording.book });
  return asDraft(composed, kept, new Set(club.map(({ start }) => start)), settled);
}

function marksOf(words: readonly DraftWord[]): Mark[] {
  let at = 0;
  return words.map(({ text, pinyin, term }) => ({
    start: at,
    end: (at += text.length),
    ...(pinyin === undefined ? {} : { pinyin }),
    ...(term === undefined ? {} : { term }),
  }));
}

function joined(stretches: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const whole: { start: number; end: number }[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    if (last?.end === stretch.start) last.end = stretch.end;
    else whole.push({ ...stretch });
  }
  return whole;
}

/** 「悄悄|的」: the dictionary knows the whole as one word, we write the particle apart, and there it is nothing else. */
function isParticle(text: string, pinyin: string): boolean {
  return (text === '的' || text === '地') && pinyin === 'de';
}

function asDraft(
  { words, unsure }: ProseSentence,
  kept: ReadonlyMap<number, DraftWord>,
  club: ReadonlySet<number>,
  settled: Settled,
): DraftWord[] {
  let at = 0;
  return words.map((word, index) => {
    const start = at;
    at += word.text.length;
    const before = kept.get(start);
    if (before?.text === word.text) return before;
    const { text, pinyin, term, emphasis } = word;
    const bare: DraftWord = {
      text,
      ...(term === undefined ? {} : { term }),
      ...(emphasis === undefined ? {} : { emphasis }),
    };
    if (!hasHan(text)) return bare;
    if (pinyin === undefined) return withReading(bare, { candidates: [] });
    if (club.has(start)) return withReading(bare, { pinyin });
    const known = readAsBefore(text, words[index - 1]?.text, words[index + 1]?.text, settled);
    if (known !== null) return withReading(bare, { pinyin: known });
    const doubts = isParticle(text, pinyin) ? [] : unsure.filter((doubt) => doubt.word === index);
    return withReading(
      bare,
      doubts.length === 0 ? { pinyin } : { pinyin, candidates: wordCandidates(text, pinyin, doubts) },
    );
  });
}
