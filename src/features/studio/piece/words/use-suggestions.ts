/** Hard words of the piece, once the dictionary has said how common its words are; null while they are looked for. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { sentencesWithPlain } from '../../../../authoring/draft-words/places.ts';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { hasHan } from '../../../../authoring/pinyin.ts';
import type { Commonness } from '../../../../authoring/term-suggestions/commonness.ts';
import { suggestTerms, type TermSuggestion } from '../../../../authoring/term-suggestions/suggest.ts';
import type { Desk } from '../../shared/desk.ts';
import { cardsAtHand } from './term-actions.ts';
import type { WordTools } from './word-tools.ts';

interface Ranked {
  readonly piece: DraftPiece;
  readonly words: ReadonlySet<string>;
  readonly commonness: Commonness;
}

export function useSuggestions(
  desk: Desk,
  tools: WordTools | null,
  met: ReadonlyMap<string, number>,
): readonly TermSuggestion[] | null {
  const [ranked, setRanked] = useState<Ranked | null>(null);
  const piece = desk.piece.value;
  useEffect(() => {
    if (tools === null) return;
    let isOld = false;
    const words = wordsOf(piece);
    tools.rank([...words]).then(
      (commonness) => !isOld && setRanked({ piece, words, commonness }),
      // Proposals only; the next change asks again.
      (error: unknown) => console.error(error),
    );
    return () => void (isOld = true);
  }, [tools, piece]);
  const month = desk.issue.value.terms;
  const club = desk.words.terms.value;
  return useMemo(() => {
    if (ranked === null) return null;
    // A word nobody asked about yet would look like one that no dictionary has.
    const isKnown = [...wordsOf(piece)].every((word) => ranked.words.has(word));
    return suggestTerms(isKnown ? piece : ranked.piece, {
      commonness: ranked.commonness,
      cards: cardsAtHand(month, club),
      declined: new Set(piece.declinedTerms ?? []),
      met,
    });
  }, [ranked, piece, month, club, met]);
}

function wordsOf(piece: DraftPiece): Set<string> {
  const texts = sentencesWithPlain(piece).flatMap(({ words }) => words.map(({ text }) => text));
  return new Set(texts.filter(hasHan));
}
