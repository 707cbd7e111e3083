import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { MediaState } from '../../player/MediaState.tsx';
import type { FilmPlayer } from '../../player/film-player.ts';
import css from './FilmPicture.module.css';

interface FilmPictureProps {
  readonly player: FilmPlayer;
  readonly src: string;
  readonly title: string;
}

/** The film, whole. It stays in the page in every view: it is the clock, even where only the signer is looked at. */
export function FilmPicture({ player, src, title }: FilmPictureProps) {
  const t = useT('film');
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEffect(() => {
    player.media.attachFilm(video);
    return () => player.media.attachFilm(null);
  }, [player, video]);
  useEffect(() => {
    video?.addEventListener('click', player.toggle);
    return () => video?.removeEventListener('click', player.toggle);
  }, [player, video]);
  const waiting = player.waiting.value;
  return (
    <div class={css.picture} data-film>
      {/* Captions stand in their own band under the picture, never over it. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={setVideo}
        class={css.video}
        src={src}
        playsInline
        disablePictureInPicture
        preload="auto"
        aria-label={t('picture', { title })}
      />
      <MediaState
        kind="film"
        src={src}
        waiting={waiting === 'sign' ? null : waiting}
        problem={player.problem.value}
        onRetry={player.retry}
      />
    </div>
  );
}
