import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import type { SignIn } from './people-api.ts';
import css from './People.module.css';

interface SignInListProps {
  readonly signIns: readonly SignIn[];
  readonly onEnd: (id: string) => void;
}

/** Where somebody is signed in now, each to be ended. */
export function SignInList({ signIns, onEnd }: SignInListProps) {
  const t = useT('studio-people');
  if (signIns.length === 0) return <p class={css.quiet}>{t('signIns.none')}</p>;
  return (
    <ul class={css.list}>
      {signIns.map(({ id, device, means, seenMs, isThis }) => (
        <li key={id} class={css.line}>
          <div>
            <p>
              {device === '' ? t('device.unknown') : device}
              {isThis && t('signIns.this')}
            </p>
            <p class={css.quiet}>
              {t(`signIns.by.${means}`)} {t('signIns.seen', { time: dayAndTime(seenMs) })}
            </p>
          </div>
          {!isThis && (
            <Button icon="close" onClick={() => onEnd(id)}>
              {t('signIns.end')}
              <span class="visually-hidden"> {device}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
