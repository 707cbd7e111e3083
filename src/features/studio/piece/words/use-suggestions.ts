/** Hard words of the piece, once the dictionary is there; null while they are looked for. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Commonness } from '../../../../authoring/term-suggestions/commonness.ts';
import { suggestTerms, type TermSuggestion } from '../../../../authoring/term-suggestions/suggest.ts';
import type { Desk } from '../../shared/desk.ts';
import { cardsAtHand } from './term-actions.ts';
import type { WordTools } from './word-tools.ts';

export function useSuggestions(
  desk: Desk,
  tools: WordTools | null,
  met: ReadonlyMap<string, number>,
): readonly TermSuggestion[] | null {
  const [commonness, setCommonness] = useState<Commonness | null>(null);
  useEffect(() => {
    if (tools === null) return;
    // It counts through the whole dictionary: first let the text be drawn.
    const timer = setTimeout(() => setCommonness(tools.commonness()), 50);
    return () => clearTimeout(timer);
  }, [tools]);
  const piece = desk.piece.value;
  const month = desk.issue.value.terms;
  const club = desk.words.terms.value;
  return useMemo(
    () =>
      commonness &&
      suggestTerms(piece, {
        commonness,
        cards: cardsAtHand(month, club),
        declined: new Set(piece.declinedTerms ?? []),
        met,
      }),
    [commonness, piece, month, club, met],
  );
}
