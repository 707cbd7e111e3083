import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Track } from '../../core/sync/track.ts';
import { createMediaSentencePlayer } from '../../player/media-sentence-player.ts';
import { createSentencePlayer } from '../../player/sentence-engine.ts';
import type { EnginePlayer } from '../../player/sentence-engine.ts';
import type { PieceProps, PieceSettings } from '../piece-props.ts';
import { createStillTransport } from './still-transport.ts';
import { cuesOfUnits, unitOf, unitsOf } from './units.ts';
import type { Unit } from './units.ts';

export interface ReadingPlayer extends EnginePlayer {
  /** Does nothing where there is no track. */
  attach(element: HTMLMediaElement | null): void;
}

export interface TrackChoice {
  readonly tracks: readonly Track[];
  /** Null: nothing to play, the text alone. */
  readonly track: Track | null;
  readonly choose: (id: string) => void;
}

/** Signing comes first unless a voice was chosen; what is chosen here leads in the next text, too. */
export function useTrackChoice({
  piece,
  settings,
  onSettings,
}: Pick<PieceProps, 'piece' | 'settings' | 'onSettings'>): TrackChoice {
  const tracks = useMemo(
    () => ['sign', 'audio'].flatMap((kind) => piece.tracks.filter((track) => track.kind === kind)),
    [piece],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const track =
    tracks.find(({ id }) => id === chosen) ??
    tracks.find(({ kind }) => kind === settings.medium) ??
    tracks[0] ??
    null;
  function choose(id: string): void {
    setChosen(id);
    const kind = tracks.find((one) => one.id === id)?.kind;
    if (kind === 'sign' || kind === 'audio') onSettings({ medium: kind });
  }
  return { tracks, track, choose };
}

function createPlayer(track: Track | null, units: readonly Unit[], settings: PieceSettings): ReadingPlayer {
  const { speed, pauseAfterSentence } = settings;
  const sentences = units.map((unit) => unit.id);
  if (track === null || track.kind === 'film') {
    const { player } = createSentencePlayer({ cues: [], sentences }, createStillTransport);
    return { ...player, attach() {} };
  }
  return createMediaSentencePlayer({
    cues: cuesOfUnits(units, track.cues),
    sentences,
    speed,
    pauseAfterSentence,
    kind: track.kind,
    ...(track.media.duration !== undefined && { durationSeconds: track.media.duration }),
  });
}

interface ReadingPlayerOptions {
  readonly piece: Piece;
  readonly track: Track | null;
  readonly settings: PieceSettings;
  readonly start: SentenceId | null;
}

/** A player for the chosen track. Another track or the plain version makes another one that stands at the same place. */
export function useReadingPlayer({ piece, track, settings, start }: ReadingPlayerOptions): {
  readonly player: ReadingPlayer;
  readonly units: readonly Unit[];
} {
  const { plain, speed, pauseAfterSentence } = settings;
  const placeRef = useRef(start);
  const settingsRef = useRef(settings);
  useLayoutEffect(() => {
    settingsRef.current = settings;
  }, [settings]);
  const units = useMemo(() => unitsOf(piece.reading, plain), [piece, plain]);
  const player = useMemo(() => {
    const made = createPlayer(track, units, settingsRef.current);
    const here = unitOf(units, placeRef.current)?.id ?? units[0]?.id;
    if (here !== undefined) made.show(here);
    return made;
  }, [track, units]);

  useEffect(() => {
    const stop = player.current.subscribe((current) => {
      placeRef.current = current ?? placeRef.current;
    });
    return () => {
      stop();
      player.dispose();
    };
  }, [player]);
  useEffect(() => player.setSpeed(speed), [player, speed]);
  useEffect(() => {
    if (player.pauseAfterSentence.peek() !== pauseAfterSentence)
      player.setPauseAfterSentence(pauseAfterSentence);
  }, [player, pauseAfterSentence]);
  return { player, units };
}
