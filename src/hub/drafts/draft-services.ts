/** What the hub keeps for the studio, opened on one data folder. */
import { dataPaths } from '../config.ts';
import { readKeys } from '../keys.ts';
import { folderStore } from '../store/folder-store.ts';
import { sweepAttachments } from './attachment-sweep.ts';
import { openHubClubWords, type HubClubWords } from './club-words-store.ts';
import { openHubDrafts, type HubDrafts } from './draft-store.ts';
import { shelfSentences, type ReadShelf } from './shelf-sentences.ts';
import { openUnclear, type Unclear } from './unclear.ts';
import { openUploads, type Uploads } from './uploads.ts';

export interface DraftServices {
  readonly drafts: HubDrafts;
  readonly words: HubClubWords;
  readonly uploads: Uploads;
  readonly unclear: Unclear;
  readonly attachments: { sweep(nowMs: number): Promise<void> };
}

/**
 * @param data The hub's data folder, absolute.
 * @param readShelf A file of the shelf, wherever it lies.
 */
export function openDraftServices(data: string, readShelf: ReadShelf = ownShelf(data)): DraftServices {
  const key = async () => (await readKeys(data))?.publicKey ?? null;
  return {
    drafts: openHubDrafts(data),
    words: openHubClubWords(data),
    uploads: openUploads(data),
    unclear: openUnclear(data, shelfSentences(readShelf, key)),
    attachments: { sweep: (nowMs) => sweepAttachments(data, nowMs) },
  };
}

const ownShelf = (data: string): ReadShelf => {
  const { shelf, temporary } = dataPaths(data);
  return folderStore(shelf, temporary).read;
};
