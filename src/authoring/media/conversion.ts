/** Runs one conversion of the library with progress, cancelling and errors that say what happened. */
import type { Conversion } from 'mediabunny';
import { MediaError } from './media-error.ts';

export interface Running {
  readonly signal?: AbortSignal;
  /** 0…1, of the time that is done. */
  readonly onProgress?: (fraction: number) => void;
  /** Why the target could not be written, where it knows. */
  readonly failure?: () => unknown;
}

/** @throws MediaError `media-not-repairable`; the target's own error; the signal's reason */
export async function runConversion(conversion: Conversion, running: Running): Promise<void> {
  const { signal, onProgress, failure } = running;
  signal?.throwIfAborted();
  const lost = conversion.discardedTracks.filter(
    (track) => track.reason !== 'discarded_by_user' && !isExtra(track),
  );
  if (!conversion.isValid || lost.length > 0) throw new MediaError('media-not-repairable');
  const cancel = (): void => void conversion.cancel();
  signal?.addEventListener('abort', cancel);
  if (onProgress) conversion.onProgress = (fraction) => onProgress(fraction);
  try {
    await conversion.execute();
  } catch (cause) {
    signal?.throwIfAborted();
    const why = failure?.();
    if (why) throw why;
    throw new MediaError('media-not-repairable', { cause });
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** Phones add tracks nobody plays (depth, a second sound, timed data); the first of each kind is the one that counts. */
function isExtra({ track }: Conversion['discardedTracks'][number]): boolean {
  return track.number > 1;
}
