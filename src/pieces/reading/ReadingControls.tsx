import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { SentenceControls } from '../../player/SentenceControls.tsx';
import { TwoLines } from '../../player/TwoLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { PieceSettings } from '../piece-props.ts';
import { LoopButton } from './LoopButton.tsx';
import strip from './Strip.module.css';
import { TrackButton } from './TrackButton.tsx';
import { useMedia } from './use-media.ts';
import type { ReadingPlayer, TrackChoice } from './use-reading-player.ts';
import css from './ReadingPiece.module.css';

interface ReadingControlsProps {
  readonly player: ReadingPlayer;
  readonly choice: TrackChoice;
  readonly settings: PieceSettings;
  readonly onSettings: (patch: Partial<PieceSettings>) => void;
  readonly numberOf: (sentence: string) => number;
  /** The signer can be made larger here. */
  readonly hasSizes: boolean;
}

const sizes = ['third', 'half', 'full'] as const;

/** The bar under a reading. Where nothing plays, only what does something: back and on by a sentence. */
export function ReadingControls(props: ReadingControlsProps) {
  const { player, choice, settings, onSettings, numberOf, hasSizes } = props;
  const t = useT('reading');
  const isNarrow = useMedia('(max-width: 47.99rem)');
  const [isMoreOpen, setMoreOpen] = useState(false);
  const { track } = choice;
  if (track === null) {
    return (
      <fieldset class={css.still} data-edge="end" aria-label={t('bar')}>
        <Button kind="main" wide icon="previous" onClick={player.previous}>
          {t('previous')}
        </Button>
        <Button kind="main" wide icon="next" onClick={player.next}>
          {t('next')}
        </Button>
      </fieldset>
    );
  }
  const setPauseEach = (pauseAfterSentence: boolean): void => onSettings({ pauseAfterSentence });
  const size = sizes.indexOf(settings.signSize);
  const extras = (
    <>
      <LoopButton player={player} numberOf={numberOf} />
      {track.kind === 'sign' && hasSizes && (
        <Button
          kind="main"
          stacked
          onClick={() => onSettings({ signSize: sizes[(size + 1) % sizes.length] ?? 'third' })}
        >
          <TwoLines name={t('signSize.label')} value={t(`signSize.${settings.signSize}`)} />
        </Button>
      )}
      <TrackButton {...choice} />
    </>
  );
  return (
    <div class={css.controls} data-edge="end">
      <SentenceControls
        player={player}
        heard={track.kind === 'audio'}
        hasOwnLoop
        onSpeed={(speed) => onSettings({ speed })}
        onPauseEach={isNarrow ? undefined : setPauseEach}
      >
        {isNarrow ? (
          <Button kind="main" stacked icon="more" aria-haspopup="dialog" onClick={() => setMoreOpen(true)}>
            {t('more.label')}
          </Button>
        ) : (
          extras
        )}
      </SentenceControls>
      {isNarrow && isMoreOpen && (
        <Sheet title={t('more.label')} onClose={() => setMoreOpen(false)}>
          <div class={strip.choices}>
            <Button
              kind="main"
              stacked
              icon="solo"
              pressed={settings.pauseAfterSentence}
              onClick={() => setPauseEach(!settings.pauseAfterSentence)}
            >
              {t('more.pauseEach')}
            </Button>
            {extras}
          </div>
        </Sheet>
      )}
    </div>
  );
}
