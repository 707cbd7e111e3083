import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './FirstVisitBar.module.css';

export interface FirstVisitBarProps {
  readonly onChoose: () => void;
}

/** On a page opened by a link, before anything was chosen: the page comes first, the choice is offered above it. */
export function FirstVisitBar({ onChoose }: FirstVisitBarProps) {
  const t = useT('app');
  const [isLater, setLater] = useState(false);
  if (isLater) return null;
  return (
    <aside class={`${css.bar} no-print`} aria-label={t('firstVisit.choose')}>
      <p class={css.text}>{t('firstVisit.text')}</p>
      <Button onClick={onChoose}>{t('firstVisit.choose')}</Button>
      <Button kind="quiet" onClick={() => setLater(true)}>
        {t('firstVisit.later')}
      </Button>
    </aside>
  );
}
