/** Whether the hub has the month exactly as it stands here: only what was seen may be approved. */
import { isSame } from '../../../authoring/draft/canonical-json.ts';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { hubDrafts, type HubDrafts } from '../shared/hub/hub-drafts.ts';
import { askSync } from '../shared/hub/sync-state.ts';

export interface MonthHere {
  readonly issue: DraftIssue;
  /** Those on its list, in order. */
  readonly pieces: readonly DraftPiece[];
}

interface Tools {
  readonly read: HubDrafts['read'];
  /** Asks the window that talks to the hub to look. */
  readonly ask: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

const tools: Tools = {
  read: (id) => hubDrafts.read(id),
  ask: () => askSync({ ask: 'look' }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const TRIES = 20;
const BETWEEN_MS = 1_000;

/**
 * Waits until the hub has it, as long as it is likely only on its way.
 * @returns Its ETag.
 * @throws HubProblem `draft-behind` where it does not get there.
 */
export async function draftOnHub(here: () => MonthHere, { read, ask, wait }: Tools = tools): Promise<string> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { issue, pieces } = here();
    const there = await read(issue.id).catch((error: unknown) => {
      if (error instanceof HubProblem && error.status === 404) return null;
      throw error;
    });
    if (there !== null && !there.value.isRemoved && isSame(there.value.issue, issue)) {
      const { pieces: kept } = there.value;
      if (pieces.every((piece) => isSame(kept[piece.id], piece))) return there.etag;
    }
    ask();
    await wait(BETWEEN_MS);
  }
  throw new HubProblem('draft-behind');
}
