import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BlobRef, Term } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './TermCard.module.css';

interface TermMediaProps {
  readonly term: Term;
  readonly urlOf: (blob: BlobRef) => string;
  /** Counts how often it was asked for again. */
  readonly round: number;
  /** Under the clip: 示例. */
  readonly children?: ComponentChildren;
}

/** The word signed, pictured or spoken, whatever there is: signing plays once by itself, sound only when asked for. */
export function TermMedia({ term, urlOf, round, children }: TermMediaProps) {
  const t = useT('reading');
  const mediaRef = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const isSigned = term.sign !== undefined;

  useEffect(() => {
    const element = mediaRef.current;
    if (!element || (round === 0 && !isSigned)) return;
    // The property, not the attribute: iOS plays beside another video only what is muted by it.
    element.muted = isSigned;
    element.currentTime = 0;
    // Refused without a tap by some browsers: its first frame stands there, and 再看 plays it.
    element.play().catch(() => {});
  }, [term, round, isSigned]);

  return (
    <>
      {(term.sign || term.picture) && (
        <div class={css.pictures}>
          {term.sign && (
            <video
              ref={mediaRef}
              class={css.sign}
              src={urlOf(term.sign.media)}
              muted
              playsInline
              disableRemotePlayback
              disablePictureInPicture
              preload="auto"
              aria-label={t('card.signOf', { word: term.word })}
            />
          )}
          {children}
          {term.picture && (
            <img
              class={css.picture}
              src={urlOf(term.picture.image)}
              alt={term.picture.alt}
              width={term.picture.image.width}
              height={term.picture.image.height}
            />
          )}
        </div>
      )}
      {!term.sign && term.audio && (
        // The text of what is heard stands beside it: the word itself.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio ref={mediaRef} src={urlOf(term.audio.media)} preload="none" />
      )}
    </>
  );
}
