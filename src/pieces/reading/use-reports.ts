import { useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { SentencePlayer } from '../../player/sentence-player.ts';
import type { PieceProps } from '../piece-props.ts';

interface Reports extends Pick<PieceProps, 'onProgress' | 'onPlaying'> {
  readonly player: SentencePlayer;
  /** Every sentence of the piece, plain versions not counted. */
  readonly sentences: readonly SentenceId[];
  /** The last thing that can be current: a sentence, or the first of a plain block. */
  readonly last: SentenceId | undefined;
}

/** Tells the page where the reader is and whether something plays. */
export function useReports({ player, sentences, last, onProgress, onPlaying }: Reports): void {
  const reportRef = useRef({ onProgress, onPlaying });
  useLayoutEffect(() => {
    reportRef.current = { onProgress, onPlaying };
  }, [onProgress, onPlaying]);

  useSignalEffect(() => {
    const sentence = player.current.value;
    const hasEnded = player.ended.value;
    if (sentence === null) return;
    reportRef.current.onProgress({
      sentence,
      index: sentences.indexOf(sentence),
      total: sentences.length,
      timeSeconds: player.timeSeconds.peek(),
      finished: hasEnded || sentence === last,
    });
  });
  useSignalEffect(() => reportRef.current.onPlaying?.(player.playing.value));
  useEffect(() => () => reportRef.current.onPlaying?.(false), []);
}
