import { StepPage } from '../shared/StepPage.tsx';

interface SignPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function SignPage({ issue, piece }: SignPageProps) {
  return (
    <StepPage step="sign" issue={issue} piece={piece}>
      {() => null}
    </StepPage>
  );
}
