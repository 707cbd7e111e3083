import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { PLAYER_KEYS } from './keyboard.ts';
import css from './KeyboardHelp.module.css';

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

interface KeyboardHelpProps {
  readonly isOn: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
  /** More keys: a heading and `KeyList`s. */
  readonly children?: ComponentChildren;
}

/** Every key, and the switch that turns them off. */
export function KeyboardHelp({ isOn, onSwitch, onClose, children }: KeyboardHelpProps) {
  const t = useT('player');
  const shown = (key: string): string => (key === ' ' ? t('keys.space') : (ARROWS[key] ?? key.toUpperCase()));
  return (
    <Sheet title={t('keys.title')} onClose={onClose}>
      <div class={css.parts}>
        <KeyList
          keys={PLAYER_KEYS.map(({ action, keys }) => ({
            key: shown(keys[0] ?? ''),
            does: t(`keys.${action}`),
          }))}
        />
        {children}
        <div class={css.off}>
          <Button kind="main" pressed={isOn} onClick={() => onSwitch(!isOn)}>
            {t('keys.on')}
          </Button>
          <p>{t('keys.onNote')}</p>
        </div>
      </div>
    </Sheet>
  );
}

interface KeyListProps {
  readonly title?: string;
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}

export function KeyList({ title, keys }: KeyListProps) {
  return (
    <>
      {title !== undefined && <h3 class={css.title}>{title}</h3>}
      <dl class={css.keys}>
        {keys.map(({ key, does }) => (
          <div key={does} class={css.row}>
            <dt>
              <kbd class={css.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
