import { StepPage } from '../shared/StepPage.tsx';
import { WordsStep } from './words/WordsStep.tsx';

interface WordsPageProps {
  readonly issue: string;
  readonly piece: string;
}

/** 词语和拼音: borders, readings and cards of one piece. */
export default function WordsPage({ issue, piece }: WordsPageProps) {
  return (
    <StepPage step="words" issue={issue} piece={piece}>
      {(desk) => <WordsStep desk={desk} />}
    </StepPage>
  );
}
