import type { SentenceId } from '../core/reading/model.ts';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { EnginePlayer } from './sentence-engine.ts';
import { nearestSpeed, SPEEDS, type Speed } from './speeds.ts';
import css from './SpeedMenu.module.css';

interface SpeedMenuProps {
  readonly player: EnginePlayer;
  readonly onSpeed: (speed: Speed) => void;
  /** Offers 逐句停 here, where the bar has no room for it. */
  readonly onPauseEach?: ((on: boolean) => void) | undefined;
  /** Offers 重复 here, where it has no button of its own. */
  readonly hasLoop: boolean;
  readonly onClose: () => void;
}

/** How fast it plays, and what it repeats. */
export function SpeedMenu({ player, onSpeed, onPauseEach, hasLoop, onClose }: SpeedMenuProps) {
  const t = useT('player');
  return (
    <Sheet title={t(hasLoop ? 'speed.title' : 'speed.label')} onClose={onClose}>
      <div class={css.parts}>
        <ChoiceGroup<Speed>
          label={t('speed.label')}
          labelHidden={!hasLoop}
          value={nearestSpeed(player.speed.value).speed}
          choices={SPEEDS.map(({ speed, word }) => ({
            value: speed,
            label: t(`speed.${word}`),
            note: t('speed.times', { speed }),
          }))}
          onChange={onSpeed}
        />
        {onPauseEach && (
          <Button
            kind="main"
            icon="solo"
            pressed={player.pauseAfterSentence.value}
            onClick={() => onPauseEach(!player.pauseAfterSentence.value)}
          >
            {t('pauseEach')}
          </Button>
        )}
        {hasLoop && <LoopChoice player={player} />}
      </div>
    </Sheet>
  );
}

type LoopKind = 'none' | 'sentence' | 'span';

function LoopChoice({ player }: { readonly player: EnginePlayer }) {
  const t = useT('player');
  const loop = player.loop.value;
  const marked = player.loopStart.value;
  const current = player.current.value;
  const number = (id: SentenceId): number => player.sentences.indexOf(id) + 1;
  const kind: LoopKind =
    marked !== null ? 'span' : loop === null ? 'none' : loop.from === loop.to ? 'sentence' : 'span';

  function choose(next: LoopKind): void {
    if (next === 'none') player.setLoop(null);
    if (next === 'sentence' && current !== null) player.setLoop({ from: current, to: current });
    if (next === 'span') player.markLoopStart();
  }

  return (
    <div class={css.loop}>
      <ChoiceGroup<LoopKind>
        label={t('loop.label')}
        value={kind}
        choices={[
          { value: 'none', label: t('loop.none') },
          { value: 'sentence', label: t('loop.sentence') },
          { value: 'span', label: t('loop.span') },
        ]}
        onChange={choose}
      />
      {kind === 'span' && (
        <>
          <p>{t('loop.spanHelp')}</p>
          <div class={css.marks}>
            <Button kind="main" onClick={player.markLoopStart}>
              {t('loop.from')}
            </Button>
            <Button kind="main" onClick={player.markLoopEnd}>
              {t('loop.to')}
            </Button>
          </div>
        </>
      )}
      <p class={css.now} aria-live="polite">
        {current !== null && <span>{t('loop.now', { number: number(current) })}</span>}
        {marked !== null && <span>{t('loop.marked', { number: number(marked) })}</span>}
        {marked === null && loop !== null && (
          <span>
            {loop.from === loop.to
              ? t('loop.onOne', { number: number(loop.from) })
              : t('loop.on', { from: number(loop.from), to: number(loop.to) })}
          </span>
        )}
      </p>
    </div>
  );
}
