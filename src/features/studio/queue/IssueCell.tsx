import { useId } from 'preact/hooks';
import type { Club } from '../../../core/shelf/issue.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { setRemoved } from '../../../storage/drafts/draft-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { DraftCard } from './DraftCard.tsx';
import { NewMonth } from './NewMonth.tsx';
import type { QueueEntry, QueueParts } from './queue-state.ts';
import { StateBadge } from './StateBadge.tsx';
import { UnclearButton } from './UnclearButton.tsx';
import css from './IssueCell.module.css';

interface IssueCellProps {
  readonly month: string;
  readonly club: Club;
  readonly entry: QueueEntry;
  readonly parts: QueueParts;
  readonly onChange: () => void;
}

/** One club's month. */
export function IssueCell({ month, club, entry, parts, onChange }: IssueCellProps) {
  const t = useT('studio-queue');
  const titleId = useId();
  const clubName = club.name[language.value];
  if (entry.kind === 'none') {
    return (
      <div class={css.empty} data-club={club.id}>
        <p class={css.club}>{clubName}</p>
        <NewMonth month={month} club={club} drafts={parts.drafts} onChange={onChange} />
      </div>
    );
  }
  if (entry.kind === 'draft') {
    const { draft, state, release } = entry;
    return <DraftCard draft={draft} state={state} release={release} club={club} />;
  }
  const title =
    entry.kind === 'published' ? entry.summary.title : entry.kind === 'removed' ? entry.title : '';
  return (
    <article class={css.card} data-club={club.id} aria-labelledby={titleId}>
      <p class={css.club}>{clubName}</p>
      <div class={css.line}>
        <h3 id={titleId}>{title.trim() === '' ? t('untitled') : title}</h3>
        {entry.kind === 'published' && <StateBadge state="published" />}
        {entry.kind === 'published' && (
          <ButtonLink href={`/issue/${entry.summary.id}`}>
            {t('open')}
            <span class="visually-hidden">{` ${title}`}</span>
          </ButtonLink>
        )}
        {entry.kind === 'published' && <UnclearButton issue={entry.summary.id} club={club.id} />}
        {entry.kind === 'removed' && (
          <>
            <p class={css.note}>{t('removed.note')}</p>
            <Button icon="undo" onClick={() => void setRemoved(entry.id, false).then(onChange)}>
              {t('removed.back')}
            </Button>
            <NewMonth month={month} club={club} drafts={parts.drafts} onChange={onChange} />
          </>
        )}
        {entry.kind === 'unreadable' && <p class={css.note}>{t('unreadable')}</p>}
      </div>
    </article>
  );
}
