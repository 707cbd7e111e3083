/**
 * Words of a piece that may deserve a card, each with the reason a person is told. Only a proposal: frequencies know nothing about
 * a club, so they propose too much rather than too little, hardest first, and what was declined is not proposed again.
 */
import type { TermId } from '../../core/reading/model.ts';
import type { DraftPiece, DraftTerm } from '../draft/model.ts';
import { sentencesWithPlain } from '../draft-words/places.ts';
import { hasHan } from '../pinyin.ts';
import type { Commonness } from './commonness.ts';

export type TermReason =
  /** The club has a card for this word. */
  | { readonly reason: 'card'; readonly term: TermId }
  /** Holds a character beyond the common ones. */
  | { readonly reason: 'character'; readonly character: string }
  /** Seldom written, though its characters are common. */
  | { readonly reason: 'rare' }
  /** In no dictionary: local, new, or a name. */
  | { readonly reason: 'unknown' };

export interface TermSuggestion {
  readonly word: string;
  /** As the piece reads it; '' where that is not settled. */
  readonly pinyin: string;
  /** In how many places of the piece it stands. */
  readonly places: number;
  readonly why: TermReason;
}

export interface SuggestionSources {
  readonly commonness: Commonness;
  /** The club's cards, and those of this month. */
  readonly cards: readonly DraftTerm[];
  /** Words somebody said no to. */
  readonly declined: ReadonlySet<string>;
  /** In how many of the club's earlier pieces a word was read; members know what they met often. */
  readonly met?: ReadonlyMap<string, number> | undefined;
}

/** 2,500 characters are taught as the common ones (现代汉语常用字表); what lies beyond is hard for many. */
const COMMON_CHARACTERS = 2500;
/** So common a word is known by ear and sign, whatever its characters. */
const EVERYDAY_WORDS = 5000;
/** Roughly what somebody reads with ease who went to school. */
const COMMON_WORDS = 25_000;
/** Met in so many earlier pieces, it is no longer new. */
const MET_OFTEN = 3;
/** 看一看, 绿绿, 一点点, 第十九: forms of a word, not a word to explain. */
const FORM = /^(.)\1$|^(.)[一了不]\2|(.)\3$|^[一二两三四五六七八九十百千万几半多每这那第]/u;
/** 听不见, 停下来, 喝完, 往左, 邻居们: said of every verb, place and person, and understood from their parts. */
const PHRASE =
  /[不得][见到懂清住动了碎起完]$|[上下进出回过起][来去]?来?$|[来去进完掉走]$|^[往没很太别]|[们了着过]$|[上下]个|得$/u;

export function suggestTerms(piece: DraftPiece, sources: SuggestionSources): TermSuggestion[] {
  const found = new Map<string, { pinyin: string; places: number }>();
  for (const { words } of sentencesWithPlain(piece)) {
    for (const { text, pinyin, term, candidates } of words) {
      if (term !== undefined || !hasHan(text) || sources.declined.has(text)) continue;
      const { places, pinyin: before } = found.get(text) ?? { places: 0, pinyin: '' };
      found.set(text, { places: places + 1, pinyin: before || (candidates ? '' : (pinyin ?? '')) });
    }
  }
  return [...found]
    .flatMap(([word, rest]) => {
      const hard = judge(word, sources);
      return hard ? [{ word, ...rest, ...hard }] : [];
    })
    .sort((a, b) => b.hardness - a.hardness || b.places - a.places)
    .map(({ word, pinyin, places, why }) => ({ word, pinyin, places, why }));
}

interface Hard {
  readonly why: TermReason;
  /** Higher comes first. */
  readonly hardness: number;
}

function judge(word: string, { commonness, cards, met }: SuggestionSources): Hard | null {
  const card = cards.find((each) => each.word === word);
  if (card) return { why: { reason: 'card', term: card.id }, hardness: Infinity };
  if (FORM.test(word) || PHRASE.test(word) || (met?.get(word) ?? 0) >= MET_OFTEN) return null;
  const rank = commonness.rankOfWord(word);
  const chars = [...word];
  const rarest = chars.reduce((a, b) => (commonness.rankOfRarest(b) > commonness.rankOfRarest(a) ? b : a));
  const ofCharacter = commonness.rankOfRarest(rarest) / COMMON_CHARACTERS;
  if (ofCharacter >= 1 && (rank ?? Infinity) >= EVERYDAY_WORDS)
    return { why: { reason: 'character', character: rarest }, hardness: ofCharacter };
  if (chars.length < 2) return null;
  if (rank === null) return { why: { reason: 'unknown' }, hardness: 1 };
  return rank >= COMMON_WORDS ? { why: { reason: 'rare' }, hardness: Math.log10(rank / COMMON_WORDS) } : null;
}
