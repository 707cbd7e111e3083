import { examinationOf } from '../../../authoring/draft/examination.ts';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import { LOOKS } from '../shared/examined-looks.ts';
import css from './CheckStep.module.css';
import type { Examining } from './use-examination.ts';

interface ExaminationLineProps {
  readonly examining: Examining;
  readonly issue: DraftIssue;
  readonly piece: DraftPiece;
  /** What comes of it can be kept. */
  readonly canWrite: boolean;
  readonly onStart: () => void;
}

/** How far the examination of the real preview is, and what came of the last one. */
export function ExaminationLine({ examining, issue, piece, canWrite, onStart }: ExaminationLineProps) {
  const t = useT('studio-checks');
  if (examining.state === 'running') {
    const { done } = examining;
    const text = t('preview.running', { number: Math.min(done + 1, LOOKS.length), total: LOOKS.length });
    return (
      <div class={`${css.examination} no-print`}>
        <StateLine kind="wait">{text}</StateLine>
        <Progress label={t('preview.progress')} text={text} value={done} max={LOOKS.length} />
      </div>
    );
  }
  const { state, broken } = examinationOf(issue, piece);
  const at = dayAndTime(issue.examined?.[piece.id]?.atMs ?? 0);
  return (
    <div class={`${css.examination} no-print`}>
      {examining.state === 'failed' && <StateLine kind="wait">{t('preview.failed')}</StateLine>}
      {state === 'none' && examining.state === 'idle' && (
        <StateLine kind="wait">{t('preview.none')}</StateLine>
      )}
      {state === 'outdated' && <StateLine kind="wait">{t('preview.stale', { at })}</StateLine>}
      {state === 'current' && (
        <StateLine kind="ok">
          {broken.length === 0
            ? t('preview.clear', { at })
            : t('preview.found', { count: broken.length, at })}
        </StateLine>
      )}
      {canWrite && (
        <Button icon="refresh" onClick={onStart}>
          {t(state === 'none' ? 'preview.start' : 'preview.again')}
        </Button>
      )}
    </div>
  );
}
