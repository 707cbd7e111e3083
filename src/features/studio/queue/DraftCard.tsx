import { useId } from 'preact/hooks';
import type { Club } from '../../../core/shelf/issue.ts';
import { formatDate } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { localDay } from '../shared/clock-time.ts';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import type { QueueDraft, QueueState } from './queue-state.ts';
import { StateBadge } from './StateBadge.tsx';
import { StepMarks } from './StepMarks.tsx';
import css from './IssueCell.module.css';

interface DraftCardProps {
  readonly draft: QueueDraft;
  readonly state: QueueState;
  readonly club: Club;
}

/** What there is of a month, what it lacks, why it cannot be published yet, and where to go next. */
export function DraftCard({ draft, state, club }: DraftCardProps) {
  const t = useT('studio-queue');
  const titleId = useId();
  const { issue, progress } = draft;
  const title = issue.title.trim() === '' ? t('untitled') : issue.title;
  const isClosed = state === 'published' || state === 'exported' || state === 'withdrawn';
  const { release } = issue;
  return (
    <article class={css.card} data-club={club.id} aria-labelledby={titleId}>
      <p class={css.club}>{club.name[language.value]}</p>
      <div class={css.line}>
        <h3 id={titleId}>
          {title}
          <span class={css.count}>{t('pieceCount', { count: issue.pieces.length })}</span>
        </h3>
        <StateBadge state={state} />
        {isClosed && <Open id={issue.id} title={title} />}
      </div>
      {!isClosed && (
        <>
          <StepMarks progress={progress.whole} />
          {release.state === 'scheduled' && (
            <p class={css.when}>
              {t('scheduledFor', { date: formatDate(localDay(Date.parse(release.at)), 'dayWeekday') })}
            </p>
          )}
          {progress.open.length > 0 ? (
            <div class={css.todo}>
              {state !== 'draft' && (
                <p class={css.stop}>
                  <Icon name="lock" small />
                  {t('notYet', { count: progress.open.length })}
                </p>
              )}
              <OpenFindings issue={issue} findings={progress.open} most={state === 'draft' ? 1 : 2} leads />
            </div>
          ) : (
            <p class={css.go}>
              <Icon name="check" small />
              {t('allGood')}
            </p>
          )}
          <div class={css.foot}>
            <Open id={issue.id} title={title} />
          </div>
        </>
      )}
      {state === 'exported' && <p class={css.note}>{t('exportedNote')}</p>}
    </article>
  );
}

function Open({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useT('studio-queue');
  return (
    <ButtonLink href={`/studio/${id}`}>
      {t('open')}
      <span class="visually-hidden">{` ${title}`}</span>
    </ButtonLink>
  );
}
