import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { PLAYER_KEYS, shortcutsOn } from './keyboard.ts';
import css from './KeyboardHelp.module.css';

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useT('player');
  const shown = (key: string): string => (key === ' ' ? t('keys.space') : (ARROWS[key] ?? key.toUpperCase()));
  return (
    <Sheet title={t('keys.title')} onClose={onClose}>
      <dl class={css.keys}>
        {PLAYER_KEYS.map(({ action, keys }) => (
          <div key={action} class={css.row}>
            <dt>
              <kbd class={css.key}>{shown(keys[0] ?? '')}</kbd>
            </dt>
            <dd>{t(`keys.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <div class={css.off}>
        <Button
          kind="main"
          pressed={shortcutsOn.value}
          onClick={() => (shortcutsOn.value = !shortcutsOn.value)}
        >
          {t('keys.on')}
        </Button>
        <p>{t('keys.onNote')}</p>
      </div>
    </Sheet>
  );
}
