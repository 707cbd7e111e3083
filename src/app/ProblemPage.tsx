import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import css from './ProblemPage.module.css';

interface ProblemPageProps {
  readonly problem: 'unexpected' | 'unknownPage' | 'offline' | 'insecure';
}

/** A whole page in place of one that cannot be shown. */
export function ProblemPage({ problem }: ProblemPageProps) {
  const t = useT('problem');
  const isLastWord = problem === 'insecure';
  return (
    <div class={css.page} data-alone={isLastWord || undefined}>
      <PageTitle>{t(`${problem}.title`)}</PageTitle>
      <EmptyState
        icon={problem === 'offline' ? 'offline' : 'warning'}
        title={t(`${problem}.text`)}
        action={
          !isLastWord && (
            <>
              {problem !== 'unknownPage' && (
                <Button kind="main" icon="refresh" onClick={() => location.reload()}>
                  {t('reload')}
                </Button>
              )}
              <ButtonLink kind="main" icon="month" href="/">
                {t('home')}
              </ButtonLink>
            </>
          )
        }
      />
    </div>
  );
}

/** At an address the app does not know. */
export const NotFoundPage = () => <ProblemPage problem="unknownPage" />;

/** In place of a page that threw. */
export const UnexpectedPage = () => <ProblemPage problem="unexpected" />;

/** In place of a page whose code could not be fetched. */
export const MissingCodePage = () => <ProblemPage problem="offline" />;
