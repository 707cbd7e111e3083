import type { Club, Issue, IssueSummary } from '../../core/shelf/issue.ts';
import { formatDate } from '../../i18n/format.ts';
import { language } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { useLibrary } from '../../library/library-context.tsx';
import { settings } from '../../storage/settings-store.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IssueSpread } from '../../ui/issue/IssueSpread.tsx';
import { localDate } from '../../ui/issue/local-date.ts';
import { ShelfCard } from '../../ui/issue/ShelfCard.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { Motif } from '../../ui/Motif.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { HomeSkeleton } from './HomeSkeleton.tsx';
import { NextSession } from './NextSession.tsx';
import { useHome } from './use-home.ts';
import css from './HomePage.module.css';

/** 本月: this month's issue, the next meeting, the months before. */
export default function HomePage() {
  const t = useT('home');
  const bookcase = useBookcase();
  const library = useLibrary();
  const clubId = settings.value.club;
  const { result, retry } = useHome(bookcase, library?.issues, clubId);

  if (result.state === 'failed') {
    return (
      <div class={css.page}>
        <PageTitle>{t('title')}</PageTitle>
        <LoadProblem error={result.error} onRetry={retry} />
      </div>
    );
  }
  if (result.state === 'loading' || result.value === null) return <HomeSkeleton />;

  const { club, issue, earlier, places } = result.value;
  const today = localDate();
  const coverOf = ({ cover }: IssueSummary) => ({ src: bookcase.urlOf(cover), type: cover.type });
  return (
    <div class={css.page}>
      <HomeTitle club={club} today={today} />
      {issue === null ? (
        <EmptyState icon="month" title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <IssueSpread
          issue={issue}
          cover={coverOf(issue)}
          places={places}
          today={today}
          level={2}
          library={library}
        />
      )}
      <div class={css.low}>
        {issue !== null && <MeetingCard issue={issue} club={club} />}
        {earlier.length > 0 && (
          <section class={css.earlier} aria-labelledby="earlier">
            <div class={css.head}>
              <h2 id="earlier">{t('earlier')}</h2>
              <ButtonLink href="/bookshelf">{t('all')}</ButtonLink>
            </div>
            <ul class={css.shelf}>
              {earlier.slice(0, 3).map((one) => (
                <li key={one.id}>
                  <ShelfCard issue={one} cover={coverOf(one)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function HomeTitle({ club, today }: { readonly club: Club | null; readonly today: string }) {
  const t = useT('home');
  return (
    <PageTitle
      lead={club !== null && <Motif motif={club.motif} />}
      aside={
        <div class={css.aside}>
          <span>{formatDate(today, 'dayWeekday')}</span>
          <ButtonLink href="/display#club">{t('changeClub')}</ButtonLink>
        </div>
      }
    >
      {club?.name[language.value] ?? t('title')}
    </PageTitle>
  );
}

function MeetingCard({ issue, club }: { readonly issue: Issue; readonly club: Club | null }) {
  if (issue.session === undefined) return null;
  return (
    <NextSession issueId={issue.id} session={issue.session} clubName={club?.name[language.value] ?? ''} />
  );
}
