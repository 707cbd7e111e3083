import { useCallback } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { settings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { loadWords } from './load-words.ts';
import { WordLists } from './WordLists.tsx';
import css from './WordsPage.module.css';

/** 词语: every explained word of the club's issues, and which of them one knows by now. */
export default function WordsPage() {
  const t = useT('words');
  const bookcase = useBookcase();
  const club = settings.value.club;
  const { result, retry } = useLoad(
    useCallback(() => (club === null ? Promise.resolve(null) : loadWords(bookcase, club)), [bookcase, club]),
  );
  const data = result.state === 'ready' ? result.value : null;
  const hasWords = data !== null && data.terms.length > 0;

  return (
    <div class={css.page}>
      <PageTitle
        note={t('note')}
        aside={
          hasWords && (
            <Button icon="print" onClick={() => print()}>
              {t('print')}
            </Button>
          )
        }
      >
        {t('title')}
      </PageTitle>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
      {result.state === 'loading' && <div class={css.waiting} aria-busy="true" />}
      {data !== null && !hasWords && data.missing.length > 0 && (
        <EmptyState
          icon="offline"
          title={t('unread.title')}
          text={t('missing', { number: formatNumber(data.missing.length) })}
          action={
            <Button kind="main" icon="refresh" onClick={retry}>
              {t('unread.action')}
            </Button>
          }
        />
      )}
      {data !== null && !hasWords && data.missing.length === 0 && (
        <EmptyState
          icon="words"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <ButtonLink kind="main" icon="month" href="/">
              {t('empty.action')}
            </ButtonLink>
          }
        />
      )}
      {hasWords && <WordLists key={club} data={data} />}
    </div>
  );
}
