import { useLocation } from 'preact-iso';
import { useCallback } from 'preact/hooks';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import type { StepProps } from '../shared/desk.ts';
import { StepPage } from '../shared/StepPage.tsx';
import { UnusedCards } from '../shared/UnusedCards.tsx';
import { loadMetWords } from './words/met-words.ts';
import { WordsStep } from './words/WordsStep.tsx';

interface WordsPageProps {
  readonly issue: string;
  readonly piece: string;
}

/** 词语和拼音: borders, readings and cards of one piece. */
export default function WordsPage({ issue, piece }: WordsPageProps) {
  return (
    <StepPage step="words" issue={issue} piece={piece}>
      {(desk, month) => (
        <>
          <WordsOfClub desk={desk} />
          <UnusedCards desk={desk} pieces={month.pieces} />
        </>
      )}
    </StepPage>
  );
}

/** What the club has read before comes when it comes: the step does not wait for it. */
function WordsOfClub({ desk }: StepProps) {
  const bookcase = useBookcase();
  const { club, month } = desk.issue.value;
  const { result } = useLoad(useCallback(() => loadMetWords(bookcase, club, month), [bookcase, club, month]));
  const { sentence } = useLocation().query;
  return (
    <WordsStep
      desk={desk}
      asked={sentence ?? null}
      {...(result.state === 'ready' && { met: result.value })}
    />
  );
}
