import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import css from './CheckStep.module.css';
import { LOOKS } from './looks.ts';
import type { Examination } from './use-examination.ts';

interface ExaminationLineProps {
  readonly examination: Examination;
  /** The piece was changed since. */
  readonly isStale: boolean;
  readonly onStart: () => void;
}

/** How far the examination of the real preview is, and what came of it. */
export function ExaminationLine({ examination, isStale, onStart }: ExaminationLineProps) {
  const t = useT('studio-checks');
  const { state } = examination;
  if (state === 'waiting' || state === 'running') {
    const done = state === 'running' ? examination.done : 0;
    const text = t('preview.running', { number: Math.min(done + 1, LOOKS.length), total: LOOKS.length });
    return (
      <div class={`${css.examination} no-print`}>
        <StateLine kind="wait">{text}</StateLine>
        <Progress label={t('preview.progress')} text={text} value={done} max={LOOKS.length} />
      </div>
    );
  }
  return (
    <div class={`${css.examination} no-print`}>
      {state === 'failed' && <StateLine kind="wait">{t('preview.failed')}</StateLine>}
      {state === 'done' && isStale && <StateLine kind="wait">{t('preview.stale')}</StateLine>}
      {state === 'done' && !isStale && (
        <StateLine kind="ok">
          {examination.findings.length === 0
            ? t('preview.clear')
            : t('preview.found', { count: examination.findings.length })}
        </StateLine>
      )}
      <Button icon="refresh" onClick={onStart}>
        {t('preview.again')}
      </Button>
    </div>
  );
}
