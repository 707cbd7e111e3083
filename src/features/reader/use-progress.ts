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
          saveProgress({ issue, piece, ...place }).catch((error: unknown) =>
            // Reading goes on; the next place is tried again.
            console.warn('Progress was not saved', error),
          );
        },
        (place) => void notePlace({ issue, piece, ...place }),
      ),
    [issue, piece],
  );

  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') saver.leave();
    };
    addEventListener('pagehide', saver.leave);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      saver.flush();
      removeEventListener('pagehide', saver.leave);
      document.removeEventListener('visibilitychange', onHidden);
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
