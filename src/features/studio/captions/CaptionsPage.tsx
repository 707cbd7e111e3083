import { StepPage } from '../shared/StepPage.tsx';

interface CaptionsPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function CaptionsPage({ issue, piece }: CaptionsPageProps) {
  return (
    <StepPage step="captions" issue={issue} piece={piece}>
      {() => null}
    </StepPage>
  );
}
