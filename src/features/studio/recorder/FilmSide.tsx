import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DraftTrack } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import type { Recorder } from './recorder.ts';
import { changeTrack } from './track-edit.ts';
import { useAttachmentUrl } from '../shared/use-attachment-url.ts';
import css from './Recorder.module.css';

export interface FilmControl {
  /** Goes on where the sentence on the prompter begins; `ms` is when it does. */
  play(recorder: Recorder, ms: number): void;
  pause(): void;
  /** A sentence begins now; for one that is done again, the film goes back to where it began the first time. */
  began(sentence: SentenceId): void;
}

interface FilmSideProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  readonly controlRef: RefObject<FilmControl | null>;
}

const sameSeconds = 0.3;

/** The film, muted, beside the prompter. What lies between its clock and the signing's is kept as `filmOffset`. */
export function FilmSide({ desk, track, controlRef }: FilmSideProps) {
  const t = useT('studio-sign');
  const film = desk.piece.value.tracks.find(({ kind }) => kind === 'film')?.media ?? null;
  const url = useAttachmentUrl(desk.attachments, film?.id);
  const videoRef = useRef<HTMLVideoElement>(null);
  const begunRef = useRef(new Map<SentenceId, number>());

  useEffect(() => {
    controlRef.current = {
      play(recorder, ms) {
        const element = videoRef.current;
        const { order, at } = recorder.state.peek();
        const sentence = order[at];
        if (!element || sentence === undefined) return;
        const filmSeconds = begunRef.current.get(sentence) ?? element.currentTime;
        begunRef.current.set(sentence, filmSeconds);
        element.currentTime = filmSeconds;
        void element.play().catch(() => undefined);
        if (at !== 0) return;
        const filmOffset = recorder.secondsAt(ms) - filmSeconds;
        desk.change(
          'signing',
          (piece) => changeTrack(piece, track.id, (before) => ({ ...before, filmOffset })),
          `takes ${track.id}`,
        );
      },
      pause: () => videoRef.current?.pause(),
      began(sentence) {
        const element = videoRef.current;
        if (!element) return;
        const seconds = begunRef.current.get(sentence);
        if (seconds === undefined) begunRef.current.set(sentence, element.currentTime);
        else if (Math.abs(element.currentTime - seconds) > sameSeconds) element.currentTime = seconds;
      },
    };
    return () => {
      controlRef.current = null;
    };
  }, [controlRef, desk, track.id]);

  if (film === null) return <StateLine kind="wait">{t('film.missing')}</StateLine>;
  return (
    <figure class={css.film}>
      <video
        ref={videoRef}
        src={url ?? undefined}
        muted
        playsInline
        preload="auto"
        aria-label={t('film.title')}
      />
      <figcaption>{t('film.with')}</figcaption>
    </figure>
  );
}
