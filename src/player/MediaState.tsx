import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { StateLine } from '../ui/StateLine.tsx';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import css from './MediaState.module.css';

interface MediaStateProps {
  readonly kind: 'sign' | 'film' | 'audio';
  readonly src: string;
  readonly waiting: Waiting;
  readonly problem: PlayerProblem;
  readonly onRetry: () => void;
}

/** What is waited for or went wrong, in words, with the way out. Beside the picture, never over it. */
export function MediaState({ kind, src, waiting, problem, onRetry }: MediaStateProps) {
  const t = useT('player');
  return (
    <div class={css.state} aria-live="polite">
      {problem !== null && (
        <>
          {isOnTablet(src) ? (
            <StateLine kind="stop">{t(`problem.${kind}`)}</StateLine>
          ) : (
            <StateLine kind="wait" icon="offline" note={t('away.note')}>
              {t(`away.${kind}`)}
            </StateLine>
          )}
          <Button icon="refresh" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        </>
      )}
      {problem === null && waiting !== null && <StateLine kind="wait">{t(`wait.${waiting}`)}</StateLine>}
    </div>
  );
}

/** What the library has stored has an address of its own; everything else comes over the network. */
function isOnTablet(src: string): boolean {
  return new URL(src, location.href).pathname.startsWith('/media/');
}
