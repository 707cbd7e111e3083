/**
 * Captions broken again for the size the reader chose (16, 12 or 8 characters a line): at the ends of phrases, never in
 * a word, in pages of two lines. Nothing an author wrote is left out.
 */
import { atomsOf, segmentWords, type Atom, type Segment } from './phrases.ts';
import { widthOf } from './width.ts';

export interface BreakOptions {
  /** Full-width characters a line; half-width ones count half. */
  readonly charactersPerLine: number;
  /** Default 2. */
  readonly maxLines?: number;
  /** Default: `Intl.Segmenter`. */
  readonly segment?: Segment;
}

const cost = { line: 6, page: 12, slack: 3 };

interface Step {
  readonly cost: number;
  /** Where the line that ends here began, and its line number on its page. */
  readonly from: number;
  readonly fromLine: number;
  readonly endsPage: boolean;
}

/** Pages of lines. Spaces at line ends are dropped; every other character is kept in order. */
export function breakCaption(text: string, options: BreakOptions): string[][] {
  const { charactersPerLine, maxLines = 2, segment = segmentWords } = options;
  const authored = linesAsAuthored(text, charactersPerLine, maxLines);
  if (authored) return [authored];
  const atoms = atomsOf(text, charactersPerLine, segment);
  return pagesOf(atoms, bestSteps(atoms, charactersPerLine, maxLines), maxLines);
}

/** The author's own lines, where all of them fit and one line would not do: nobody chose better. */
function linesAsAuthored(text: string, charactersPerLine: number, maxLines: number): string[] | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const widths = lines.map(widthOf);
  const needsAll = widths.reduce((sum, width) => sum + width, 0) > charactersPerLine;
  return needsAll && lines.length <= maxLines && Math.max(...widths) <= charactersPerLine ? lines : null;
}

/** `steps[i][k]`: the cheapest way to have set the first `i` atoms with the next line being the `k`th of its page. */
function bestSteps(
  atoms: readonly Atom[],
  charactersPerLine: number,
  maxLines: number,
): (Step | undefined)[][] {
  const steps: (Step | undefined)[][] = Array.from({ length: atoms.length + 1 }, () => []);
  const offer = (at: number, line: number, step: Step): void => {
    const row = steps[at];
    if (row && step.cost < (row[line]?.cost ?? Infinity)) row[line] = step;
  };
  offer(0, 0, { cost: 0, from: 0, fromLine: 0, endsPage: false });

  for (let from = 0; from < atoms.length; from += 1) {
    for (const { end, width } of linesFrom(atoms, from, charactersPerLine)) {
      const isLast = end === atoms.length;
      const penalty = isLast ? 0 : (atoms[end - 1]?.penalty ?? 0);
      const slack = ((charactersPerLine - width) / charactersPerLine) ** 2 * cost.slack;
      for (let line = 0; line < maxLines; line += 1) {
        const before = steps[from]?.[line];
        if (!before) continue;
        const here = before.cost + cost.line + slack + penalty;
        if (!isLast && line + 1 < maxLines)
          offer(end, line + 1, { cost: here, from, fromLine: line, endsPage: false });
        // A page is a pause, so a bad break between pages hurts twice.
        offer(end, 0, { cost: here + cost.page + penalty, from, fromLine: line, endsPage: true });
      }
    }
  }
  return steps;
}

/** Every line that can begin with this atom; at least one, since no atom is wider than a line. */
function* linesFrom(atoms: readonly Atom[], from: number, charactersPerLine: number) {
  let text = '';
  for (let end = from + 1; end <= atoms.length; end += 1) {
    text += atoms[end - 1]?.text ?? '';
    const width = widthOf(text);
    if (width > charactersPerLine && end > from + 1) return;
    yield { end, width: Math.min(width, charactersPerLine) };
    if (atoms[end - 1]?.mustBreak) return;
  }
}

function pagesOf(
  atoms: readonly Atom[],
  steps: readonly (Step | undefined)[][],
  maxLines: number,
): string[][] {
  const pages: string[][] = [];
  let at = atoms.length;
  let line = 0;
  while (at > 0) {
    const step = steps[at]?.[line];
    if (!step) return [atoms.map((atom) => atom.text)].slice(0, maxLines);
    const text = atoms
      .slice(step.from, at)
      .map((atom) => atom.text)
      .join('')
      .trim();
    if (step.endsPage) pages.unshift([text]);
    else pages[0]?.unshift(text);
    at = step.from;
    line = step.fromLine;
  }
  return pages;
}
