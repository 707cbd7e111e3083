import { useCallback, useEffect, useState } from 'preact/hooks';
import { formatMonth } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { localDate } from '../../../ui/issue/local-date.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { Motif } from '../../../ui/Motif.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { DraftProblem } from '../shared/DraftProblem.tsx';
import { AccountLine } from '../shared/hub/AccountLine.tsx';
import { watchSaves } from '../shared/month-lock.ts';
import { monthRelease } from '../shared/releases/release-state.ts';
import { hubNowMs, viewOf } from '../shared/releases/releases.ts';
import { useReleases } from '../shared/releases/use-releases.ts';
import { sweepAttachments } from '../shared/sweep-attachments.ts';
import { LostDrafts } from './LostDrafts.tsx';
import { ImportDraft } from './ImportDraft.tsx';
import { IssueCell } from './IssueCell.tsx';
import { loadQueue } from './load-queue.ts';
import { daysUntil, queueRows, type QueueParts } from './queue-state.ts';
import css from './QueuePage.module.css';

/** 工作台: the months ahead of both clubs, what each still lacks, and the way to it. */
export default function QueuePage() {
  const t = useT('studio-queue');
  const bookcase = useBookcase();
  const today = localDate();
  const { result, retry } = useLoad(useCallback(() => loadQueue(bookcase, today), [bookcase, today]));
  // Looked at again, the page stays as it is until there is something new to show.
  const [parts, setParts] = useState<QueueParts | null>(null);
  useEffect(() => {
    if (result.state !== 'ready') return;
    setParts(result.value);
    // A help for the room on this machine; nothing on the page waits for it.
    sweepAttachments().catch((error: unknown) => console.warn(error));
  }, [result]);
  // Another window may have been at work meanwhile, or somebody on another machine.
  useEffect(() => {
    addEventListener('focus', retry);
    const stopWatching = watchSaves(retry);
    return () => {
      removeEventListener('focus', retry);
      stopWatching();
    };
  }, [retry]);

  if (result.state === 'failed' && parts === null) {
    return (
      <div class={css.page}>
        <DraftProblem error={result.error} onRetry={retry} />
      </div>
    );
  }
  return (
    <div class={css.page}>
      <PageTitle
        lead={
          <a class={css.home} href="/" aria-label={t('home')}>
            <Mark />
          </a>
        }
        note={t('note')}
        aside={
          <ButtonLink href="/" icon="back">
            {t('toReading')}
          </ButtonLink>
        }
      >
        {t('title')}
      </PageTitle>
      <AccountLine />
      {parts && (
        <>
          <LostDrafts parts={parts} />
          <Table parts={parts} today={today} onChange={retry} />
          <ImportDraft clubs={parts.clubs} onDone={retry} />
        </>
      )}
    </div>
  );
}

interface TableProps {
  readonly parts: QueueParts;
  readonly today: string;
  readonly onChange: () => void;
}

function Table({ parts, today, onChange }: TableProps) {
  const t = useT('studio-queue');
  const known = useReleases();
  const releaseOf = (issue: string) =>
    monthRelease(viewOf(known, issue), known?.drafts[issue] ?? null, hubNowMs(known));
  return (
    <div class={css.table}>
      <div class={css.clubs} aria-hidden="true">
        {parts.clubs.map(({ id, motif, name }) => (
          <p key={id} class={css.club} data-club={id}>
            <Motif motif={motif} />
            {name[language.value]}
          </p>
        ))}
      </div>
      {queueRows({ ...parts, releaseOf }).map(({ month, cells }) => {
        const days = daysUntil(month, today);
        const isNow = month === parts.thisMonth;
        return (
          <section key={month} class={css.row} aria-labelledby={`m-${month}`}>
            <div class={css.month}>
              <h2 id={`m-${month}`}>{formatMonth(month, 'short')}</h2>
              <p>
                {isNow && t('thisMonth')}
                {!isNow && days > 0 && days < 32 && t('daysLeft', { count: days })}
                {!isNow && (days === 0 || days >= 32) && month.slice(0, 4)}
              </p>
            </div>
            {cells.map(({ club, entry }) => (
              <IssueCell
                key={club.id}
                month={month}
                club={club}
                entry={entry}
                parts={parts}
                onChange={onChange}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
