/** The film of the draft, opened and playing: from its file on disk to frames. */
import { useEffect, useMemo } from 'preact/hooks';
import {
  createMediaSentencePlayer,
  type MediaSentencePlayer,
} from '../../../player/media-sentence-player.ts';
import { useOpenedAttachment } from '../shared/use-attachment-url.ts';
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
  const opened = useOpenedAttachment(attachments, id);
  const url = opened.state === 'ready' ? opened.url : null;
  const player = useMemo(
    () => (url === null ? null : createMediaSentencePlayer({ kind: 'film', cues: [], sentences: [] })),
    [url],
  );
  useEffect(() => () => player?.dispose(), [player]);
  return { player, url, isGone: opened.state === 'missing' };
}
