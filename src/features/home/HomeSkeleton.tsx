import { useT } from '../../i18n/use-t.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import css from './HomePage.module.css';

/** The page's places, still empty: what arrives moves nothing. */
export function HomeSkeleton() {
  const t = useT('home');
  return (
    <div class={css.page} aria-busy="true">
      <PageTitle>{t('title')}</PageTitle>
      <div class={css.placeSpread}>
        <p class={css.wait}>{t('loading')}</p>
      </div>
      <div class={css.low}>
        <div class={css.placeCard} />
        <div class={css.placeCard} />
      </div>
    </div>
  );
}
