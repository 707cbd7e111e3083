import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { NextPiece } from '../piece-props.ts';
import css from './FilmEnd.module.css';

interface FilmEndProps {
  readonly questions: readonly string[];
  readonly language: string;
  readonly next: NextPiece | null;
}

/** After the last line: what to talk about, and the piece that follows. */
export function FilmEnd({ questions, language, next }: FilmEndProps) {
  const t = useT('film');
  if (questions.length === 0 && !next) return null;
  return (
    <div class={css.end}>
      {questions.length > 0 && (
        <>
          <h2 class={css.title}>{t('talk')}</h2>
          <ul class={css.questions} lang={language}>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {next && (
        <ButtonLink kind="main" href={next.href}>
          {t('nextPiece', { title: next.title })}
        </ButtonLink>
      )}
    </div>
  );
}
