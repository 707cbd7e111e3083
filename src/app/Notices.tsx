import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-t.ts';
import { settingsKept } from '../storage/settings-store.ts';
import { storageState } from '../storage/database.ts';
import { Button } from '../ui/Button.tsx';
import { StateLine } from '../ui/StateLine.tsx';
import { online } from './connectivity.ts';
import css from './Notices.module.css';
import { OpenInBrowser, canOnlyBeRead } from './OpenInBrowser.tsx';
import { applyUpdate, updateWaits } from './update.ts';

interface NoticesProps {
  /** While someone reads or chooses, only what they must know now is said. */
  readonly quiet: boolean;
}

/** Lines above the page about the tablet itself. Each is a sentence, and says what to do where there is something. */
export function Notices({ quiet }: NoticesProps) {
  const t = useT('app');
  const isForgetful = storageState.value === 'memory' || !settingsKept.value;
  return (
    <>
      {storageState.value === 'blocked' && <Line kind="wait">{t('oldTabOpen')}</Line>}
      {storageState.value === 'full' && <Line kind="wait">{t('full')}</Line>}
      {!quiet && !online.value && <Line icon="offline">{t('offline')}</Line>}
      {!quiet && updateWaits.value && <UpdateLine />}
      {!quiet && canOnlyBeRead && <OpenInBrowser />}
      {!quiet && !canOnlyBeRead && isForgetful && <Line kind="wait">{t('memoryOnly')}</Line>}
    </>
  );
}

interface LineProps {
  readonly kind?: 'wait' | 'plain';
  readonly icon?: 'offline' | 'refresh';
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Line({ kind = 'plain', icon, action, children }: LineProps) {
  return (
    <div class={`${css.line} no-print`} aria-live="polite">
      <StateLine kind={kind} {...(icon !== undefined && { icon })}>
        {children}
      </StateLine>
      {action}
    </div>
  );
}

function UpdateLine() {
  const t = useT('app');
  const [isLater, setLater] = useState(false);
  if (isLater) return null;
  const action = (
    <span class={css.actions}>
      <Button onClick={applyUpdate}>{t('update.now')}</Button>
      <Button kind="quiet" onClick={() => setLater(true)}>
        {t('update.later')}
      </Button>
    </span>
  );
  return (
    <Line icon="refresh" action={action}>
      {t('update.text')}
    </Line>
  );
}
