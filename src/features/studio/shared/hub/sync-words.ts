/** A club's cards and readings, here and on the hub, made one again. */
import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { parseWords, type HubDrafts, type HubWords } from './hub-drafts.ts';
import { HubProblem } from './hub-client.ts';
import { mergeWords } from './merge-words.ts';
import type { SyncRecords } from './sync-month.ts';

export interface LocalWords {
  read(club: string): Promise<HubWords>;
  /** Puts what differs from `before`, which was read. */
  write(club: string, before: HubWords, after: HubWords): Promise<void>;
}

interface WordParts {
  readonly local: LocalWords;
  readonly hub: Pick<HubDrafts, 'readWords' | 'writeWords'>;
  readonly records: SyncRecords;
}

const NOTHING: HubWords = { terms: [], readings: {} };
const MOST_TRIES = 5;

/** Resolves to the cards of this machine then. */
export async function syncWords(
  club: string,
  { local, hub, records }: WordParts,
): Promise<readonly DraftTerm[]> {
  const name = `words ${club}`;
  for (let tries = 1; ; tries++) {
    const record = await records.read(name);
    const { value: theirs, etag } = await hub.readWords(club);
    const mine = await local.read(club);
    const base = record === null ? NOTHING : parseWords(record.base);
    const merged = mergeWords(base, mine, theirs);
    if (!isSame(mine, merged)) await local.write(club, mine, merged);
    try {
      const next = isSame(theirs, merged) ? etag : await hub.writeWords(club, merged, etag);
      await records.put({ name, etag: next, base: JSON.stringify(merged), hub: null, atMs: Date.now() });
      return merged.terms;
    } catch (error) {
      const isOvertaken = error instanceof HubProblem && error.code === 'draft-changed';
      if (!isOvertaken || tries === MOST_TRIES) throw error;
    }
  }
}
