/** Blocks on their way seen as text. */
import type { UnsettledBlock } from '../imported/headings.ts';
import type { Prose } from '../prose.ts';

export function proseOf(block: UnsettledBlock): readonly Prose[] {
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'figure') return block.caption === null ? [] : [block.caption];
  return [block.prose];
}

/** Several paragraphs as one run of text. */
export function joinProse(parts: readonly Prose[], between: string): Prose | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  return rest.reduce<Prose>((whole, part) => {
    const shift = whole.text.length + between.length;
    const move = <T extends { start: number; end: number }>(spans: readonly T[]): T[] =>
      spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift }));
    return {
      text: whole.text + between + part.text,
      marks: [...whole.marks, ...move(part.marks)],
      emphasis: [...whole.emphasis, ...move(part.emphasis)],
    };
  }, first);
}
