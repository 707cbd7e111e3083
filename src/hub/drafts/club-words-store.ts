/** A club's cards and readings on the hub: one small document a club, switched whole. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { attachmentsIn } from '../../authoring/draft/attachments-in.ts';
import { DraftTermSchema } from '../../authoring/draft/model.ts';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { attachmentFolder, type StoredAttachment } from './attachment-folder.ts';
import { HubDraftError } from './draft-error.ts';
import { tagOf } from './draft-head.ts';
import { inTurn } from './in-turn.ts';

export const ClubWordsSchema = v.strictObject({
  terms: v.pipe(v.array(DraftTermSchema), v.maxLength(10_000)),
  /** Confirmed readings: word → pinyin. */
  readings: v.record(v.string(), v.string()),
});
export type ClubWordsDocument = v.InferOutput<typeof ClubWordsSchema>;

const EMPTY: ClubWordsDocument = { terms: [], readings: {} };

export interface HubClubWords {
  /** A club nobody has written for has none. */
  read(club: string): Promise<{ readonly words: ClubWordsDocument; readonly etag: string }>;
  filesOf(club: string): Promise<ReadonlyMap<string, StoredAttachment>>;
  /** @returns the new etag. @throws HubDraftError `draft-changed` */
  write(club: string, words: ClubWordsDocument, ifMatch: string): Promise<string>;
}

/** @param data The hub's data folder, absolute. */
export function openHubClubWords(data: string): HubClubWords {
  const fileOf = (club: string): string => path.join(data, 'club-words', `${club}.json`);
  const attachments = attachmentFolder(data);
  const turn = inTurn();

  const read: HubClubWords['read'] = async (club) => {
    try {
      const text = await ifThere(() => readFile(fileOf(club), 'utf8'));
      const words = text === null ? EMPTY : v.parse(ClubWordsSchema, JSON.parse(text));
      return { words, etag: tagOf(words) };
    } catch (error) {
      throw new HubDraftError('draft-unreadable', fileOf(club), { cause: error });
    }
  };

  return {
    read,
    async filesOf(club) {
      const { words } = await read(club);
      const found = new Map<string, StoredAttachment>();
      for (const { id } of attachmentsIn(words)) {
        const stored = await attachments.find(club, id);
        if (stored !== null) found.set(id, stored);
      }
      return found;
    },
    write: (club, words, ifMatch) =>
      turn(club, async () => {
        if ((await read(club)).etag !== ifMatch) throw new HubDraftError('draft-changed', club);
        await durableWrite(fileOf(club), path.join(data, 'temporary'), (file) =>
          file.writeFile(JSON.stringify(words)),
        );
        return tagOf(words);
      }),
  };
}
