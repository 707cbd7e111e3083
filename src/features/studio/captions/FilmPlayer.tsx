import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { CaptionBand } from '../../../player/CaptionBand.tsx';
import { MediaState } from '../../../player/MediaState.tsx';
import type { MediaSentencePlayer } from '../../../player/media-sentence-player.ts';
import { SpeedMenu } from '../../../player/SpeedMenu.tsx';
import { nearestSpeed } from '../../../player/speeds.ts';
import { Timeline } from '../../../player/Timeline.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { clockText } from './clock.ts';
import { jump, stepFrame } from './film-steps.ts';
import type { Film } from './use-film.ts';
import css from './FilmPlayer.module.css';

interface FilmPlayerProps {
  readonly captions: CaptionsDesk;
  readonly film: Film;
  readonly player: MediaSentencePlayer;
  /** Stands between the film and what is set less often. */
  readonly children: ComponentChildren;
}

type Size = 16 | 12 | 8;
const SIZES: readonly Size[] = [16, 12, 8];

/** The film with its captions in the member's own band, at the size the member chose: what is seen here is what they see. */
export function FilmPlayer({ captions, film, player, children }: FilmPlayerProps) {
  const t = useT('studio-captions');
  const [size, setSize] = useState<Size>(16);
  const { language } = captions.desk.piece.value;
  return (
    <section class={css.player} aria-label={t('film.title')}>
      <Picture player={player} url={film.url ?? ''} />
      <Timeline player={player} cues={[]} />
      <CaptionBand
        captions={captions.cues.value}
        language={language}
        frameSeconds={player.frameSeconds}
        charactersPerLine={size}
      />
      <Controls captions={captions} player={player} />
      {children}
      <ChoiceGroup<Size>
        label={t('film.size')}
        value={size}
        choices={SIZES.map((value) => ({ value, label: t('film.characters', { count: value }) }))}
        onChange={setSize}
      />
    </section>
  );
}

function Picture({ player, url }: { readonly player: MediaSentencePlayer; readonly url: string }) {
  const t = useT('studio-captions');
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEffect(() => {
    player.attach(video);
    return () => player.attach(null);
  }, [player, video]);
  return (
    <div class={css.picture}>
      {/* Captions stand in their own band under the picture, never over it. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={setVideo}
        class={css.video}
        src={url}
        playsInline
        preload="auto"
        aria-label={t('film.picture')}
      />
      <MediaState
        kind="film"
        src={url}
        waiting={player.waiting.value}
        problem={null}
        onRetry={player.retry}
      />
      {/* Its file is on this machine: what is wrong is never the network. */}
      <div aria-live="polite">
        {player.problem.value !== null && <StateLine kind="stop">{t('film.cannotPlay')}</StateLine>}
      </div>
    </div>
  );
}

function Controls({ captions, player }: Pick<FilmPlayerProps, 'captions' | 'player'>) {
  const t = useT('studio-captions');
  const speeds = useT('player');
  const [isSpeedOpen, setSpeedOpen] = useState(false);
  const playing = player.playing.value;
  const now = useComputed(() => clockText(player.frameSeconds.value));
  const frames = captions.options.value.framesPerSecond ?? 25;
  return (
    <div class={css.controls}>
      <Button kind="main" solid icon={playing ? 'pause' : 'play'} onClick={player.toggle}>
        {t(playing ? 'film.pause' : 'film.play')}
      </Button>
      <Button kind="main" icon="arrow-left" onClick={() => jump(player, -2)}>
        {t('film.back')}
      </Button>
      <Button kind="main" icon="arrow-right" onClick={() => jump(player, 2)}>
        {t('film.forward')}
      </Button>
      <Button icon="previous" onClick={() => stepFrame(player, -1, frames)}>
        {t('film.frameBack')}
      </Button>
      <Button icon="next" onClick={() => stepFrame(player, 1, frames)}>
        {t('film.frameForward')}
      </Button>
      <Button icon="speed" onClick={() => setSpeedOpen(true)}>
        {speeds(`speed.${nearestSpeed(player.speed.value).word}`)}
      </Button>
      <p class={css.now}>
        {t('film.now')} <span class={css.clock}>{now}</span>
      </p>
      {isSpeedOpen && (
        <SpeedMenu
          player={player}
          hasLoop={false}
          onSpeed={player.setSpeed}
          onClose={() => setSpeedOpen(false)}
        />
      )}
    </div>
  );
}
