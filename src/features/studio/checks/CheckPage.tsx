import { StepPage } from '../shared/StepPage.tsx';
import { CheckStep } from './CheckStep.tsx';

interface CheckPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function CheckPage({ issue, piece }: CheckPageProps) {
  return (
    <StepPage step="check" issue={issue} piece={piece}>
      {(desk, month) => <CheckStep key={piece} desk={desk} pieces={month.pieces} />}
    </StepPage>
  );
}
