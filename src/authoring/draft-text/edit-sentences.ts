/**
 * Typing in a block: its text as it was and as it is now become sentences again. Borders follow the stops that came or went with the
 * change; what a person split or merged by hand elsewhere stays so. Ids and words survive wherever the text does.
 *
 * `lines` are what stands on lines of its own in the editor: one for a paragraph, one an item for a list.
 */
import { splitSentences } from '../../core/reading/sentences.ts';
import { textOfDraft, type DraftSentence, type DraftWord } from '../draft/model.ts';
import type { NewId } from './new-id.ts';
import { rawWords } from './raw-words.ts';
import { continueIds, type KnownSpan, type Span } from './sentence-ids.ts';
import { changeBetween, moved, type TextChange } from './text-change.ts';

export type Lines = readonly (readonly DraftSentence[])[];

export interface Edit {
  readonly newId: NewId;
  readonly prefix: 's' | 'p';
  /** As the block was when this bout of typing began: what it is compared with first, so that ids do not drift. */
  readonly baseline?: Lines | undefined;
  /** One wording put in place of another (find and replace): whatever is left of it, the sentence is the same one. */
  readonly isInPlace?: boolean | undefined;
}

export function textOfLines(lines: Lines): string {
  return lines.map((line) => line.map(textOfDraft).join('')).join('\n');
}

export function editLines(lines: Lines, text: string, edit: Edit): DraftSentence[][] {
  const old = textOfLines(lines);
  if (old === text) return lines.map((line) => [...line]);
  const change = changeBetween(old, text);
  const known = spansOf(lines);
  const fresh = spansBetween(text, bordersAfter(old, lines, text, change));
  const ids = idsFor(fresh, text, old, known, edit);
  const spare = new Map(lines.flat().map((sentence) => [sentence.id, sentence]));
  const words = wordsAfter(lines, text, change, fresh);
  const sentences = fresh.map((span, index) => {
    const id = ids[index] ?? edit.newId(edit.prefix);
    const before = spare.get(id);
    const isSame = before !== undefined && textOfDraft(before) === text.slice(span.start, span.end);
    return { span, sentence: isSame ? before : { id, words: words[index] ?? [] } };
  });
  let at = 0;
  return text.split('\n').map((line) => {
    const end = at + line.length;
    const own = sentences.filter(({ span }) => span.start >= at && span.end <= end);
    at = end + 1;
    return own.map(({ sentence }) => sentence);
  });
}

function spansOf(lines: Lines): KnownSpan[] {
  const spans: KnownSpan[] = [];
  let at = 0;
  for (const line of lines) {
    for (const sentence of line) {
      const start = at;
      at += textOfDraft(sentence).length;
      spans.push({ id: sentence.id, start, end: at });
    }
    at += 1;
  }
  return spans;
}

/** Ends of sentences that another one follows on the same line: the end of a line is no border somebody drew. */
function innerEnds(lines: Lines): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const line of lines) {
    for (const [index, sentence] of line.entries()) {
      at += textOfDraft(sentence).length;
      if (index < line.length - 1) ends.push(at);
    }
    at += 1;
  }
  return ends;
}

/** Where splitting by itself would cut, within each line. */
function automaticBorders(text: string): Set<number> {
  const borders = new Set<number>();
  let at = 0;
  for (const line of text.split('\n')) {
    let end = at;
    for (const sentence of splitSentences(line)) {
      end += sentence.length;
      if (end < at + line.length) borders.add(end);
    }
    at += line.length + 1;
  }
  return borders;
}

/** Closing marks and space typed between two sentences belong to the first. */
const CLOSES = /^[\s，。！？；：、…—”’」』）》】!?,.;:)\]]+$/u;

function bordersAfter(old: string, lines: Lines, text: string, change: TextChange): ReadonlySet<number> {
  const typed = text.slice(change.before, change.newLength - change.after);
  const isInsertion = change.before + change.after === change.oldLength;
  const move = (index: number): number | null =>
    isInsertion && index === change.before && CLOSES.test(typed)
      ? index + typed.length
      : moved(change, index);
  const moveAll = (indices: Iterable<number>): Set<number> =>
    new Set([...indices].flatMap((index) => move(index) ?? []));
  const before = moveAll(automaticBorders(old));
  const now = automaticBorders(text);
  const borders = moveAll(innerEnds(lines));
  for (const border of now) if (!before.has(border)) borders.add(border);
  for (const border of before) if (!now.has(border)) borders.delete(border);
  return borders;
}

function spansBetween(text: string, borders: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const lineEnd = at + line.length;
    const inner = [...borders].filter((border) => border > at && border < lineEnd).sort((a, b) => a - b);
    let start = at;
    for (const end of [...inner, lineEnd]) {
      if (text.slice(start, end).trim() === '') continue;
      spans.push({ start, end });
      start = end;
    }
    // Space at a line's end belongs to its last sentence.
    const last = spans.at(-1);
    if (last !== undefined && start < lineEnd && last.start >= at)
      spans[spans.length - 1] = { start: last.start, end: lineEnd };
    at = lineEnd + 1;
  }
  return spans;
}

function idsFor(
  fresh: readonly Span[],
  text: string,
  old: string,
  known: readonly KnownSpan[],
  { baseline, isInPlace }: Edit,
): (KnownSpan['id'] | null)[] {
  const ids =
    baseline === undefined
      ? fresh.map(() => null)
      : continueIds(textOfLines(baseline), spansOf(baseline), text, fresh);
  const used = new Set(ids);
  const open = fresh.flatMap((span, index) => (ids[index] === null ? [{ span, index }] : []));
  const more = continueIds(
    old,
    known.filter(({ id }) => !used.has(id)),
    text,
    open.map(({ span }) => span),
    isInPlace,
  );
  open.forEach(({ index }, place) => {
    ids[index] = more[place] ?? null;
  });
  return ids;
}

/** The words that stand outside the change, where they stand now; what lies between them is cut anew. */
function wordsAfter(lines: Lines, text: string, change: TextChange, spans: readonly Span[]): DraftWord[][] {
  const shift = change.newLength - change.oldLength;
  const tail = change.oldLength - change.after;
  const kept: (Span & { readonly word: DraftWord })[] = [];
  let isStressed = false;
  let at = 0;
  for (const line of lines) {
    for (const { words } of line) {
      for (const word of words) {
        const end = at + word.text.length;
        if (end <= change.before) kept.push({ start: at, end, word });
        else if (at >= tail) kept.push({ start: at + shift, end: end + shift, word });
        else isStressed ||= word.emphasis === true;
        at = end;
      }
    }
    at += 1;
  }
  let next = 0;
  const raw = (from: number, to: number): DraftWord[] =>
    rawWords(text.slice(from, to)).map((word) => (isStressed ? { ...word, emphasis: true as const } : word));
  return spans.map(({ start, end }) => {
    const words: DraftWord[] = [];
    let from = start;
    while (next < kept.length && (kept[next]?.start ?? 0) < start) next += 1;
    for (; next < kept.length; next += 1) {
      const each = kept[next];
      if (each === undefined || each.end > end) break;
      words.push(...raw(from, each.start), each.word);
      from = each.end;
    }
    return [...words, ...raw(from, end)];
  });
}
