import type { ReadonlySignal } from '@preact/signals';
import { useT } from '../../../i18n/use-t.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { SavedState } from './desk.ts';
import { clockTime } from './clock-time.ts';
import { HubLine } from './hub/late-hub.ts';
import css from './SavedLine.module.css';

interface SavedLineProps {
  readonly issue: string;
  readonly saved: ReadonlySignal<SavedState>;
}

/** Whether what is on the screen is on disk, and on the hub. Only a failure is read out by itself: 已保存 after each word would drown the words. */
export function SavedLine({ issue, saved }: SavedLineProps) {
  return (
    <div class={css.kept}>
      <SavedWords saved={saved} />
      <HubLine issue={issue} />
    </div>
  );
}

/** By itself: it changes with a keystroke, and what the hub has does not. */
function SavedWords({ saved }: Pick<SavedLineProps, 'saved'>) {
  const t = useT('studio');
  const state = saved.value;
  const [icon, words] = ((): readonly ['check' | 'clock' | 'warning' | 'lock', string] => {
    if (state.state === 'saved') return ['check', t('saved.saved', { time: clockTime(state.atMs) })];
    if (state.state === 'failed') return ['warning', t(`saved.${state.fault}`)];
    if (state.state === 'read-only') return ['lock', t('saved.readOnly')];
    return ['clock', t('saved.saving')];
  })();
  return (
    <p class={css.saved} data-state={state.state} role={state.state === 'failed' ? 'alert' : undefined}>
      <Icon name={icon} small />
      <span>{words}</span>
    </p>
  );
}
