import { useMemo } from 'preact/hooks';
import { computed } from '@preact/signals';
import type { Track } from '../../core/sync/track.ts';
import { useT } from '../../i18n/use-t.ts';
import type { FilmPlayer } from '../../player/film-player.ts';
import { SignVideo, type VideoSlot } from '../../player/SignVideo.tsx';
import { Button } from '../../ui/Button.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import type { PieceProps } from '../piece-props.ts';

interface FilmSignProps extends Pick<PieceProps, 'noted' | 'onNote'> {
  readonly player: FilmPlayer;
  readonly track: Track;
  readonly src: string;
}

/** The film's signer: the same video as beside a text, steered by the film. */
export function FilmSign({ player, track, src, noted, onNote }: FilmSignProps) {
  const t = useT('film');
  const slot = useMemo<VideoSlot>(
    () => ({
      attach: player.media.attachSign,
      waiting: computed(() => (player.waiting.value === 'sign' ? 'sign' : null)),
      problem: player.media.signProblem,
      retry: player.media.retrySign,
      toggle: player.toggle,
    }),
    [player],
  );
  const current = player.current.value;
  const isNoted = current !== null && noted.has(current);
  return (
    <SignVideo track={track} src={src} player={slot}>
      {player.media.signProblem.value !== null && <StateLine kind="plain">{t('filmAlone')}</StateLine>}
      {onNote && current !== null && (
        <Button pressed={isNoted} title={t('noteLabel')} onClick={() => onNote(current, !isNoted)}>
          {t(isNoted ? 'noted' : 'note')}
        </Button>
      )}
    </SignVideo>
  );
}
