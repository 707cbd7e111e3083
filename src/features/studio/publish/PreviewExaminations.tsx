import { examinationOf } from '../../../authoring/draft/examination.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import css from './PublishPage.module.css';
import { useExamineAll } from './use-examine-all.ts';

interface PreviewExaminationsProps {
  readonly desk: MonthDesk;
  readonly club: Club;
}

/** Which pieces were examined in the preview as they are now; the others are examined here, all at once. */
export function PreviewExaminations({ desk, club }: PreviewExaminationsProps) {
  const t = useT('studio-queue');
  const { examining, start, stop } = useExamineAll(desk, club);
  const { month } = desk;
  const issue = month.issue.value;
  const pieces = month.pieces.value.map((piece) => ({ piece, ...examinationOf(issue, piece) }));
  const due = pieces.filter(({ state }) => state !== 'current').length;
  if (pieces.length === 0) return null;
  return (
    <section class={css.section} aria-labelledby="publish-preview">
      <h2 id="publish-preview">{t('out.preview.title')}</h2>
      <p>{t('out.preview.note')}</p>
      <ul class={css.pieces}>
        {pieces.map(({ piece: { id, title }, state, broken }) => (
          <li key={id}>
            <b>{title.trim() === '' ? t('untitled') : title}</b>
            <StateLine kind={state === 'current' && broken.length === 0 ? 'ok' : 'wait'}>
              {state === 'current'
                ? t(broken.length === 0 ? 'out.preview.clear' : 'out.preview.found', {
                    at: dayAndTime(issue.examined?.[id]?.atMs ?? 0),
                    count: broken.length,
                  })
                : t(`out.preview.${state}`)}
            </StateLine>
          </li>
        ))}
      </ul>
      {examining.state === 'running' ? (
        <>
          <Progress
            label={t('out.preview.running')}
            text={t('out.preview.progress', examining)}
            value={examining.done}
            max={examining.total}
          />
          <div class={css.buttons}>
            <Button icon="close" onClick={stop}>
              {t('out.preview.stop')}
            </Button>
          </div>
        </>
      ) : (
        due > 0 && (
          <Button
            kind="main"
            icon="check"
            onClick={() => void start()}
            {...(!desk.canWrite.value && { blocked: t('out.preview.readOnly') })}
          >
            {t('out.preview.all', { count: due })}
          </Button>
        )
      )}
      <div aria-live="polite">
        {examining.state === 'failed' && <StateLine kind="stop">{t('out.preview.failed')}</StateLine>}
      </div>
    </section>
  );
}
