import type { ComponentChildren } from 'preact';
import { useT } from '../../../i18n/use-t.ts';
import { DraftProblem } from './DraftProblem.tsx';
import type { Desk, StepName } from './desk.ts';
import type { Month } from './month.ts';
import { StepFrame } from './StepFrame.tsx';
import { useDesk } from './use-desk.ts';
import css from './StepFrame.module.css';

interface StepPageProps {
  readonly step: StepName;
  /** As in the page's address. */
  readonly issue: string;
  readonly piece: string;
  /** The month too, for what is about all of its pieces. */
  readonly children: (desk: Desk, month: Month) => ComponentChildren;
}

/**
 * The page of one step: opens the piece's desk and sets the step into its frame.
 * `<StepPage step="text" issue={issue} piece={piece}>{(desk) => <TextStep desk={desk} />}</StepPage>`
 */
export function StepPage({ step, issue, piece, children }: StepPageProps) {
  const t = useT('common');
  const { result, retry } = useDesk(issue, piece);
  if (result.state === 'loading') {
    return (
      <div class={css.frame}>
        <h1 class={css.waiting}>{t('loading')}</h1>
      </div>
    );
  }
  if (result.state === 'failed') {
    return (
      <div class={css.frame}>
        <DraftProblem error={result.error} onRetry={retry} />
      </div>
    );
  }
  const { desk, month } = result.value;
  return (
    <StepFrame step={step} desk={desk} month={month}>
      {children(desk, month)}
    </StepFrame>
  );
}
