/** The film's player for as long as the piece is open, kept in step with the settings, reporting where it is. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Track } from '../../core/sync/track.ts';
import { createFilmPlayer, type FilmPlayer } from '../../player/film-player.ts';
import type { PieceProps } from '../piece-props.ts';
import type { FilmParts } from './film-state.ts';

export function useFilmPlayer(film: Track, parts: FilmParts, props: PieceProps): FilmPlayer {
  const { settings } = props;
  const firstRef = useRef({ settings, start: props.start });
  const propsRef = useRef(props);
  useEffect(() => {
    propsRef.current = props;
  }, [props]);

  const player = useMemo(() => {
    const { speed, pauseAfterSentence } = firstRef.current.settings;
    const made = createFilmPlayer({
      film,
      sign: parts.sign,
      sentences: parts.sentences,
      speed,
      pauseAfterSentence,
    });
    if (firstRef.current.start) made.show(firstRef.current.start);
    return made;
  }, [film, parts]);

  useEffect(() => () => player.dispose(), [player]);
  useEffect(() => player.setSpeed(settings.speed), [player, settings.speed]);
  useEffect(() => {
    if (player.pauseAfterSentence.peek() !== settings.pauseAfterSentence) {
      player.setPauseAfterSentence(settings.pauseAfterSentence);
    }
  }, [player, settings.pauseAfterSentence]);

  useSignalEffect(() => {
    const sentence = player.current.value;
    const ended = player.ended.value;
    if (sentence === null) return;
    const index = parts.sentences.indexOf(sentence);
    const total = parts.sentences.length;
    const timeSeconds = player.frameSeconds.peek();
    propsRef.current.onProgress({ sentence, index, total, timeSeconds, finished: ended });
  });
  useSignalEffect(() => propsRef.current.onPlaying?.(player.playing.value));
  return player;
}
