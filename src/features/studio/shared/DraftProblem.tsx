import { useT } from '../../../i18n/use-t.ts';
import { DraftStoreError } from '../../../storage/drafts/draft-store-error.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { LoadProblem } from '../../../ui/LoadProblem.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { NoDraftError } from './use-desk.ts';

interface DraftProblemProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why a draft is not shown, and the way on. */
export function DraftProblem({ error, onRetry }: DraftProblemProps) {
  const t = useT('studio');
  const kind = kindOf(error);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {kind === null ? (
        <LoadProblem error={error} onRetry={onRetry} />
      ) : (
        <Problem
          title={t(`problem.${kind}.title`)}
          text={t(`problem.${kind}.text`)}
          action={
            kind === 'missing' ? (
              <ButtonLink kind="main" href="/studio">
                {t('back.queue')}
              </ButtonLink>
            ) : (
              <Button kind="main" icon="refresh" onClick={onRetry}>
                {t('problem.retry')}
              </Button>
            )
          }
        />
      )}
    </>
  );
}

function kindOf(error: unknown): 'missing' | 'full' | 'refused' | 'unreadable' | null {
  if (error instanceof NoDraftError) return 'missing';
  if (error instanceof DraftStoreError) return error.fault === 'full' ? 'full' : 'refused';
  // The document did not parse: a newer app wrote it, or it is damaged.
  const isUnreadable = error instanceof SyntaxError || (error instanceof Error && error.name === 'ValiError');
  return isUnreadable ? 'unreadable' : null;
}
