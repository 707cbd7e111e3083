import { useEffect, useRef } from 'preact/hooks';
import type { Track } from '../../core/sync/track.ts';
import { useT } from '../../i18n/use-t.ts';
import { MediaState } from '../../player/MediaState.tsx';
import { Badge } from '../../ui/Badge.tsx';
import type { ReadingPlayer } from './use-reading-player.ts';
import css from './ReadingPiece.module.css';

interface AudioTrackProps {
  readonly track: Track;
  readonly src: string;
  readonly player: ReadingPlayer;
}

/** The text read aloud: who reads, and how it stands. The bar plays it. */
export function AudioTrack({ track, src, player }: AudioTrackProps) {
  const t = useT('reading');
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    player.attach(audio.current);
    return () => player.attach(null);
  }, [player, src]);
  return (
    <div class={css.audio}>
      {/* Its words are the text on the page. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} src={src} preload="auto" />
      <span class={css.who}>
        {track.placeholder && <Badge kind="sample">{t('track.sampleBadge')}</Badge>}{' '}
        {t('track.reader', { performer: track.performer })}
      </span>
      <MediaState
        kind="audio"
        src={src}
        waiting={player.waiting.value}
        problem={player.problem.value}
        onRetry={player.retry}
      />
    </div>
  );
}
