import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import { account } from '../shared/hub/account.ts';
import { viewOf } from '../shared/releases/releases.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import { useReleases } from '../shared/releases/use-releases.ts';

/** What the hub does about its plan when a month is taken off the queue: said before the button, not after. Nothing where there is no plan. */
export function PlanEnds({ issue }: { readonly issue: string }) {
  const t = useT('studio-release');
  const known = useReleases();
  const plan = viewOf(known, issue)?.plan ?? null;
  if (plan === null || plan.kind === 'withdraw') return null;
  return (
    <StateLine
      kind="wait"
      icon="clock"
      {...(account.value.state === 'offline' && { note: t('takeOff.offline') })}
    >
      {t('takeOff.planned', { at: shanghaiInstant(plan.at) })}
    </StateLine>
  );
}
