import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import { account, may } from '../shared/hub/account.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { monthRelease } from '../shared/releases/release-state.ts';
import { hubNowMs, knownReleases, viewOf } from '../shared/releases/releases.ts';
import { HubState } from './HubState.tsx';
import { JournalList } from './JournalList.tsx';
import { Packs } from './Packs.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PreviewLinks } from './PreviewLinks.tsx';
import { Withdraw } from './Withdraw.tsx';
import css from './PublishPage.module.css';

interface HubReleaseProps {
  readonly desk: MonthDesk;
  readonly isReady: boolean;
  readonly isOnShelf: boolean;
}

/** Publishing by the hub: where the month is, when it goes out, and who has done what. */
export function HubRelease({ desk, isReady, isOnShelf }: HubReleaseProps) {
  const t = useT('studio-release');
  const known = knownReleases.value;
  const [changes, setChanges] = useState(0);
  const { month } = desk;
  const issue = month.issue.value;
  const release = monthRelease(viewOf(known, month.id), known?.drafts[month.id] ?? null, hubNowMs(known));
  const isOffline = account.value.state === 'offline';
  const isPublisher = may('publisher', issue.club);
  // Nothing to publish: it is out as it stands here.
  const isUnchanged = release.is === 'released' && !release.isOlder;
  const isOut = isOnShelf || release.is === 'released';
  return (
    <>
      <section class={css.section} aria-labelledby="hub-release">
        <h2 id="hub-release">{t('title')}</h2>
        {isOffline && known !== null && (
          <StateLine kind="wait" icon="offline">
            {t('offline', { at: dayAndTime(known.askedMs) })}
          </StateLine>
        )}
        <div aria-live="polite">
          <HubState issue={issue} release={release} />
        </div>
        {!isOffline && !isPublisher && <p>{t('editorOnly')}</p>}
        {isPublisher && isUnchanged && <p>{t('plan.whenChanged')}</p>}
        {isPublisher && !isUnchanged && <PlanForm desk={desk} release={release} isReady={isReady} />}
        {isPublisher && isOut && (
          <Withdraw
            issue={month.id}
            title={issue.title}
            hasPlan={'plan' in release && release.plan.kind === 'release'}
          />
        )}
      </section>
      {!isOffline && (
        <>
          <PreviewLinks issue={month.id} onChange={() => setChanges((count) => count + 1)} />
          <Packs key={isOut ? 'out' : 'not-out'} issue={month.id} isOut={isOut} />
          <JournalList issue={month.id} state={`${release.is} ${changes}`} />
        </>
      )}
    </>
  );
}
