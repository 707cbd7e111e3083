import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { StateLine } from '../ui/StateLine.tsx';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import css from './MediaState.module.css';

interface MediaStateProps {
  readonly kind: 'sign' | 'film' | 'audio';
  readonly waiting: Waiting;
  readonly problem: PlayerProblem;
  readonly onRetry: () => void;
}

/** What is waited for or went wrong, in words, with the way out. Beside the picture, never over it. */
export function MediaState({ kind, waiting, problem, onRetry }: MediaStateProps) {
  const t = useT('player');
  return (
    <div class={css.state} aria-live="polite">
      {problem !== null && (
        <>
          <StateLine kind="stop">{t(`problem.${kind}`)}</StateLine>
          <Button icon="refresh" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        </>
      )}
      {problem === null && waiting !== null && <StateLine kind="wait">{t(`wait.${waiting}`)}</StateLine>}
    </div>
  );
}
