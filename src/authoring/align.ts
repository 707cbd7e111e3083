/** Which sentence of an old text each sentence of a new one is: by equal text first, then by likeness in place. */

/** An edited sentence must share this much with its old self… */
const LIKE = 0.5;
/** …less when it stands alone between the same two neighbours as before, where it can hardly be anything else. */
const LIKE_ALONE = 0.3;

/** For each new text the index of the old text it continues, or null. No old index is used twice. */
export function alignTexts(before: readonly string[], after: readonly string[]): (number | null)[] {
  const found: (number | null)[] = after.map(() => null);
  const anchors = longestCommon(before, after);
  for (const [old, fresh] of anchors) found[fresh] = old;
  matchMoved(before, after, found);
  let oldFrom = 0;
  let freshFrom = 0;
  for (const [old, fresh] of [...anchors, [before.length, after.length] as const]) {
    matchEdited({ before, after, found, oldFrom, oldTo: old, freshFrom, freshTo: fresh });
    oldFrom = old + 1;
    freshFrom = fresh + 1;
  }
  return found;
}

type Table = number[][];

function zeros(rows: number, columns: number): Table {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
}

/** Pairs `[old, new]` of equal texts that keep their order, as many as possible. */
function longestCommon(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const score = zeros(before.length + 1, after.length + 1);
  const at = (row: number, column: number): number => score[row]?.[column] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = score[i] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A sentence that only moved is still itself. */
function matchMoved(before: readonly string[], after: readonly string[], found: (number | null)[]): void {
  const used = new Set(found);
  const left = new Map<string, number[]>();
  before.forEach((text, index) => {
    if (!used.has(index)) left.set(text, [...(left.get(text) ?? []), index]);
  });
  after.forEach((text, index) => {
    if (found[index] === null) found[index] = left.get(text)?.shift() ?? null;
  });
}

interface Gap {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly found: (number | null)[];
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly freshFrom: number;
  readonly freshTo: number;
}

/** Between two unchanged neighbours: the pairing in order with the greatest likeness in all. */
function matchEdited(gap: Gap): void {
  const used = new Set(gap.found);
  const old = range(gap.oldFrom, gap.oldTo).filter((index) => !used.has(index));
  const fresh = range(gap.freshFrom, gap.freshTo).filter((index) => gap.found[index] === null);
  if (old.length === 0 || fresh.length === 0) return;
  const enough = old.length === 1 && fresh.length === 1 ? LIKE_ALONE : LIKE;
  const likeness = old.map((i) => fresh.map((j) => likenessOf(gap.before[i] ?? '', gap.after[j] ?? '')));
  const like = (i: number, j: number): number => {
    const value = likeness[i]?.[j] ?? 0;
    return value >= enough ? value : 0;
  };
  const best = zeros(old.length + 1, fresh.length + 1);
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = best[i] ?? [];
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), like(i, j) === 0 ? 0 : like(i, j) + at(i + 1, j + 1));
    }
  }
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (like(i, j) > 0 && at(i, j) === like(i, j) + at(i + 1, j + 1)) {
      gap.found[fresh[j] ?? 0] = old[i] ?? null;
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** 0…1: how many characters and pairs of neighbouring characters two texts share (Dice), punctuation set aside. */
function likenessOf(a: string, b: string): number {
  const left = pieces(a);
  const right = pieces(b);
  let shared = 0;
  for (const [piece, times] of left) shared += Math.min(times, right.get(piece) ?? 0);
  const total = sum(left) + sum(right);
  return total === 0 ? 0 : (2 * shared) / total;
}

function pieces(text: string): Map<string, number> {
  const letters = [...text].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const counts = new Map<string, number>();
  const add = (piece: string): void => void counts.set(piece, (counts.get(piece) ?? 0) + 1);
  letters.forEach((letter, index) => {
    add(letter);
    const next = letters[index + 1];
    if (next !== undefined) add(letter + next);
  });
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, times) => total + times, 0);
}
