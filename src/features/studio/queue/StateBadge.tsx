import { useT } from '../../../i18n/use-t.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { IconName } from '../../../ui/icon-drawings.ts';
import type { QueueState } from './queue-state.ts';
import css from './StateBadge.module.css';

const LOOKS: Readonly<Record<QueueState, readonly [icon: IconName, tone: 'plain' | 'ok' | 'wait']>> = {
  draft: ['edit', 'plain'],
  checking: ['warning', 'wait'],
  ready: ['check', 'ok'],
  scheduled: ['clock', 'ok'],
  publishing: ['clock', 'wait'],
  stuck: ['warning', 'wait'],
  exported: ['pack', 'ok'],
  published: ['check', 'ok'],
  withdrawn: ['undo', 'plain'],
};

export function StateBadge({ state }: { readonly state: QueueState }) {
  const t = useT('studio-queue');
  const [icon, tone] = LOOKS[state];
  return (
    <span class={css.badge} data-tone={tone}>
      <Icon name={icon} small />
      {t(`state.${state}`)}
    </span>
  );
}
