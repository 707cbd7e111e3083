import type { DraftIssue } from '../../../authoring/draft/model.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { OpenFindings } from '../shared/OpenFindings.tsx';
import type { MonthRelease } from '../shared/releases/release-state.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import { faultKey } from './release-words.ts';
import css from './PublishPage.module.css';

interface HubStateProps {
  readonly issue: Pick<DraftIssue, 'id' | 'pieces'>;
  readonly release: MonthRelease;
}

/** Where the month is on the hub, in a sentence; what the hub found stands under it, each with the way to its place. */
export function HubState({ issue, release }: HubStateProps) {
  const t = useT('studio-release');
  switch (release.is) {
    case 'none':
      return <StateLine kind="plain">{t('state.none')}</StateLine>;
    case 'checking':
      return (
        <StateLine kind="wait">{t('state.checking', { at: shanghaiInstant(release.plan.at) })}</StateLine>
      );
    case 'planned':
      return (
        <>
          <StateLine kind="ok" icon="clock" note={t('state.plannedNote', { by: release.plan.by })}>
            {t('state.planned', { at: shanghaiInstant(release.plan.at) })}
          </StateLine>
          {release.isOlder && (
            <StateLine kind="wait" icon="changed">
              {t('state.older')}
            </StateLine>
          )}
        </>
      );
    case 'running':
      return <Running release={release} />;
    case 'refused':
      return <Refused issue={issue} release={release} />;
    case 'failing':
      return (
        <>
          <StateLine kind="stop" note={t('state.failingNote', { count: release.now.attempts })}>
            {t('state.failing', { at: shanghaiInstant(release.now.retryAt) })}
          </StateLine>
          <p>{t(faultKey(release.now.fault))}</p>
        </>
      );
    case 'released':
      return (
        <>
          <StateLine kind="ok">
            {t('state.released', { at: shanghaiInstant(release.last.at), by: release.last.by })}
          </StateLine>
          {release.isOlder && (
            <StateLine kind="wait" icon="changed">
              {t('state.changed')}
            </StateLine>
          )}
        </>
      );
    case 'withdrawn':
      return (
        <StateLine
          kind="plain"
          icon="undo"
          note={t('state.withdrawnReason', { reason: release.last.reason })}
        >
          {t('state.withdrawn', { at: shanghaiInstant(release.last.at), by: release.last.by })}
        </StateLine>
      );
  }
}

function Running({ release }: { readonly release: Extract<MonthRelease, { is: 'running' }> }) {
  const t = useT('studio-release');
  const { plan, running } = release;
  const { step, done, total } = running;
  if (plan.kind === 'withdraw') return <StateLine kind="wait">{t('state.withdrawing')}</StateLine>;
  return (
    <Progress
      value={done}
      max={Math.max(1, total)}
      label={t(step === 'checking' ? 'state.runningChecking' : 'state.runningWriting')}
      text={total === 0 ? '' : t('state.runningCount', { done, total })}
    />
  );
}

interface RefusedProps {
  readonly issue: HubStateProps['issue'];
  readonly release: Extract<MonthRelease, { is: 'refused' }>;
}

function Refused({ issue, release }: RefusedProps) {
  const t = useT('studio-release');
  const { findings, notices } = release.now;
  return (
    <>
      <StateLine kind="stop" icon="lock" note={t('state.refusedNote')}>
        {t('state.refused', { count: findings.length + notices.length })}
      </StateLine>
      {findings.length > 0 && <OpenFindings issue={issue} findings={findings} most={12} />}
      {notices.length > 0 && (
        <ul class={css.reasons}>
          {notices.map(({ file, zh, en }) => (
            <li key={`${file} ${zh}`} lang={language.value === 'en' ? 'en' : 'zh-Hans'}>
              {language.value === 'en' ? en : zh}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
