/** What the hub keeps for the studio, opened on one data folder. */
import { sweepAttachments } from './attachment-sweep.ts';
import { openHubClubWords, type HubClubWords } from './club-words-store.ts';
import { openHubDrafts, type HubDrafts } from './draft-store.ts';
import { openUploads, type Uploads } from './uploads.ts';

export interface DraftServices {
  readonly drafts: HubDrafts;
  readonly words: HubClubWords;
  readonly uploads: Uploads;
  readonly attachments: { sweep(nowMs: number): Promise<void> };
}

/** @param data The hub's data folder, absolute. */
export function openDraftServices(data: string): DraftServices {
  return {
    drafts: openHubDrafts(data),
    words: openHubClubWords(data),
    uploads: openUploads(data),
    attachments: { sweep: (nowMs) => sweepAttachments(data, nowMs) },
  };
}
