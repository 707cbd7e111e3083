import { useT } from '../../i18n/use-t.ts';
import type { Reading } from '../../core/reading/model.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { NextPiece } from '../piece-props.ts';
import css from './EndOfPiece.module.css';

interface EndOfPieceProps {
  readonly reading: Reading;
  readonly next: NextPiece | null;
  readonly backHref: string;
  readonly backLabel: string;
}

/** After the last sentence: what to talk about, whose words these were, and where to go on. */
export function EndOfPiece({ reading, next, backHref, backLabel }: EndOfPieceProps) {
  const t = useT('reading');
  return (
    <div class={css.end}>
      {reading.questions.length > 0 && (
        <section class={css.questions} aria-label={t('end.questions')}>
          <h2 class={css.title}>{t('end.questions')}</h2>
          <ol class={css.cards}>
            {reading.questions.map((question) => (
              <li key={question} class={css.card} lang={reading.language}>
                {question}
              </li>
            ))}
          </ol>
        </section>
      )}
      {reading.source && <p class={css.source}>{t('end.source', { ...reading.source })}</p>}
      <nav class={css.links} aria-label={t('end.next')}>
        {next && (
          <ButtonLink kind="main" solid icon="next" href={next.href}>
            {t('end.nextPiece', { title: next.title })}
          </ButtonLink>
        )}
        <ButtonLink kind="main" icon="back" href={backHref}>
          {backLabel}
        </ButtonLink>
      </nav>
    </div>
  );
}
