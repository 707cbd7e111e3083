import { useCallback, useMemo } from 'preact/hooks';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import { progressOf } from '../../../authoring/draft/progress.ts';
import { explainFinding } from '../../../core/checks/explain.ts';
import { reasonFor } from '../../../core/checks/finding-key.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { late } from '../../../ui/late.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { account } from '../shared/hub/account.ts';
import { SIGN_IN_HREF } from '../shared/hub/sign-in-href.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { MonthFrame } from '../shared/MonthFrame.tsx';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import { useReleases } from '../shared/releases/use-releases.ts';
import { HandOver } from './HandOver.tsx';
import { PlannedDay } from './PlannedDay.tsx';
import { PreviewExaminations } from './PreviewExaminations.tsx';
import { ReleaseState } from './ReleaseState.tsx';
import css from './PublishPage.module.css';

/** Only who is signed in has it. */
const HubRelease = late(async () => (await import('./HubRelease.tsx')).HubRelease);

interface PublishPageProps {
  readonly issue: string;
}

/** From a finished draft to the shelf: what still forbids it, the file for the hub, and where it is by now. */
export default function PublishPage({ issue }: PublishPageProps) {
  const t = useT('studio-queue');
  return (
    <MonthFrame
      issue={issue}
      back={{ href: `/studio/${issue}`, words: t('toMonth') }}
      title={({ month }) => {
        const { title } = month.issue.value;
        return t('out.title', { title: title.trim() === '' ? t('untitled') : title });
      }}
    >
      {(desk, club) => <Publish desk={desk} club={club} />}
    </MonthFrame>
  );
}

function Publish({ desk, club }: { readonly desk: MonthDesk; readonly club: Club }) {
  const t = useT('studio-queue');
  const bookcase = useBookcase();
  const issue = desk.month.issue.value;
  const pieces = desk.month.pieces.value;
  const { findings, open } = useMemo(() => {
    const month = { issue, pieces, club };
    return progressOf(month, checkDraft(month));
  }, [issue, pieces, club]);
  const { result } = useLoad(
    useCallback(
      async () => (await bookcase.issues(club.id)).some(({ id }) => id === issue.id),
      [bookcase, club.id, issue.id],
    ),
  );
  const isOnShelf = result.state === 'ready' && result.value;
  const allowed = findings.filter((finding) => !open.includes(finding));
  return (
    <div class={css.page}>
      <section class={css.section} aria-labelledby="publish-checks">
        <h2 id="publish-checks">{t('out.checks')}</h2>
        {open.length > 0 ? (
          <>
            <StateLine kind="stop" icon="lock">
              {t('notYet', { count: open.length })}
            </StateLine>
            <OpenFindings issue={issue} findings={open} most={12} />
          </>
        ) : (
          <StateLine kind="ok">{t('allGood')}</StateLine>
        )}
        {allowed.length > 0 && (
          <>
            <h3>{t('out.reasons')}</h3>
            <ul class={css.reasons}>
              {allowed.map((finding) => (
                <li key={`${finding.code} ${finding.piece ?? ''} ${reasonFor(finding, issue.reasons)}`}>
                  <p>{explainFinding(finding)?.what[language.value] ?? finding.code}</p>
                  <p class={css.reason}>{t('out.reason', { reason: reasonFor(finding, issue.reasons) })}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <PreviewExaminations desk={desk} club={club} />
      <WaysOut desk={desk} isOnShelf={isOnShelf} isReady={open.length === 0} />
    </div>
  );
}

interface WaysOutProps {
  readonly desk: MonthDesk;
  readonly isOnShelf: boolean;
  readonly isReady: boolean;
}

/** By the hub where somebody is signed in there; else, and always possible, as a file. */
function WaysOut(props: WaysOutProps) {
  const t = useT('studio-release');
  const known = useReleases();
  const { state } = account.value;
  const byFile = (
    <>
      <ReleaseState desk={props.desk} isOnShelf={props.isOnShelf} />
      <HandOver desk={props.desk} isReady={props.isReady} />
    </>
  );
  if (state === 'somebody' || (state === 'offline' && known !== null)) {
    return (
      <>
        <HubRelease {...props} />
        {props.desk.month.isOut.value ? (
          byFile
        ) : (
          <details class={css.byFile}>
            <summary>{t('byFile')}</summary>
            <HandOver desk={props.desk} isReady={props.isReady} />
          </details>
        )}
      </>
    );
  }
  return (
    <>
      {state === 'nobody' && (
        <section class={css.section} aria-label={t('title')}>
          <p>{t('signIn.text')}</p>
          <ButtonLink kind="main" icon="key" href={SIGN_IN_HREF}>
            {t('signIn.button')}
          </ButtonLink>
        </section>
      )}
      {byFile}
      <PlannedDay desk={props.desk} isReady={props.isReady} />
    </>
  );
}
