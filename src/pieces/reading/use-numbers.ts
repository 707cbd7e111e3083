import { useMemo } from 'preact/hooks';
import { sentencesOf, type Reading, type SentenceId } from '../../core/reading/model.ts';

export interface Numbers {
  /** Every sentence in order, plain versions not counted. */
  readonly sentences: readonly SentenceId[];
  /** From 1; 0 for what is no sentence of the piece. */
  readonly numberOf: (sentence: string) => number;
}

export function useNumbers(reading: Reading): Numbers {
  return useMemo(() => {
    const sentences = sentencesOf(reading).map(({ id }) => id);
    const order = new Map<string, number>(sentences.map((id, index) => [id, index + 1]));
    return { sentences, numberOf: (sentence) => order.get(sentence) ?? 0 };
  }, [reading]);
}
