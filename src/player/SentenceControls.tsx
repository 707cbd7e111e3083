import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import type { EnginePlayer } from './sentence-engine.ts';
import { nearestSpeed, type Speed } from './speeds.ts';
import { SpeedMenu } from './SpeedMenu.tsx';
import { TwoLines } from './TwoLines.tsx';
import css from './SentenceControls.module.css';

interface SentenceControlsProps {
  readonly player: EnginePlayer;
  /** Kept for good by the caller; the player already follows it. */
  readonly onSpeed: (speed: Speed) => void;
  /** Absent: no 逐句停 in the bar. */
  readonly onPauseEach?: ((on: boolean) => void) | undefined;
  /** 逐句停 behind 速度 instead, for bars that are full. */
  readonly pauseEachInMenu?: boolean;
  /** 重复 has a button of its own among `children`: not offered behind 速度 as well. */
  readonly hasOwnLoop?: boolean;
  /** 再听一遍 where there is nothing to see. */
  readonly heard?: boolean;
  /** More buttons at the end of the bar: 手语大小, 字幕, 文字稿. Use `Button` with `kind="main"` and `stacked`. */
  readonly children?: ComponentChildren;
}

/**
 * The bar under every piece: sentence by sentence. Plain buttons in tab order, not a toolbar with arrow keys, because
 * the arrow keys are the sentences.
 */
export function SentenceControls(props: SentenceControlsProps) {
  const { player, onSpeed, onPauseEach, children } = props;
  const { pauseEachInMenu = false, hasOwnLoop = false, heard = false } = props;
  const t = useT('player');
  const [menuOpen, setMenuOpen] = useState(false);
  const playing = player.playing.value;

  function changeSpeed(speed: Speed): void {
    player.setSpeed(speed);
    onSpeed(speed);
  }

  function changePauseEach(on: boolean): void {
    player.setPauseAfterSentence(on);
    onPauseEach?.(on);
  }

  return (
    <div class={css.place}>
      <fieldset class={css.bar} aria-label={t('bar')}>
        <Button kind="main" stacked icon="previous" onClick={player.previous}>
          {t('previous')}
        </Button>
        <Button kind="main" stacked icon="again" onClick={player.again}>
          {t(heard ? 'againAudio' : 'again')}
        </Button>
        <Button kind="main" stacked icon="next" onClick={player.next}>
          {t('next')}
        </Button>
        <Button kind="main" stacked solid icon={playing ? 'pause' : 'play'} onClick={player.toggle}>
          {t(playing ? 'pause' : 'play')}
        </Button>
        <Button kind="main" stacked aria-haspopup="dialog" onClick={() => setMenuOpen(true)}>
          <TwoLines name={t('speed.label')} value={t(`speed.${nearestSpeed(player.speed.value).word}`)} />
        </Button>
        {onPauseEach && !pauseEachInMenu && (
          <Button
            kind="main"
            stacked
            icon="solo"
            pressed={player.pauseAfterSentence.value}
            onClick={() => changePauseEach(!player.pauseAfterSentence.value)}
          >
            {t('pauseEach')}
          </Button>
        )}
        {children}
      </fieldset>
      {menuOpen && (
        <SpeedMenu
          player={player}
          onSpeed={changeSpeed}
          onPauseEach={pauseEachInMenu ? changePauseEach : undefined}
          hasLoop={!hasOwnLoop}
          onClose={() => setMenuOpen(false)}
        />
      )}
    </div>
  );
}
