import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import { progressOf } from '../../../authoring/draft/progress.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { formatMonth } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { DraftProblem } from '../shared/DraftProblem.tsx';
import { attachmentsOf } from '../shared/draft-attachments.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import { ReadOnlyBar } from '../shared/ReadOnlyBar.tsx';
import { SavedLine } from '../shared/SavedLine.tsx';
import { UndoButtons } from '../shared/UndoButtons.tsx';
import { watchUndoKeys } from '../shared/undo-keys.ts';
import { useMonth } from '../shared/use-desk.ts';
import { CoverEditor } from './CoverEditor.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { DraftFilePanel } from './DraftFilePanel.tsx';
import { PieceList } from './PieceList.tsx';
import { SessionForm } from './SessionForm.tsx';
import { useAskedField } from './use-asked-field.ts';
import css from './MonthPage.module.css';

interface MonthPageProps {
  readonly issue: string;
}

/** One month: what it is called, when the club meets, which pieces it has, and what is still open. */
export default function MonthPage({ issue }: MonthPageProps) {
  const t = useT('common');
  const { result, retry } = useMonth(issue);
  if (result.state === 'loading') {
    return (
      <div class={css.page}>
        <h1>{t('loading')}</h1>
      </div>
    );
  }
  if (result.state === 'failed') {
    return (
      <div class={css.page}>
        <DraftProblem error={result.error} onRetry={retry} />
      </div>
    );
  }
  return <Month desk={result.value.desk} club={result.value.club} />;
}

interface MonthProps {
  readonly desk: MonthDesk;
  readonly club: Club;
}

function Month({ desk, club }: MonthProps) {
  const t = useT('studio-queue');
  const { month } = desk;
  const issue = month.issue.value;
  const pieces = month.pieces.value;
  const progress = useMemo(() => {
    const all = { issue, pieces, club };
    return progressOf(all, checkDraft(all));
  }, [issue, pieces, club]);
  const attachments = useMemo(() => attachmentsOf(issue.id), [issue.id]);
  useEffect(() => watchUndoKeys(desk), [desk]);
  useAskedField();
  const parts = { desk, club, attachments };
  return (
    <div class={css.page}>
      <header class={css.head}>
        <ButtonLink href="/studio" icon="back" kind="quiet">
          {t('back')}
        </ButtonLink>
        <h1 tabIndex={-1} class={css.title}>
          {t('monthTitle', {
            month: formatMonth(issue.month),
            title: issue.title.trim() === '' ? t('untitled') : issue.title,
          })}
          <span class={css.club}>{club.name[language.value]}</span>
        </h1>
        <SavedLine saved={desk.saved} />
        <UndoButtons desk={desk} />
      </header>
      <ReadOnlyBar month={month} />
      <div class={css.columns}>
        <div class={css.column}>
          <PieceList {...parts} progress={progress.pieces} />
          <DayCalendar desk={desk} />
          <section class={css.section} aria-labelledby="open-work">
            <h2 id="open-work">{t('todo.title')}</h2>
            {progress.open.length === 0 ? (
              <p class={css.good}>{t('allGood')}</p>
            ) : (
              <OpenFindings issue={issue.id} findings={progress.open} most={4} />
            )}
            <ButtonLink
              href={`/studio/${issue.id}/publish`}
              kind="main"
              icon="pack"
              solid={progress.open.length === 0}
            >
              {t('publish')}
            </ButtonLink>
          </section>
        </div>
        <div class={css.column}>
          <DetailsForm desk={desk} />
          <CoverEditor {...parts} />
          <SessionForm {...parts} />
          <DraftFilePanel desk={desk} attachments={attachments} />
          <RemoveMonth desk={desk} />
        </div>
      </div>
    </div>
  );
}

/** It stays where it was, to be had back. */
function RemoveMonth({ desk }: { readonly desk: MonthDesk }) {
  const t = useT('studio-queue');
  const { route } = useLocation();
  const remove = async (): Promise<void> => {
    await desk.month.remove();
    route('/studio');
  };
  return (
    <section class={css.section} aria-labelledby="remove-month">
      <h2 id="remove-month">{t('remove.title')}</h2>
      <p>{t('remove.note')}</p>
      <Button icon="trash" onClick={() => void remove()} aria-disabled={!desk.month.isWriter.value}>
        {t('remove.button')}
      </Button>
    </section>
  );
}
