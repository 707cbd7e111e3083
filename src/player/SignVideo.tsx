import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Track } from '../core/sync/track.ts';
import { useT } from '../i18n/use-t.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { useFullScreen } from './full-screen.ts';
import { MediaState } from './MediaState.tsx';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import { signingSpaceStyle } from './signing-space.ts';
import css from './SignVideo.module.css';

/** The part of a player a video needs; a film's sign video has the same. */
export interface VideoSlot {
  attach(element: HTMLMediaElement | null): void;
  readonly waiting: ReadonlySignal<Waiting>;
  readonly problem: ReadonlySignal<PlayerProblem>;
  retry(): void;
  toggle(): void;
}

interface SignVideoProps {
  readonly track: Track;
  readonly src: string;
  readonly player: VideoSlot;
  /** The video's accessible name; without it, made of the track's title. */
  readonly label?: string;
  /** More under the video: 这句看不懂. */
  readonly children?: ComponentChildren;
  /** Controls that come along to the full screen. */
  readonly fullControls?: ComponentChildren;
}

/**
 * The signer, whole: scaled so that the signing space fills the box without any of it being cut off. Nothing is ever
 * drawn over it; who signs, 示例, waiting and problems stand under it. Fills its parent, which gives it its height.
 */
export function SignVideo({ track, src, player, label, children, fullControls }: SignVideoProps) {
  const t = useT('player');
  const wrap = useRef<HTMLElement>(null);
  const full = useFullScreen(wrap);
  const { width, height } = track.media;
  const [aspect, setAspect] = useState(width && height ? width / height : null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);

  const hold = useCallback((element: HTMLVideoElement | null) => {
    // iOS plays several videos at once only when the property, not the attribute, says muted.
    if (element) element.muted = true;
    setVideo(element);
  }, []);
  useEffect(() => {
    player.attach(video);
    return () => player.attach(null);
  }, [player, video]);
  useEffect(() => {
    video?.addEventListener('click', player.toggle);
    return () => video?.removeEventListener('click', player.toggle);
  }, [player, video]);

  return (
    <figure ref={wrap} class={css.wrap} data-full={full.state}>
      <div class={css.frame} style={signingSpaceStyle(track.signingSpace, aspect)}>
        <video
          ref={hold}
          class={css.video}
          src={src}
          muted
          // WebKit has been seen to forget it.
          onVolumeChange={({ currentTarget }) => (currentTarget.muted = true)}
          playsInline
          disableRemotePlayback
          disablePictureInPicture
          preload="auto"
          aria-label={label ?? t('sign.label', { title: track.title })}
          onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => {
            if (videoWidth && videoHeight) setAspect(videoWidth / videoHeight);
          }}
        />
      </div>
      <figcaption class={css.caption}>
        <span class={css.who}>
          {track.placeholder ? (
            <>
              <Badge kind="sample">{t('sign.sample')}</Badge> {t('sign.placeholder')}
            </>
          ) : (
            track.performer
          )}
        </span>
        <MediaState
          kind="sign"
          src={src}
          waiting={player.waiting.value}
          problem={player.problem.value}
          onRetry={player.retry}
        />
        <span class={css.acts}>
          {children}
          <Button onClick={full.toggle} data-full-screen>
            {t(full.state === 'off' ? 'sign.fullScreen' : 'sign.leaveFullScreen')}
          </Button>
        </span>
      </figcaption>
      {full.state !== 'off' && fullControls}
    </figure>
  );
}
