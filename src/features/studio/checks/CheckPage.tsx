import { StepPage } from '../shared/StepPage.tsx';

interface CheckPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function CheckPage({ issue, piece }: CheckPageProps) {
  return (
    <StepPage step="check" issue={issue} piece={piece}>
      {() => null}
    </StepPage>
  );
}
