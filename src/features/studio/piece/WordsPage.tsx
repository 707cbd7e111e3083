import { StepPage } from '../shared/StepPage.tsx';

interface WordsPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function WordsPage({ issue, piece }: WordsPageProps) {
  return (
    <StepPage step="words" issue={issue} piece={piece}>
      {() => null}
    </StepPage>
  );
}
