import { StepPage } from '../shared/StepPage.tsx';
import { TextStep } from './text/TextStep.tsx';

interface TextPageProps {
  readonly issue: string;
  readonly piece: string;
}

export default function TextPage({ issue, piece }: TextPageProps) {
  return (
    <StepPage step="text" issue={issue} piece={piece}>
      {(desk) => <TextStep desk={desk} />}
    </StepPage>
  );
}
