import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { PiecePosition } from '../../pieces/piece-props.ts';
import { notePlace, saveProgress } from '../../storage/progress.ts';
import { createProgressSaver } from './progress-saver.ts';

/** Keeps the place in this piece on the tablet, also when the page is closed or put away. */
export function useProgress(
  issue: string,
  piece: string,
): { readonly position: PiecePosition | null; readonly onProgress: (position: PiecePosition) => void } {
  const [position, setPosition] = useState<PiecePosition | null>(null);
  const saver = useMemo(
    () =>
      createProgressSaver(
        (place) => {
          // Reading goes on; the next place is tried again.
          saveProgress({ issue, piece, ...place }).catch(console.warn);
        },
        (place) => void notePlace({ issue, piece, ...place }),
      ),
    [issue, piece],
  );

  useEffect(() => {
    // Whether it is shown again or hidden: what is put down once too often costs nothing.
    addEventListener('pagehide', saver.leave);
    document.addEventListener('visibilitychange', saver.leave);
    return () => {
      saver.flush();
      removeEventListener('pagehide', saver.leave);
      document.removeEventListener('visibilitychange', saver.leave);
    };
  }, [saver]);

  const onProgress = useCallback(
    (next: PiecePosition) => {
      setPosition(next);
      saver.note(next);
    },
    [saver],
  );
  return { position, onProgress };
}
