import { progressSteps, type Progress, type StepProgress } from '../../../authoring/draft/progress.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Icon } from '../../../ui/Icon.tsx';
import css from './StepMarks.module.css';

interface StepMarksProps {
  readonly progress: Progress;
}

/** 文字 好了 · 手语 6/8 句 · 检查 2 项待办: each step a word and how far it is. */
export function StepMarks({ progress }: StepMarksProps) {
  const t = useT('studio-queue');
  return (
    <dl class={css.marks}>
      {progressSteps.map((step) => (
        <div key={step}>
          <dt>{t(`step.${step}`)}</dt>
          <dd data-state={progress[step].state}>
            <HowFar progress={progress[step]} isOfPieces={step === 'preview'} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface HowFarProps {
  readonly progress: StepProgress;
  /** Counted in pieces, not in sentences. */
  readonly isOfPieces: boolean;
}

function HowFar({ progress, isOfPieces }: HowFarProps) {
  const t = useT('studio-queue');
  const { state, done, total, open } = progress;
  if (state === 'done') {
    return (
      <>
        <Icon name="check" small />
        {t('progress.done')}
      </>
    );
  }
  if (state === 'partly' && done < total)
    return <>{t(isOfPieces ? 'progress.partlyPieces' : 'progress.partly', { done, total })}</>;
  if (state === 'open' || state === 'partly') return <>{t('progress.open', { count: Math.max(1, open) })}</>;
  return <>{t(`progress.${state === 'not-needed' ? 'notNeeded' : 'notBegun'}`)}</>;
}
