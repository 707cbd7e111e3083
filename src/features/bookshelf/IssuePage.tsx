import { useCallback } from 'preact/hooks';
import type { Issue } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { useLibrary } from '../../library/library-context.tsx';
import { allProgress } from '../../storage/progress.ts';
import type { Progress } from '../../storage/progress.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { IssueSpread } from '../../ui/issue/IssueSpread.tsx';
import { localDate } from '../../ui/issue/local-date.ts';
import { SessionCard } from '../../ui/issue/SessionCard.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import css from './BookshelfPage.module.css';

/** Any month, as its own page: what it is, all its pieces, the meeting it belongs to. */
export default function IssuePage({ id }: { readonly id: string }) {
  const t = useT('bookshelf');
  const bookcase = useBookcase();
  const { result, retry } = useLoad(
    useCallback(
      () =>
        Promise.all([
          bookcase.issue(id),
          // What the tablet remembers is a help, not a condition.
          allProgress().catch((): readonly Progress[] => []),
        ]),
      [bookcase, id],
    ),
  );

  return (
    <div class={css.page}>
      <nav aria-label={t('backLabel')}>
        <ButtonLink icon="back" href="/bookshelf">
          {t('title')}
        </ButtonLink>
      </nav>
      {result.state === 'failed' && (
        <>
          <PageTitle>{t('issueTitle')}</PageTitle>
          <LoadProblem error={result.error} onRetry={retry} />
        </>
      )}
      {result.state === 'loading' && <div class={css.waiting} aria-busy="true" />}
      {result.state === 'ready' && (
        <LoadedIssue issue={result.value[0]} places={result.value[1].filter((place) => place.issue === id)} />
      )}
    </div>
  );
}

interface LoadedIssueProps {
  readonly issue: Issue;
  readonly places: readonly Progress[];
}

function LoadedIssue({ issue, places }: LoadedIssueProps) {
  const t = useT('bookshelf');
  const bookcase = useBookcase();
  const library = useLibrary();
  const { session } = issue;
  const cover = { src: bookcase.urlOf(issue.cover), type: issue.cover.type };
  return (
    <>
      <IssueSpread
        issue={issue}
        cover={cover}
        places={places}
        today={localDate()}
        level={1}
        library={library}
      />
      {session !== undefined && (
        <SessionCard
          title={t(session.date < localDate(session.timeZone) ? 'session.past' : 'session.coming')}
          session={session}
        />
      )}
    </>
  );
}
