import { useState } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../ui/announce.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ButtonLink } from '../../../../ui/ButtonLink.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Month } from '../month.ts';
import { syncState, type MonthSync } from './sync-state.ts';
import css from '../ReadOnlyBar.module.css';

interface HubBarProps {
  readonly month: Month;
}

/** What somebody else has written meanwhile, and the button that brings it here. Nothing at all where there is nothing. */
export function HubBar({ month }: HubBarProps) {
  const sync = syncState.value.months[month.id];
  if (syncState.value.connection !== 'on' || !sync || !month.isWriter.value) return null;
  return (
    <div class="no-print" aria-live="polite">
      {sync.isWaiting && <Waiting month={month} sync={sync} />}
      {sync.clashes > 0 && <Clashes issue={month.id} count={sync.clashes} />}
    </div>
  );
}

function Waiting({ month, sync }: HubBarProps & { readonly sync: MonthSync }) {
  const t = useT('studio');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const take = async (): Promise<void> => {
    setState('busy');
    try {
      // Needed only now and then.
      const { takeNewer } = await import('./take-newer.ts');
      await takeNewer(month);
      announce(t('hub.taken'));
      setState('idle');
    } catch (error) {
      console.error(error);
      setState('failed');
    }
  };
  return (
    <div class={css.bar}>
      <StateLine kind="wait" icon="changed" note={t(state === 'failed' ? 'hub.takeFailed' : 'hub.newerNote')}>
        {sync.by === null || sync.by === '' ? t('hub.newer') : t('hub.newerBy', { who: sync.by })}
      </StateLine>
      <Button
        kind="main"
        icon="refresh"
        onClick={() => void take()}
        {...(state === 'busy' && { blocked: t('hub.taking') })}
      >
        {t('hub.take')}
      </Button>
    </div>
  );
}

function Clashes({ issue, count }: { readonly issue: string; readonly count: number }) {
  const t = useT('studio');
  return (
    <div class={css.bar}>
      <StateLine kind="wait" icon="changed" note={t('hub.clashNote')}>
        {t('hub.clashTitle', { count })}
      </StateLine>
      <ButtonLink kind="main" href={`/studio/${issue}/both`}>
        {t('hub.compare')}
      </ButtonLink>
    </div>
  );
}
