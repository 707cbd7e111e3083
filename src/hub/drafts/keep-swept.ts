/** Housekeeping of drafts and their files: at start, which also takes in what a kill left unfinished, and every hour. */
import { tellTrouble } from '../trouble.ts';
import type { DraftServices } from './draft-services.ts';

const EVERY_MS = 3_600_000;

export function keepSwept(services: DraftServices): void {
  void sweepAll(services);
  setInterval(() => void sweepAll(services), EVERY_MS).unref();
}

/** What cannot be swept is said and stays, room being all that is lost by it; the rest is swept. */
export async function sweepAll({ drafts, uploads, attachments }: DraftServices): Promise<void> {
  const nowMs = Date.now();
  for (const sweep of [uploads.sweep, () => drafts.sweep(nowMs), () => attachments.sweep(nowMs)])
    await sweep().catch(tellTrouble);
}
