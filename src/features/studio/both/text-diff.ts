/** Two texts side by side: lines that are the same, and in the others the characters that are not. */
export interface Segment {
  readonly text: string;
  /** Not in the other. */
  readonly isOwn: boolean;
}
export type Line = readonly Segment[];

export interface SideBySide {
  readonly mine: readonly Line[];
  readonly theirs: readonly Line[];
}

/** Beyond this, comparing every character with every other would be felt; then the whole line counts as different. */
const MOST_CHARACTERS = 1200;

export function diffLines(mine: readonly string[], theirs: readonly string[]): SideBySide {
  const result: { mine: Line[]; theirs: Line[] } = { mine: [], theirs: [] };
  const flush = (ours: readonly string[], others: readonly string[]): void => {
    for (let i = 0; i < Math.max(ours.length, others.length); i++) {
      const [a, b] = [ours[i], others[i]];
      const { mine: left, theirs: right } = diffLine(a ?? '', b ?? '');
      if (a !== undefined) result.mine.push(left);
      if (b !== undefined) result.theirs.push(right);
    }
  };
  let [fromMine, fromTheirs] = [0, 0];
  for (const [i, j] of commonPlaces(mine, theirs)) {
    flush(mine.slice(fromMine, i), theirs.slice(fromTheirs, j));
    const same = [{ text: mine[i] ?? '', isOwn: false }];
    result.mine.push(same);
    result.theirs.push(same);
    [fromMine, fromTheirs] = [i + 1, j + 1];
  }
  flush(mine.slice(fromMine), theirs.slice(fromTheirs));
  return result;
}

function diffLine(mine: string, theirs: string): { readonly mine: Line; readonly theirs: Line } {
  const [ours, others] = [[...mine], [...theirs]];
  const places =
    ours.length > MOST_CHARACTERS || others.length > MOST_CHARACTERS ? [] : commonPlaces(ours, others);
  return {
    mine: segments(ours, new Set(places.map(([i]) => i))),
    theirs: segments(others, new Set(places.map(([, j]) => j))),
  };
}

function segments(characters: readonly string[], common: ReadonlySet<number>): Line {
  const line: { text: string; isOwn: boolean }[] = [];
  characters.forEach((character, index) => {
    const isOwn = !common.has(index);
    const last = line.at(-1);
    if (last?.isOwn === isOwn) last.text += character;
    else line.push({ text: character, isOwn });
  });
  return line;
}

/** Places of the longest common subsequence. */
function commonPlaces(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const places: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}
