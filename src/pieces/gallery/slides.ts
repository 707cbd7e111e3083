/** A gallery as its pictures: each with its caption and what is said before the next one. */
import { sentencesOfBlock } from '../../core/reading/model.ts';
import type { Block, Reading, SentenceId } from '../../core/reading/model.ts';

export type Figure = Extract<Block, { type: 'figure' }>;

export interface Slide {
  readonly figure: Figure;
  /** The caption as a paragraph, then the text that follows; before the first picture, the opening words come first. */
  readonly blocks: readonly Block[];
  readonly sentences: readonly SentenceId[];
}

export function slidesOf(reading: Reading): readonly Slide[] {
  const slides: { figure: Figure; blocks: Block[] }[] = [];
  const opening: Block[] = [];
  for (const block of reading.blocks) {
    if (block.type === 'figure') {
      const caption: Block[] =
        block.sentences.length > 0 ? [{ type: 'paragraph', sentences: block.sentences }] : [];
      slides.push({ figure: block, blocks: [...(slides.length === 0 ? opening : []), ...caption] });
    } else (slides.at(-1)?.blocks ?? opening).push(block);
  }
  return slides.map((slide) => ({
    ...slide,
    sentences: slide.blocks.flatMap((block) => sentencesOfBlock(block).map(({ id }) => id)),
  }));
}

/** Which picture a sentence belongs to; the first where none does. */
export function slideOf(slides: readonly Slide[], sentence: SentenceId | null): number {
  if (sentence === null) return 0;
  return Math.max(
    0,
    slides.findIndex((slide) => slide.sentences.includes(sentence)),
  );
}
