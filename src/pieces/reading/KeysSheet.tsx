import { useT } from '../../i18n/use-t.ts';
import { PLAYER_KEYS, shortcutsOn } from '../../player/keyboard.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './KeysSheet.module.css';

const shown: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };
const textKeys = ['tab', 'arrows', 'enter', 'pinyin', 'escape'] as const;

/** Every key of the reader: those of the player, and those inside the text. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT('reading');
  const player = useT('player');
  const keyName = (key: string): string =>
    key === ' ' ? player('keys.space') : (shown[key] ?? key.toUpperCase());
  return (
    <Sheet title={player('keys.title')} onClose={onClose}>
      <div class={css.parts}>
        <h3 class={css.title}>{t('keys.anywhere')}</h3>
        <dl class={css.keys}>
          {PLAYER_KEYS.map(({ action, keys }) => (
            <div key={action} class={css.row}>
              <dt>
                <kbd class={css.key}>{keyName(keys[0] ?? '')}</kbd>
              </dt>
              <dd>{player(`keys.${action}`)}</dd>
            </div>
          ))}
        </dl>
        <h3 class={css.title}>{t('keys.inText')}</h3>
        <dl class={css.keys}>
          {textKeys.map((key) => (
            <div key={key} class={css.row}>
              <dt>
                <kbd class={css.key}>{t(`keys.${key}.key`)}</kbd>
              </dt>
              <dd>{t(`keys.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
        <Button
          kind="main"
          pressed={shortcutsOn.value}
          onClick={() => (shortcutsOn.value = !shortcutsOn.value)}
        >
          {player('keys.on')}
        </Button>
        <p>{player('keys.onNote')}</p>
      </div>
    </Sheet>
  );
}
