import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { sentencesOfBlock } from '../../core/reading/model.ts';
import type { Block, Reading, SentenceId } from '../../core/reading/model.ts';

/** A screen of standard text from the opening sentence on: what is not in sight at once need not be there at once. */
const screenOfWords = 80;
/** For engines that do not say when they are idle. */
const laterMs = 200;

/**
 * The blocks to show: at first up to a screen past the sentence the reader opens at, the rest as soon as that has been
 * painted. A long text costs a slow tablet half a second before its first sentence otherwise.
 */
export function useBlocksInTurn(
  reading: Reading,
  current: ReadonlySignal<SentenceId | null>,
): readonly Block[] {
  const [whole, setWhole] = useState<Reading | null>(null);
  const first = useMemo(() => firstBlocks(reading, current.peek()), [reading, current]);
  useEffect(() => {
    if (first.length < reading.blocks.length) return whenIdle(() => setWhole(reading));
  }, [reading, first]);
  return whole === reading ? reading.blocks : first;
}

export function firstBlocks(reading: Reading, opensAt: SentenceId | null): readonly Block[] {
  let words = 0;
  let isReached = opensAt === null;
  const last = reading.blocks.findIndex((block) => {
    const sentences = sentencesOfBlock(block);
    isReached ||= sentences.some(({ id }) => id === opensAt);
    if (isReached) words += sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
    return words >= screenOfWords;
  });
  return last < 0 ? reading.blocks : reading.blocks.slice(0, last + 1);
}

/** @returns What calls it off. */
function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, laterMs);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: 1000 });
  return () => cancelIdleCallback(request);
}
