import { StepPage } from '../shared/StepPage.tsx';
import { CaptionsStep } from './CaptionsStep.tsx';

interface CaptionsPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function CaptionsPage({ issue, piece }: CaptionsPageProps) {
  return (
    <StepPage step="captions" issue={issue} piece={piece}>
      {(desk) => <CaptionsStep desk={desk} />}
    </StepPage>
  );
}
