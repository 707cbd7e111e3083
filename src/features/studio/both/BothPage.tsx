import { useCallback, useState } from 'preact/hooks';
import type { Clash, DraftMonth } from '../../../authoring/draft/merge-drafts.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../ui/announce.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { LoadProblem } from '../../../ui/LoadProblem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { clashesOf, decide, type Decision } from '../shared/hub/decide.ts';
import { syncState } from '../shared/hub/sync-state.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { MonthFrame } from '../shared/MonthFrame.tsx';
import { ClashCard } from './ClashCard.tsx';
import css from './BothPage.module.css';

interface BothPageProps {
  readonly issue: string;
}

/** What two people changed in the same place, side by side, until somebody has chosen. */
export default function BothPage({ issue }: BothPageProps) {
  const t = useT('studio-both');
  return (
    <MonthFrame
      isAboutHub
      issue={issue}
      back={{ href: `/studio/${issue}`, words: t('back') }}
      title={() => t('title')}
    >
      {(desk) => <Both desk={desk} />}
    </MonthFrame>
  );
}

function Both({ desk }: { readonly desk: MonthDesk }) {
  const t = useT('studio-both');
  const { month } = desk;
  // Looked at again when the hub has been asked, and when something here has changed.
  const seen = syncState.value.months[month.id]?.atMs;
  const now = month.issue.value;
  const pieces = month.pieces.value;
  const { result, retry } = useLoad(
    useCallback(() => clashesOf(month), [month, seen, now, pieces]), // oxlint-disable-line react-hooks/exhaustive-deps
  );
  const [failed, setFailed] = useState(false);
  const onDecide = async (clash: Clash, decision: Decision): Promise<void> => {
    setFailed(false);
    try {
      await decide(month, clash, decision);
      announce(t(`done.${decision.keep}`));
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
    retry();
  };
  if (result.state === 'failed') return <LoadProblem error={result.error} onRetry={retry} />;
  if (result.state !== 'ready') return null;
  if (result.value.length === 0) {
    return (
      <div class={css.done}>
        <StateLine kind="ok" note={t('noneNote')}>
          {t('none')}
        </StateLine>
        <ButtonLink kind="main" href={`/studio/${month.id}`}>
          {t('back')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      <p class={css.lead}>{t('lead')}</p>
      {failed && <StateLine kind="stop">{t('failed')}</StateLine>}
      <ol class={css.list}>
        {result.value.map((clash) => (
          <li key={`${clash.kind} ${clash.id}`}>
            <ClashCard
              clash={clash}
              titleOf={(id) => titleOf(month.piece(id)?.value, t('untitled'))}
              canWrite={month.isWriter.value}
              onDecide={(decision) => onDecide(clash, decision)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

const titleOf = (piece: DraftMonth['pieces'][string] | undefined, untitled: string): string =>
  piece === undefined || piece.title.trim() === '' ? untitled : piece.title;
