import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { useMore } from '../../ui/use-more.ts';
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
      <FoundList key={search.query} found={found} />
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

/** A word that is everywhere is found in hundreds of pieces: drawing them all would make every further letter wait. */
const FEW = 12;

function FoundList({ found }: { readonly found: readonly FoundPiece[] }) {
  const t = useT('bookshelf');
  const { shown, rest, showAll } = useMore(found, FEW);
  const list = useRef<HTMLUListElement>(null);
  const [isWhole, setWhole] = useState(false);
  // The button that was pressed is gone: whoever uses a keyboard goes on with the first piece it brought.
  useEffect(() => {
    if (isWhole) list.current?.children[FEW]?.querySelector('a')?.focus();
  }, [isWhole]);
  const showRest = () => {
    showAll();
    setWhole(true);
  };
  return (
    <>
      <ul ref={list} class={css.list}>
        {shown.map((one) => (
          <li key={`${one.issue.id}/${one.piece.id}`}>
            <Found found={one} />
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onClick={showRest}>{t('search.rest', { number: formatNumber(rest) })}</Button>}
    </>
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
