import { useState } from 'preact/hooks';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import { Phrases } from '../../ui/Phrases.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { exportMonths } from './export-months.ts';
import { sumBytes, type ListedIssue } from './room-lists.ts';
import { TaskProgress } from './TaskProgress.tsx';
import { exporting, type MadePack } from './tasks.ts';
import css from './StorageRoom.module.css';

interface ExportPanelProps {
  readonly library: Library;
  /** Stored and whole. */
  readonly issues: readonly ListedIssue[];
}

/** This library's months as a file for the next tablet. */
export function ExportPanel({ library, issues }: ExportPanelProps) {
  const t = useT('storage-room');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const task = exporting.now.value;
  const chosen = issues.filter(({ id }) => !left.has(id));
  const isAll = chosen.length === issues.length;
  return (
    <section class={css.card} aria-labelledby="export">
      <h2 class={css.heading} id="export">
        {t('export.title')}
      </h2>
      <p>{t(issues.length === 0 ? 'export.notHere' : 'export.text')}</p>
      {task.state === 'running' && (
        <>
          <TaskProgress
            words={t('export.running')}
            amount={task.amount}
            say={(done, total) => t('export.amount', { done, total })}
          />
          <div class={css.acts}>
            <Button icon="close" onClick={exporting.stop}>
              {t('export.cancel')}
            </Button>
          </div>
        </>
      )}
      {task.state !== 'running' && issues.length > 0 && (
        <>
          <fieldset class={css.stack}>
            <legend class={css.note}>{t('export.choose')}</legend>
            {issues.length > 2 && (
              <div class={css.acts}>
                <Button onClick={() => setLeft(new Set(isAll ? issues.map(({ id }) => id) : []))}>
                  {t(isAll ? 'export.none' : 'export.all')}
                </Button>
              </div>
            )}
            <ul class={css.months}>
              {issues.map((issue) => (
                <li key={issue.id}>
                  <MonthChoice
                    issue={issue}
                    isChosen={!left.has(issue.id)}
                    onChange={(isChosen) => setLeft(changed(left, issue.id, !isChosen))}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
          <Start library={library} chosen={chosen} />
        </>
      )}
      <div class={css.stack} aria-live="polite">
        {task.state === 'done' && task.report !== null && <Made pack={task.report} />}
        {task.state === 'stopped' && <StateLine kind="wait">{t('export.cancelled')}</StateLine>}
        {task.state === 'failed' && <StateLine kind="stop">{t('export.failed')}</StateLine>}
      </div>
    </section>
  );
}

function changed(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

function Start({ library, chosen }: { readonly library: Library; readonly chosen: readonly ListedIssue[] }) {
  const t = useT('storage-room');
  const words = useT('library');
  const bytes = sumBytes(chosen);
  const sum = t('export.sum', { number: formatNumber(chosen.length), size: sizeText(words, bytes) });
  return (
    <>
      {chosen.length > 0 && <p>{sum}</p>}
      <div class={css.acts}>
        <Button
          kind="main"
          icon="pack"
          onClick={() => void exportMonths(library, chosen)}
          {...(chosen.length === 0 && { blocked: t('export.nothing') })}
        >
          {t('export.start')}
        </Button>
      </div>
    </>
  );
}

interface MonthChoiceProps {
  readonly issue: ListedIssue;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function MonthChoice({ issue, isChosen, onChange }: MonthChoiceProps) {
  const words = useT('library');
  return (
    <label class={css.month}>
      <input
        type="checkbox"
        class={css.check}
        checked={isChosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={css.grow}>
        {formatMonth(issue.month)} <Phrases text={issue.title} />
      </span>
      <span class={css.note}>{sizeText(words, issue.state.sizeBytes)}</span>
    </label>
  );
}

function Made({ pack }: { readonly pack: MadePack }) {
  const t = useT('storage-room');
  const [name = ''] = pack.names;
  const words =
    pack.names.length === 1
      ? t('export.done', { name })
      : t('export.doneSeveral', { number: formatNumber(pack.names.length), name: pack.names.join('、') });
  return (
    <StateLine kind="ok" {...(pack.isInDownloads && { note: t('export.where') })}>
      {words}
    </StateLine>
  );
}
