import { StepPage } from '../shared/StepPage.tsx';
import { SignStep } from './SignStep.tsx';

interface SignPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function SignPage({ issue, piece }: SignPageProps) {
  return (
    <StepPage step="sign" issue={issue} piece={piece}>
      {(desk) => <SignStep desk={desk} />}
    </StepPage>
  );
}
