import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import type { DraftIssue } from '../../../authoring/draft/model.ts';
import { progressOf, type MonthProgress } from '../../../authoring/draft/progress.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { formatMonth } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { attachmentsOf } from '../shared/draft-attachments.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { MonthFrame } from '../shared/MonthFrame.tsx';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import { CoverEditor } from './CoverEditor.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { DraftFilePanel } from './DraftFilePanel.tsx';
import { PlanEnds } from './PlanEnds.tsx';
import { PieceList } from './PieceList.tsx';
import { SessionForm } from './SessionForm.tsx';
import { useAskedField } from './use-asked-field.ts';
import css from './MonthPage.module.css';

interface MonthPageProps {
  readonly issue: string;
}

/** One month: what it is called, when the club meets, which pieces it has, and what is still open. */
export default function MonthPage({ issue }: MonthPageProps) {
  const t = useT('studio-queue');
  return (
    <MonthFrame
      issue={issue}
      back={{ href: '/studio', words: t('back') }}
      title={({ month }) =>
        t('monthTitle', {
          month: formatMonth(month.issue.value.month),
          title: month.issue.value.title.trim() === '' ? t('untitled') : month.issue.value.title,
        })
      }
    >
      {(desk, club) => <Month desk={desk} club={club} />}
    </MonthFrame>
  );
}

interface MonthProps {
  readonly desk: MonthDesk;
  readonly club: Club;
}

function Month({ desk, club }: MonthProps) {
  const { month } = desk;
  const issue = month.issue.value;
  const pieces = month.pieces.value;
  const progress = useMemo(() => {
    const all = { issue, pieces, club };
    return progressOf(all, checkDraft(all));
  }, [issue, pieces, club]);
  const attachments = useMemo(() => attachmentsOf(issue.id), [issue.id]);
  useAskedField();
  const parts = { desk, club, attachments };
  return (
    <div class={css.columns}>
      <div class={css.whole}>
        <StillOpen progress={progress} issue={issue} />
      </div>
      <div class={css.column}>
        <PieceList {...parts} progress={progress.pieces} />
        <DayCalendar desk={desk} />
        <CoverEditor {...parts} />
      </div>
      <div class={css.column}>
        <DetailsForm desk={desk} />
        <SessionForm {...parts} />
        <DraftFilePanel desk={desk} attachments={attachments} />
        <RemoveMonth desk={desk} />
      </div>
    </div>
  );
}

interface StillOpenProps {
  readonly progress: MonthProgress;
  readonly issue: DraftIssue;
}

function StillOpen({ progress: { open }, issue }: StillOpenProps) {
  const t = useT('studio-queue');
  return (
    <section class={css.section} aria-labelledby="open-work">
      <h2 id="open-work">{t('todo.title')}</h2>
      {open.length === 0 ? (
        <p class={css.good}>{t('allGood')}</p>
      ) : (
        <OpenFindings issue={issue} findings={open} most={4} />
      )}
      <ButtonLink href={`/studio/${issue.id}/publish`} kind="main" icon="pack" solid={open.length === 0}>
        {t('publish')}
      </ButtonLink>
    </section>
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
      <PlanEnds issue={desk.month.id} />
      <Button icon="trash" onClick={() => void remove()} aria-disabled={!desk.month.isWriter.value}>
        {t('remove.button')}
      </Button>
    </section>
  );
}
