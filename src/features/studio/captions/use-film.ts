/** The film of the draft, opened and playing: from its file on disk to frames. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  createMediaSentencePlayer,
  type MediaSentencePlayer,
} from '../../../player/media-sentence-player.ts';
import type { CaptionsDesk } from './captions-desk.ts';

export interface Film {
  /** Null until the film is there. */
  readonly player: MediaSentencePlayer | null;
  readonly url: string | null;
  /** It is named in the draft, and its bytes are gone. */
  readonly isGone: boolean;
}

export function useFilm(captions: CaptionsDesk): Film {
  const id = captions.film.value?.media?.id ?? null;
  const { attachments } = captions.desk;
  const [url, setUrl] = useState<string | null>(null);
  const [isGone, setGone] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    let made: string | null = null;
    async function open(): Promise<void> {
      setGone(false);
      if (id === null) return;
      const blob = await attachments.open(id).catch(() => null);
      if (!isCurrent) return;
      if (blob) setUrl((made = URL.createObjectURL(blob)));
      else setGone(true);
    }
    void open();
    return () => {
      isCurrent = false;
      setUrl(null);
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [attachments, id]);

  const player = useMemo(
    () => (url === null ? null : createMediaSentencePlayer({ kind: 'film', cues: [], sentences: [] })),
    [url],
  );
  useEffect(() => () => player?.dispose(), [player]);
  return { player, url, isGone };
}
