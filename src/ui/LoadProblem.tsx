import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { Problem } from './Problem.tsx';

type KnownProblem = 'offline' | 'not-found' | 'not-verified' | 'unreadable' | 'shelf-missing' | 'key-changed';
const KNOWN: readonly string[] = [
  'offline',
  'not-found',
  'not-verified',
  'unreadable',
  'shelf-missing',
  'key-changed',
] satisfies KnownProblem[];

interface LoadProblemProps {
  /** What a bookcase rejected with, or anything else that was thrown. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why something is not here, in the person's words, with what to do now. */
export function LoadProblem({ error, onRetry }: LoadProblemProps) {
  const t = useT('problem');
  const problem = problemOf(error);
  return (
    <Problem
      icon={problem === 'offline' ? 'offline' : 'warning'}
      title={t(`${problem}.title`)}
      text={t(`${problem}.text`)}
      action={
        <>
          <Button kind="main" icon="refresh" onClick={onRetry}>
            {t('retry')}
          </Button>
          {problem === 'not-found' && (
            <ButtonLink kind="main" href="/">
              {t('home')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

function problemOf(error: unknown): KnownProblem | 'unexpected' {
  const name = error instanceof Error && 'problem' in error ? error.problem : null;
  return isKnown(name) ? name : 'unexpected';
}

function isKnown(name: unknown): name is KnownProblem {
  return typeof name === 'string' && KNOWN.includes(name);
}
