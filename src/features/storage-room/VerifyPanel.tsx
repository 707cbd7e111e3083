import { formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library, VerifyReport } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import { StateLine } from '../../ui/StateLine.tsx';
import type { ListedIssue } from './room-lists.ts';
import { TaskProgress } from './TaskProgress.tsx';
import { verifying } from './tasks.ts';
import css from './StorageRoom.module.css';

interface VerifyPanelProps {
  readonly library: Library;
  /** For their titles. */
  readonly issues: readonly ListedIssue[];
}

/** Every stored byte is read and compared again, on request. */
export function VerifyPanel({ library, issues }: VerifyPanelProps) {
  const t = useT('storage-room');
  const task = verifying.now.value;
  const start = () => void verifying.run('', (progress, signal) => library.verifyAll(progress, signal));
  return (
    <div class={css.stack}>
      {task.state === 'running' && (
        <TaskProgress
          words={t('verify.running')}
          amount={task.amount}
          say={(done, total) => t('verify.amount', { done, total })}
        />
      )}
      <div aria-live="polite">
        {task.state === 'done' && <Report report={task.report} issues={issues} />}
        {task.state === 'stopped' && <StateLine kind="plain">{t('verify.stopped')}</StateLine>}
        {task.state === 'failed' && <StateLine kind="stop">{t('verify.failed')}</StateLine>}
      </div>
      <div class={css.acts}>
        {task.state === 'running' ? (
          <Button icon="close" onClick={verifying.stop}>
            {t('verify.stop')}
          </Button>
        ) : (
          <Button icon="check" onClick={start}>
            {t('verify.start')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ReportProps {
  readonly report: VerifyReport;
  readonly issues: readonly ListedIssue[];
}

function Report({ report, issues }: ReportProps) {
  const t = useT('storage-room');
  const words = useT('library');
  if (report.damaged.length > 0) {
    const titles = report.damaged.map((id) => issues.find((issue) => issue.id === id)?.title ?? id);
    return (
      <StateLine kind="wait" icon="refresh">
        {t('verify.bad', { number: formatNumber(titles.length), titles: titles.join('、') })}
      </StateLine>
    );
  }
  const files = formatNumber(report.checkedFiles);
  return (
    <StateLine kind="ok">{t('verify.good', { files, size: sizeText(words, report.checkedBytes) })}</StateLine>
  );
}
