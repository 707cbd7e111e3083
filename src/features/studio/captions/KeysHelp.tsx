import { useT } from '../../../i18n/use-t.ts';
import { settings, updateSettings } from '../../../storage/settings-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { CAPTION_KEYS } from './caption-keys.ts';
import { Folded } from './Folded.tsx';
import css from './MoveAll.module.css';

/** The same list the keyboard goes by. */
export function KeysHelp() {
  const t = useT('studio-captions');
  const { shortcuts } = settings.value;
  return (
    <Folded title={t('keys.title')}>
      <dl class={css.keys}>
        {CAPTION_KEYS.map(({ action, plain, held }) => (
          <div key={action} class={css.key}>
            <dt>{t(`keys.${action}`)}</dt>
            <dd>
              {shortcuts && <kbd>{plain[0] === ' ' ? t('keys.space') : plain[0]?.toUpperCase()}</kbd>}
              {held !== null && <kbd>{t('keys.held', { key: HELD[held] ?? held })}</kbd>}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('keys.note')}</p>
      <Button pressed={shortcuts} onClick={() => updateSettings({ shortcuts: !shortcuts })}>
        {t('keys.on')}
      </Button>
    </Folded>
  );
}

const HELD: Readonly<Record<string, string>> = { Enter: 'Enter', ArrowUp: '↑', ArrowDown: '↓' };
