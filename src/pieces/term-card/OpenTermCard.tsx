import type { PieceProps } from '../piece-props.ts';
import type { TermState } from '../reading/use-open-term.ts';
import { TermCard } from './TermCard.tsx';

interface OpenTermCardProps extends Pick<PieceProps, 'urlOf' | 'wordMarks' | 'onWord'> {
  readonly terms: TermState;
}

/** The card of the word that was tapped; nothing while none is. */
export function OpenTermCard({ terms, urlOf, wordMarks, onWord }: OpenTermCardProps) {
  if (!terms.open) return null;
  const { term, from } = terms.open;
  return (
    <TermCard
      key={term.id}
      term={term}
      urlOf={urlOf}
      mark={wordMarks.get(term.id) ?? null}
      onMark={onWord && ((mark) => onWord(term.id, mark))}
      from={from}
      onClose={terms.close}
    />
  );
}
