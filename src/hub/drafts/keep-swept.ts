/** Housekeeping of drafts and their files: at start, which also takes in what a kill left unfinished, and every six hours. */
import type { DraftServices } from './draft-services.ts';

const EVERY_MS = 6 * 3_600_000;

export function keepSwept({ drafts, uploads, attachments }: DraftServices): void {
  const sweep = async (): Promise<void> => {
    try {
      await uploads.sweep();
      await drafts.sweep(Date.now());
      await attachments.sweep(Date.now());
    } catch (error) {
      // Room is all that is lost by it; the next one comes.
      console.error(error);
    }
  };
  void sweep();
  setInterval(() => void sweep(), EVERY_MS).unref();
}
