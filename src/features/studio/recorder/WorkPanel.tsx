import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import type { WorkBench } from './work.ts';
import css from './SignStep.module.css';

interface WorkPanelProps {
  readonly bench: WorkBench;
  readonly track: string;
  readonly isAudio: boolean;
}

/** What is being done to a track's files, and how it ended. */
export function WorkPanel({ bench, track, isAudio }: WorkPanelProps) {
  const t = useT('studio-sign');
  const work = bench.now.value;
  if (work.state === 'idle' || work.track !== track) return null;
  if (work.state === 'running') {
    const percent = formatNumber(Math.floor(work.fraction * 100));
    const words = t(work.kind === 'finish' && isAudio ? 'work.finishAudio' : `work.${work.kind}`);
    return (
      <div class={css.work}>
        <p aria-live="polite">{words}</p>
        <Progress label={words} text={t('work.amount', { percent })} value={work.fraction} max={1} />
        <p class={css.note}>
          {t('work.amount', { percent })} · {t('work.keepOpen')}
        </p>
        <Button icon="close" onClick={() => bench.cancel()}>
          {t('work.cancel')}
        </Button>
      </div>
    );
  }
  if (work.state === 'cancelled') return <StateLine kind="plain">{t('work.cancelled')}</StateLine>;
  if (work.state === 'done') {
    return (
      <div role="status" class={css.work}>
        <StateLine kind="ok">{t('work.done')}</StateLine>
        {work.finished && (
          <ProblemList
            problems={work.finished.findings.filter(({ action }) => action !== 'repair')}
            kind="wait"
          />
        )}
        {work.finished?.cannotEncode === true && !isAudio && (
          <StateLine kind="wait">{t('work.cannotEncode')}</StateLine>
        )}
      </div>
    );
  }
  return (
    <div role="alert" class={css.work}>
      <StateLine kind="stop">{t(work.reason === 'media' ? 'work.failed' : `work.${work.reason}`)}</StateLine>
      <ProblemList problems={work.codes} kind="stop" />
      {work.cannotEncode && <StateLine kind="wait">{t('work.cannotEncode')}</StateLine>}
      {work.retry && (
        <Button icon="refresh" onClick={work.retry}>
          {t('work.retry')}
        </Button>
      )}
    </div>
  );
}
