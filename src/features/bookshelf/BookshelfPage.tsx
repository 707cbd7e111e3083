import { useCallback, useId, useMemo, useState } from 'preact/hooks';
import type { IssueSummary } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { useLibrary } from '../../library/library-context.tsx';
import { settings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { IssueShelf } from './IssueShelf.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useSearch } from './use-search.ts';
import css from './BookshelfPage.module.css';

const NO_ISSUES: readonly IssueSummary[] = [];

/** 书架: every issue of the club, and the one place to find words again. */
export default function BookshelfPage() {
  const t = useT('bookshelf');
  const bookcase = useBookcase();
  const library = useLibrary();
  const club = settings.value.club;
  const { result, retry } = useLoad(
    useCallback(() => (club === null ? Promise.resolve(NO_ISSUES) : bookcase.issues(club)), [bookcase, club]),
  );
  const [typed, setTyped] = useState('');
  const [onlySign, setOnlySign] = useState(false);
  const [onlyCaptions, setOnlyCaptions] = useState(false);

  const all = result.state === 'ready' ? result.value : NO_ISSUES;
  const issues = useMemo(
    () => all.filter((issue) => (!onlySign || issue.hasSign) && (!onlyCaptions || issue.hasCaptions)),
    [all, onlySign, onlyCaptions],
  );
  const search = useSearch(bookcase, library, issues, typed);
  const showAll = () => {
    setTyped('');
    setOnlySign(false);
    setOnlyCaptions(false);
  };

  return (
    <div class={css.page}>
      <PageTitle
        note={t('note')}
        aside={
          <ButtonLink icon="tablet" href="/storage">
            {t('storage')}
          </ButtonLink>
        }
      >
        {t('title')}
      </PageTitle>
      <div class={css.tools}>
        <SearchField value={typed} onInput={setTyped} />
        <fieldset class={css.filters}>
          <legend class="visually-hidden">{t('filter.label')}</legend>
          <Button kind="main" icon="sign" pressed={onlySign} onClick={() => setOnlySign(!onlySign)}>
            {t('filter.sign')}
          </Button>
          <Button
            kind="main"
            icon="captions"
            pressed={onlyCaptions}
            onClick={() => setOnlyCaptions(!onlyCaptions)}
          >
            {t('filter.captions')}
          </Button>
        </fieldset>
      </div>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
      {result.state === 'loading' && <div class={css.waiting} aria-busy="true" />}
      {result.state === 'ready' && all.length === 0 && (
        <EmptyState icon="bookshelf" title={t('empty.title')} text={t('empty.text')} />
      )}
      {all.length > 0 && issues.length === 0 && (
        <EmptyState
          icon="bookshelf"
          title={t('noneFit.title')}
          text={t(onlySign ? 'noneFit.sign' : 'noneFit.captions')}
          action={
            <Button kind="main" onClick={showAll}>
              {t('showAll')}
            </Button>
          }
        />
      )}
      {issues.length > 0 &&
        (search.query === '' ? (
          <IssueShelf issues={issues} />
        ) : (
          <SearchResults search={search} typed={typed.trim()} onShowAll={showAll} />
        ))}
    </div>
  );
}

interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

function SearchField({ value, onInput }: SearchFieldProps) {
  const t = useT('bookshelf');
  const id = useId();
  return (
    <search class={css.search}>
      <label class={css.searchLabel} htmlFor={id}>
        {t('search.label')}
      </label>
      <span class={css.field}>
        <Icon name="search" small />
        <input
          id={id}
          class={css.input}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {value !== '' && (
          <Button icon="close" onClick={() => onInput('')}>
            {t('search.clear')}
          </Button>
        )}
      </span>
    </search>
  );
}
