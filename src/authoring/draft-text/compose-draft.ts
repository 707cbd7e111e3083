/**
 * An imported document as blocks of a draft. Where the draft had a text already, its sentences are looked for in the new one: what is
 * the same, or recognisably the same in its place, keeps its id, and with it its signing, its words and its confirmed readings.
 */
import type { SentenceId } from '../../core/reading/model.ts';
import { alignTexts } from '../align.ts';
import {
  sentencesOfPiece,
  textOfDraft,
  type Attachment,
  type DraftBlock,
  type DraftPiece,
  type DraftSentence,
  type DraftWord,
} from '../draft/model.ts';
import type { ImportedBlock, ImportedPicture } from '../imported/document.ts';
import { cutAroundMarks, type Prose } from '../prose.ts';
import { changeBetween } from './text-change.ts';
import type { NewId } from './new-id.ts';
import { rawWords } from './raw-words.ts';

interface Given {
  readonly newId: NewId;
  /** What became of each picture; a figure without one asks for it. */
  readonly pictures: ReadonlyMap<ImportedPicture, Attachment>;
  /** The text that is replaced, if one is. */
  readonly before?: DraftPiece | undefined;
}

interface Cut {
  readonly text: string;
  readonly words: readonly DraftWord[];
}

export function composeDraftBlocks(blocks: readonly ImportedBlock[], given: Given): DraftBlock[] {
  const cuts = { s: [] as Cut[], p: [] as Cut[] };
  for (const block of blocks) {
    for (const prose of proseOf(block)) cuts.s.push(...cutProse(prose));
    for (const prose of plainOf(block)) cuts.p.push(...cutProse(prose));
  }
  const ready = {
    s: withIds(cuts.s, given.before === undefined ? [] : sentencesOfPiece(given.before), 's', given.newId),
    p: withIds(cuts.p, given.before?.blocks.flatMap(plainSentences) ?? [], 'p', given.newId),
  };
  const next = { s: 0, p: 0 };
  const take = (prose: Prose, prefix: 's' | 'p'): DraftSentence[] => {
    const count = cutProse(prose).length;
    const own = ready[prefix].slice(next[prefix], next[prefix] + count);
    next[prefix] += count;
    return own;
  };
  return blocks.map((block) => shape(block, take, given));
}

function shape(
  block: ImportedBlock,
  take: (prose: Prose, prefix: 's' | 'p') => DraftSentence[],
  { pictures }: Given,
): DraftBlock {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: block.level, sentences: take(block.prose, 's') };
    case 'paragraph':
    case 'quotation': {
      const sentences = take(block.prose, 's');
      const plain = plainOf(block).flatMap((prose) => take(prose, 'p'));
      return { type: block.type, sentences, ...(plain.length > 0 && { plain }) };
    }
    case 'list': {
      const items = block.items.map((item) => ({ sentences: item.flatMap((prose) => take(prose, 's')) }));
      const plain = plainOf(block).flatMap((prose) => take(prose, 'p'));
      return { type: 'list', ordered: block.ordered, items, ...(plain.length > 0 && { plain }) };
    }
    case 'figure':
      return {
        type: 'figure',
        image: (block.picture === null ? null : pictures.get(block.picture)) ?? null,
        alt: block.alt,
        sentences: block.caption === null ? [] : take(block.caption, 's'),
      };
  }
}

function proseOf(block: ImportedBlock): readonly Prose[] {
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'figure') return block.caption === null ? [] : [block.caption];
  return [block.prose];
}

function plainOf(block: ImportedBlock): readonly Prose[] {
  return 'plain' in block ? (block.plain ?? []) : [];
}

function plainSentences(block: DraftBlock): readonly DraftSentence[] {
  return 'plain' in block ? (block.plain ?? []) : [];
}

function cutProse(prose: Prose): Cut[] {
  return cutAroundMarks(prose).map(([from, to]) => ({
    text: prose.text.slice(from, to),
    words: wordsBetween(prose, from, to),
  }));
}

/** Marked words as they are marked, with the emphasis of their stretch; what lies between is cut by the engine. */
function wordsBetween(prose: Prose, from: number, to: number): DraftWord[] {
  const marks = prose.marks.filter(({ start, end }) => start >= from && end <= to);
  const stressed = (start: number, end: number): boolean =>
    prose.emphasis.some((each) => each.start <= start && end <= each.end);
  const edges = prose.emphasis.flatMap(({ start, end }) => [start, end]);
  const words: DraftWord[] = [];
  let at = from;
  const fill = (until: number): void => {
    const borders = [...new Set([at, ...edges.filter((edge) => edge > at && edge < until), until])].sort(
      (a, b) => a - b,
    );
    for (const [index, start] of borders.entries()) {
      const end = borders[index + 1] ?? start;
      for (const word of rawWords(prose.text.slice(start, end)))
        words.push({ ...word, ...(stressed(start, end) && { emphasis: true as const }) });
    }
    at = until;
  };
  for (const mark of marks) {
    fill(mark.start);
    words.push({
      text: prose.text.slice(mark.start, mark.end),
      ...(mark.pinyin !== undefined && { pinyin: mark.pinyin }),
      ...(mark.term !== undefined && { term: mark.term }),
      ...(stressed(mark.start, mark.end) && { emphasis: true as const }),
    });
    at = mark.end;
  }
  fill(to);
  return words;
}

function withIds(
  cuts: readonly Cut[],
  before: readonly DraftSentence[],
  prefix: 's' | 'p',
  newId: NewId,
): DraftSentence[] {
  const same = alignLong(
    before.map((sentence) => textOfDraft(sentence).trim()),
    cuts.map(({ text }) => text.trim()),
  );
  return cuts.map(({ text, words }, index) => {
    const old = before[same[index] ?? -1];
    const id: SentenceId = old?.id ?? newId(prefix);
    const hasReadings = words.some((word) => word.pinyin !== undefined || word.term !== undefined);
    if (old === undefined || hasReadings) return { id, words: [...words] };
    return { id, words: textOfDraft(old) === text ? old.words : reuseWords(old, text) };
  });
}

/** The words at both ends that did not change, with what was settled about them. */
function reuseWords(old: DraftSentence, text: string): DraftWord[] {
  const change = changeBetween(textOfDraft(old), text);
  const front: DraftWord[] = [];
  const back: DraftWord[] = [];
  let at = 0;
  for (const word of old.words) {
    const end = at + word.text.length;
    if (end <= change.before) front.push(word);
    else if (at >= change.oldLength - change.after) back.push(word);
    at = end;
  }
  const length = (words: readonly DraftWord[]): number =>
    words.reduce((sum, word) => sum + word.text.length, 0);
  return [...front, ...rawWords(text.slice(length(front), text.length - length(back))), ...back];
}

/** Above this many comparisons only equal texts are looked for; a whole book is not a new version of a page. */
const MOST_COMPARISONS = 4_000_000;

function alignLong(before: readonly string[], after: readonly string[]): (number | null)[] {
  if (before.length * after.length <= MOST_COMPARISONS) return alignTexts(before, after);
  const places = new Map<string, number[]>();
  before.forEach((text, index) => places.set(text, [...(places.get(text) ?? []), index]));
  return after.map((text) => places.get(text)?.shift() ?? null);
}
