import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import css from './OpenInBrowser.module.css';

const DISMISSED = 'same-page.open-in-browser';

function wasDismissed(): boolean {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return false;
  }
}

/** How to get to a browser that can keep things, as a picture: words alone have sent people in circles. */
export function OpenInBrowser() {
  const t = useT('app');
  const [isGone, setGone] = useState(wasDismissed);
  if (isGone) return null;
  const dismiss = () => {
    setGone(true);
    try {
      localStorage.setItem(DISMISSED, 'yes');
    } catch {
      // Then it is said again at the next visit.
    }
  };
  return (
    <aside class={`${css.hint} no-print`} aria-label={t('openInBrowser.title')}>
      <svg class={css.picture} viewBox="0 0 132 92" role="img" aria-label={t('openInBrowser.picture')}>
        <rect class={css.screen} x="1.500" y="1.500" width="129" height="89" rx="8" />
        <path class={css.rule} d="M2 23h128" />
        <path class={css.dots} d="M104 12.500h.1M111 12.500h.1M118 12.500h.1" />
        <circle class={css.ring} cx="111" cy="12.500" r="17" />
        <path class={css.rule} d="M107 34v10m-5-5 5 5 5-5" />
        <rect class={css.item} x="30" y="50" width="92" height="30" rx="6" />
        <text class={css.word} x="76" y="70" text-anchor="middle" font-size="14">
          {t('openInBrowser.menu')}
        </text>
      </svg>
      <div class={css.words}>
        <p class={css.title}>{t('openInBrowser.title')}</p>
        <p>{t('openInBrowser.text')}</p>
      </div>
      <Button onClick={dismiss}>{t('openInBrowser.dismiss')}</Button>
    </aside>
  );
}
