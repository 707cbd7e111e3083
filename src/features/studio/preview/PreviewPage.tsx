import { StepPage } from '../shared/StepPage.tsx';
import { PreviewStep } from './PreviewStep.tsx';

interface PreviewPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function PreviewPage({ issue, piece }: PreviewPageProps) {
  return (
    <StepPage step="preview" issue={issue} piece={piece}>
      {(desk, month) => <PreviewStep key={piece} desk={desk} pieces={month.pieces} />}
    </StepPage>
  );
}
