import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import type { Means } from './people-api.ts';
import css from './People.module.css';

interface MeansListProps {
  readonly means: readonly Means[];
  /** A keeper may take somebody's last one; one's own stays. */
  readonly mayBeLast?: boolean;
  readonly onRemove: (id: string) => void;
}

/** By what somebody may sign in. */
export function MeansList({ means, mayBeLast = false, onRemove }: MeansListProps) {
  const t = useT('studio-people');
  if (means.length === 0) return <p class={css.quiet}>{t('means.none')}</p>;
  return (
    <ul class={css.list}>
      {means.map(({ id, kind, device, addedMs, usedMs }) => (
        <li key={id} class={css.line}>
          <div>
            <p>
              {t(`means.kind.${kind}`)}
              {device !== '' && t('means.device', { device })}
            </p>
            <p class={css.quiet}>
              {t('means.times', { added: dayAndTime(addedMs), used: dayAndTime(usedMs) })}
            </p>
          </div>
          <Button
            icon="trash"
            blocked={means.length === 1 && !mayBeLast ? t('means.last') : undefined}
            onClick={() => onRemove(id)}
          >
            {t('means.remove')}
            <span class="visually-hidden"> {`${t(`means.kind.${kind}`)} ${device}`}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
