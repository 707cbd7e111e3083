import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { FILM_VIEWS, type FilmView } from './film-state.ts';
import css from './PieceTop.module.css';

interface ViewChoiceProps {
  readonly view: FilmView;
  readonly onView: (view: FilmView) => void;
}

/** The four ways to watch, each one tap away. */
export function ViewChoice({ view, onView }: ViewChoiceProps) {
  const t = useT('film');
  return (
    <fieldset class={css.views} aria-label={t('views')}>
      {FILM_VIEWS.map((one) => (
        <Button key={one} kind="main" icon={one} pressed={one === view} onClick={() => onView(one)}>
          {t(`view.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
}
