import { StepPage } from '../shared/StepPage.tsx';

interface PreviewPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function PreviewPage({ issue, piece }: PreviewPageProps) {
  return (
    <StepPage step="preview" issue={issue} piece={piece}>
      {() => null}
    </StepPage>
  );
}
