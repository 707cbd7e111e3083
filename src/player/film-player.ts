/** A film with its signing as one sentence player, on the film's clock. */
import { filmMap } from '../core/sync/film.ts';
import type { Track } from '../core/sync/track.ts';
import { createFilmTransport, type FilmTransport } from './film-sync.ts';
import { createSentencePlayer, type EnginePlayer, type SentencePlayerOptions } from './sentence-engine.ts';

export interface FilmPlayer extends EnginePlayer {
  readonly media: Pick<
    FilmTransport,
    'attachFilm' | 'attachSign' | 'signProblem' | 'setSignWanted' | 'retrySign'
  >;
}

export interface FilmPlayerOptions extends Omit<SentencePlayerOptions, 'cues'> {
  readonly film: Track;
  readonly sign: Track | null;
}

export function createFilmPlayer({ film, sign, ...options }: FilmPlayerOptions): FilmPlayer {
  const map = filmMap(film.cues, sign ?? { cues: [] });
  const duration = film.media.duration;
  const { player, transport } = createSentencePlayer({ ...options, cues: film.cues }, (events) =>
    createFilmTransport(events, { map, ...(duration !== undefined && { durationSeconds: duration }) }),
  );
  return { ...player, media: transport };
}
