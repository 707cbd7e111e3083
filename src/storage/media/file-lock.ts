import { MediaStoreError } from './media-error.ts';

export const lockNameOf = (sha256: string): string => `same-page-media.${sha256}`;

/**
 * One writer a file, across every tab and worker of this profile. The engine lets go when the holder is killed.
 * Answers with what releases it; `busy` when somebody has it, without waiting: a download never blocks a recording.
 */
export function lockFile(sha256: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const released = navigator.locks.request(lockNameOf(sha256), { ifAvailable: true }, (lock) => {
      if (lock === null) throw new MediaStoreError('busy', `Someone else is writing ${sha256}`);
      return new Promise<void>((letGo) => {
        resolve(async () => {
          letGo();
          // Only now may the next writer come: `letGo` alone would still find it locked.
          await released;
        });
      });
    });
    released.catch(reject);
  });
}
