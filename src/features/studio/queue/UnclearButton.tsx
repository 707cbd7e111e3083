import { useCallback, useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { LoadProblem } from '../../../ui/LoadProblem.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { may } from '../shared/hub/account.ts';
import { syncState } from '../shared/hub/sync-state.ts';
import { howMany, unclearOfClub, unclearSentences } from './unclear-sentences.ts';
import css from './UnclearButton.module.css';

interface UnclearButtonProps {
  readonly issue: string;
  readonly club: string;
}

/** What members did not understand of a published month. Nothing at all where nobody is signed in, or nothing was marked. */
export function UnclearButton({ issue, club }: UnclearButtonProps) {
  const t = useT('studio-queue');
  const isOn = syncState.value.connection === 'on' && may('editor', club);
  const [counts, setCounts] = useState<Readonly<Record<string, Readonly<Record<string, number>>>>>({});
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    // A help beside the month; the queue is the queue without it.
    unclearOfClub(club).then(
      (all) => setCounts(all[issue] ?? {}),
      (error: unknown) => console.info(String(error)),
    );
  }, [isOn, club, issue]);
  const count = howMany(counts);
  if (!isOn || count === 0) return null;
  return (
    <>
      <Button icon="question" onClick={() => setOpen(true)}>
        {t('unclear.button', { count })}
      </Button>
      {isOpen && <UnclearSheet issue={issue} counts={counts} onClose={() => setOpen(false)} />}
    </>
  );
}

interface UnclearSheetProps {
  readonly issue: string;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly onClose: () => void;
}

function UnclearSheet({ issue, counts, onClose }: UnclearSheetProps) {
  const t = useT('studio-queue');
  const bookcase = useBookcase();
  const { result, retry } = useLoad(
    useCallback(() => unclearSentences(bookcase, issue, counts), [bookcase, issue, counts]),
  );
  return (
    <Sheet title={t('unclear.title')} onClose={onClose}>
      <p class={css.lead}>{t('unclear.lead')}</p>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
      {result.state === 'ready' && (
        <ol class={css.list}>
          {result.value.map(({ piece, pieceTitle, text, count }) => (
            <li key={`${piece} ${text}`} class={css.item}>
              <p class={css.text}>{text}</p>
              <p class={css.note}>{t('unclear.count', { count, title: pieceTitle })}</p>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}
