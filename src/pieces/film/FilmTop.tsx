import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FILM_VIEWS, type FilmView } from './film-state.ts';
import css from './FilmTop.module.css';

interface FilmTopProps {
  readonly title: string;
  readonly language: string;
  readonly backHref: string;
  readonly backLabel: string;
  /** Null where there is nothing to choose. */
  readonly view: FilmView | null;
  readonly onView: (view: FilmView) => void;
}

export function FilmTop({ title, language, backHref, backLabel, view, onView }: FilmTopProps) {
  const t = useT('film');
  return (
    <header class={css.top}>
      <div class={css.title}>
        <ButtonLink kind="quiet" icon="back" href={backHref}>
          {backLabel}
        </ButtonLink>
        <h1 class={css.heading} lang={language}>
          {title}
        </h1>
      </div>
      {view !== null && (
        <fieldset class={css.views} aria-label={t('views')}>
          {FILM_VIEWS.map((one) => (
            <Button key={one} kind="main" icon={one} pressed={one === view} onClick={() => onView(one)}>
              {t(`view.${one}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </header>
  );
}
