import { useId } from 'preact/hooks';
import type { DraftIssue } from '../../../authoring/draft/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { formatDate } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { localDay } from '../shared/clock-time.ts';
import { HubLine } from '../shared/hub/late-hub.ts';
import type { MonthRelease } from '../shared/releases/release-state.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import type { QueueDraft, QueueState } from './queue-state.ts';
import { StateBadge } from './StateBadge.tsx';
import { StepMarks } from './StepMarks.tsx';
import { UnclearButton } from './UnclearButton.tsx';
import css from './IssueCell.module.css';

interface DraftCardProps {
  readonly draft: QueueDraft;
  readonly state: QueueState;
  readonly release: MonthRelease;
  readonly club: Club;
}

/** What there is of a month, what it lacks, why it cannot be published yet, and where to go next. */
export function DraftCard({ draft, state, release: onHub, club }: DraftCardProps) {
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
          <HubLines release={onHub} issue={issue} />
          {onHub.is === 'none' && release.state === 'scheduled' && (
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
            // Where the hub has a word on it, that word stands alone.
            (state === 'ready' || onHub.is === 'none') && (
              <p class={css.go}>
                <Icon name="check" small />
                {t('allGood')}
              </p>
            )
          )}
          <HubLine issue={issue.id} isInList />
          <div class={css.foot}>
            <Open id={issue.id} title={title} />
          </div>
        </>
      )}
      {isClosed && <HubLine issue={issue.id} isInList />}
      {state === 'published' && <UnclearButton issue={issue.id} club={club.id} />}
      {isClosed && <HubLines release={onHub} issue={issue} />}
      {state === 'exported' && <p class={css.note}>{t('exportedNote')}</p>}
    </article>
  );
}

interface HubLinesProps {
  readonly release: MonthRelease;
  readonly issue: Pick<DraftIssue, 'id' | 'pieces'>;
}

/** What the hub is about to do with it, or has done, or could not. */
function HubLines({ release, issue }: HubLinesProps) {
  const t = useT('studio-release');
  const line = hubLine();
  if (line === null) return null;
  const isStuck = release.is === 'refused' || release.is === 'failing';
  return (
    <>
      <p class={isStuck ? css.stop : css.when}>{line}</p>
      {isStuck && <ButtonLink href={`/studio/${issue.id}/publish`}>{t('see')}</ButtonLink>}
    </>
  );

  function hubLine(): string | null {
    switch (release.is) {
      case 'checking':
      case 'planned':
        return release.is === 'planned' && release.isOlder
          ? `${t('state.planned', { at: shanghaiInstant(release.plan.at) })}${t('state.older')}`
          : t('state.planned', { at: shanghaiInstant(release.plan.at) });
      case 'running':
        return t(release.plan.kind === 'withdraw' ? 'state.withdrawing' : 'state.runningWriting');
      case 'refused':
        return t('state.refused', { count: release.now.findings.length + release.now.notices.length });
      case 'failing':
        return t('state.failing', { at: shanghaiInstant(release.now.retryAt) });
      case 'released':
        return release.isOlder ? t('state.changed') : null;
      default:
        return null;
    }
  }
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
