import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { Pages } from '../../App.tsx';
import css from './PreviewPages.module.css';

/** Rooms of the tablet itself, which a draft has nothing to do with. */
const LEFT_OUT = /^\/(?:storage|studio|preview)(?:\/|$)/u;

interface PreviewPagesProps {
  readonly onRoute: (route: (path: string) => void) => void;
}

/** The member's pages, each under the line that says what it is. */
export function PreviewPages({ onRoute }: PreviewPagesProps) {
  const t = useT('studio-preview');
  const { path, route } = useLocation();
  useEffect(() => {
    onRoute((to) => route(to));
  }, [onRoute, route]);
  const notice = (
    // A landmark of its own: nothing of a page may lie outside of one.
    <aside class={css.label} aria-label={t('alone.title')}>
      <StateLine kind="plain" icon="edit">
        {t('label')}
      </StateLine>
    </aside>
  );
  if (!LEFT_OUT.test(path)) return <Pages notice={notice} />;
  return (
    <main class={css.alone}>
      {notice}
      <PageTitle>{t('leftOut.title')}</PageTitle>
      <Problem
        title={t('leftOut.text')}
        action={
          <ButtonLink kind="main" href="/">
            {t('leftOut.home')}
          </ButtonLink>
        }
      />
    </main>
  );
}

/** Its address was opened by itself, or the studio that showed it was closed. */
export function PreviewAlone() {
  const t = useT('studio-preview');
  return (
    <main class={css.alone}>
      <PageTitle>{t('alone.title')}</PageTitle>
      <Problem
        title={t('alone.text')}
        action={
          <ButtonLink kind="main" href="/studio" target="_top">
            {t('alone.studio')}
          </ButtonLink>
        }
      />
    </main>
  );
}
