import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import type { FoundPiece } from './full-text.ts';
import type { Search } from './use-search.ts';
import css from './SearchResults.module.css';

interface SearchResultsProps {
  readonly search: Search;
  /** As the person wrote it. */
  readonly typed: string;
  readonly onShowAll: () => void;
}

export function SearchResults({ search, typed, onShowAll }: SearchResultsProps) {
  const t = useT('bookshelf');
  const { found, missingCount, done } = search;
  const number = formatNumber(found.length);
  return (
    <section class={css.results} aria-label={t('search.results')}>
      {(!done || found.length > 0) && (
        <output class={css.count}>{t(done ? 'search.found' : 'search.running', { number })}</output>
      )}
      {done && missingCount > 0 && (
        <StateLine kind="wait" icon="offline">
          {t('search.missing', { number: formatNumber(missingCount) })}
        </StateLine>
      )}
      <ul class={css.list}>
        {found.map((one) => (
          <li key={`${one.issue.id}/${one.piece.id}`}>
            <Found found={one} />
          </li>
        ))}
      </ul>
      {done && found.length === 0 && (
        <EmptyState
          icon="search"
          title={t('search.nothing.title', { words: typed })}
          text={t('search.nothing.text')}
          action={
            <Button kind="main" onClick={onShowAll}>
              {t('showAll')}
            </Button>
          }
        />
      )}
    </section>
  );
}

function Found({ found }: { readonly found: FoundPiece }) {
  const t = useT('bookshelf');
  const { issue, piece, sentences, sentenceCount } = found;
  const href = `/read/${issue.id}/${piece.id}`;
  return (
    <article class={css.piece}>
      <h2 class={css.title}>
        <a class={css.titleLink} href={href}>
          <Icon name={piece.kind} />
          {piece.title}
        </a>
      </h2>
      <p class={css.from}>
        {formatMonth(issue.month)} · {issue.title}
      </p>
      <ul>
        {sentences.map((one) => (
          <li key={one.sentence}>
            <a class={css.sentence} href={`${href}?s=${one.sentence}`} lang="zh-Hans">
              <span>
                {one.before}
                {/* Found by its pinyin, nothing of it is marked. */}
                {one.match !== '' && <mark class={css.mark}>{one.match}</mark>}
                {one.after}
              </span>
              <Icon name="arrow-right" small />
            </a>
          </li>
        ))}
      </ul>
      {sentenceCount > sentences.length && (
        <p class={css.from}>{t('search.more', { number: formatNumber(sentenceCount - sentences.length) })}</p>
      )}
    </article>
  );
}
