/** The six levels of other people's documents into a title and the model's two, none skipped. */
import type { ImportedBlock } from './document.ts';

type Heading = Extract<ImportedBlock, { type: 'heading' }>;
/** A block whose heading still has the level of its source, 1 to 6. */
export type UnsettledBlock =
  Exclude<ImportedBlock, { type: 'heading' }> | (Omit<Heading, 'level'> & { readonly level: number });

/** The title is a first-level heading at the very start, the only one of its kind. */
export function settleHeadings(blocks: readonly UnsettledBlock[]): {
  readonly title: string | null;
  readonly blocks: readonly ImportedBlock[];
} {
  const [first, ...rest] = blocks;
  const levels = (list: readonly UnsettledBlock[]): number[] =>
    list.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const hasTitle = first?.type === 'heading' && first.level === 1 && levels(rest).every((level) => level > 1);
  const body = hasTitle ? rest : blocks;
  const top = Math.min(...levels(body));
  let seen = false;
  return {
    title: hasTitle ? first.prose.text : null,
    blocks: body.map((block): ImportedBlock => {
      if (block.type !== 'heading') return block;
      const level = block.level === top || !seen ? 2 : 3;
      seen = true;
      return { ...block, level };
    }),
  };
}
