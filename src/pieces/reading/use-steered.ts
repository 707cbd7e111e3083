import { useMemo } from 'preact/hooks';
import type { ReadingPlayer } from './use-reading-player.ts';

/** Going somewhere by button or key means: take me there, so the page follows again. */
export function useSteered(player: ReadingPlayer, resume: () => void): ReadingPlayer {
  return useMemo(
    () => ({
      ...player,
      next: () => (resume(), player.next()),
      previous: () => (resume(), player.previous()),
      again: () => (resume(), player.again()),
      toggle: () => (resume(), player.toggle()),
    }),
    [player, resume],
  );
}
