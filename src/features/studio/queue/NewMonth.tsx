import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { copySkeleton, newIssue } from '../../../authoring/draft/new-draft.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { formatMonth } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DraftStoreError } from '../../../storage/drafts/draft-store-error.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { makeMonth } from '../shared/make-month.ts';
import type { QueueDraft } from './queue-state.ts';
import css from './IssueCell.module.css';

interface NewMonthProps {
  readonly month: string;
  readonly club: Club;
  readonly drafts: readonly QueueDraft[];
  readonly onChange: () => void;
}

/** A new month: empty, or planned as the last one was. With nothing to copy there is nothing to ask. */
export function NewMonth({ month, club, drafts, onChange }: NewMonthProps) {
  const t = useT('studio-queue');
  const { route } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<'full' | 'refused' | 'conflict' | null>(null);
  const name = formatMonth(month, 'short');
  const last = drafts
    .filter(({ issue }) => issue.club === club.id && issue.month < month && issue.pieces.length > 0)
    .sort((a, b) => a.issue.month.localeCompare(b.issue.month))
    .at(-1);

  async function make(from: QueueDraft | null): Promise<void> {
    setAsking(false);
    try {
      await makeMonth(from ? copySkeleton(from, month) : { issue: newIssue(month, club.id), pieces: [] });
      route(`/studio/${month}-${club.id}`);
    } catch (error) {
      if (!(error instanceof DraftStoreError)) throw error;
      setFault(error.fault);
      onChange();
    }
  }

  return (
    <>
      <button type="button" class={css.new} onClick={() => (last ? setAsking(true) : void make(null))}>
        <span aria-hidden="true">＋ </span>
        {t('new.button', { month: name })}
        <span class="visually-hidden">{` ${club.name[language.value]}`}</span>
      </button>
      {fault !== null && <Problem title={t(`new.${fault}`)} />}
      {isAsking && last && (
        <Sheet title={t('new.button', { month: name })} onClose={() => setAsking(false)}>
          <div class={css.choice}>
            <Button kind="main" solid wide icon="side-by-side" onClick={() => void make(last)}>
              {t('new.copy', { month: formatMonth(last.issue.month, 'short') })}
            </Button>
            <p>{t('new.copyNote')}</p>
            <Button kind="main" wide icon="add" onClick={() => void make(null)}>
              {t('new.empty')}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
