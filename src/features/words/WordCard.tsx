import type { IssueTerm } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import type { WordMark } from '../../storage/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { WordMedia } from './WordMedia.tsx';
import css from './WordCard.module.css';

interface WordCardProps {
  readonly term: IssueTerm;
  readonly mark: WordMark | null;
  readonly onMark: (mark: WordMark | null) => void;
}

const MARKS = [
  { mark: 'known', icon: 'check' },
  { mark: 'again', icon: 'refresh' },
] as const;

export function WordCard({ term, mark, onMark }: WordCardProps) {
  const t = useT('words');
  const bookcase = useBookcase();
  const { word, pinyin, explanation, example, picture, firstSentence } = term;
  return (
    <article class={css.card} aria-label={word}>
      <h3 class={css.head} lang="zh-Hans">
        <span class={css.word}>{word}</span>{' '}
        <span class={css.pinyin} lang="zh-Latn-pinyin">
          {pinyin}
        </span>
      </h3>
      <p lang="zh-Hans">{explanation}</p>
      {example !== undefined && (
        <p class={css.example} lang="zh-Hans">
          {example}
        </p>
      )}
      {picture !== undefined && (
        <img
          class={css.picture}
          src={bookcase.urlOf(picture.image)}
          alt={picture.alt}
          width={picture.image.width}
          height={picture.image.height}
          loading="lazy"
        />
      )}
      <WordMedia term={term} />
      <div class={`${css.actions} no-print`}>
        {MARKS.map(({ mark: value, icon }) => (
          <Button
            key={value}
            icon={icon}
            pressed={mark === value}
            onClick={() => onMark(mark === value ? null : value)}
          >
            {t(`mark.${value}`)}
          </Button>
        ))}
        {firstSentence !== undefined && (
          <ButtonLink href={`/read/${term.issue}/${firstSentence.piece}?s=${firstSentence.sentence}`}>
            {t('inText')}
            <span class="visually-hidden">{t('inTextOf', { word })}</span>
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
