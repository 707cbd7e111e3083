/** The hub's release on its folder. */
import path from 'node:path';
import type { AttachmentFolder } from '../drafts/attachment-folder.ts';
import type { HubDrafts } from '../drafts/draft-store.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { approvedDrafts } from './approved-draft.ts';
import { hubPublisher } from './hub-publisher.ts';
import { openJournal } from './journal.ts';
import { openReleaseDesk, type ReleaseDesk } from './release-desk.ts';
import { releaseRecords } from './release-records.ts';
import type { Clock } from './scheduler.ts';

interface Surroundings {
  /** Absolute: `<data>/releases`. */
  readonly folder: string;
  readonly shelf: OpenShelf;
  readonly drafts: Pick<HubDrafts, 'read' | 'takenOffBy'>;
  readonly attachments: Pick<AttachmentFolder, 'find'>;
  readonly clock: Clock;
  onError(error: unknown): void;
}

/** The scheduler runs from here on, whoever is signed in. */
export async function openReleases({
  folder,
  shelf,
  drafts,
  attachments,
  clock,
  onError,
}: Surroundings): Promise<ReleaseDesk> {
  const approved = approvedDrafts(path.join(folder, 'approved'), shelf.temporary);
  const records = releaseRecords(path.join(folder, 'months'), shelf.temporary);
  let areAllReadable = true;
  const all = await records.list(() => (areAllReadable = false));
  const plans = all.flatMap(({ plan }) => (plan === null ? [] : [plan.id]));
  // What a plan that cannot be read has approved is not ours to throw away.
  if (areAllReadable) await approved.keepOnly(new Set(plans));
  return openReleaseDesk({
    clock,
    drafts,
    hasFile: async (club, file) => (await attachments.find(club, file.id)) !== null,
    records,
    approved,
    journal: openJournal(path.join(folder, 'journal.jsonl'), shelf.temporary),
    publisher: hubPublisher({ shelf, attachments, approved, nowMs: () => clock.nowMs() }),
    faultOf(error) {
      onError(error);
      return faultOf(error);
    },
    onError,
  });
}

/** What the studio has a sentence for (`release.fault.*`). */
function faultOf(error: unknown): string {
  if (error instanceof HubError) return error.fault === 'shelf-full' ? 'disk-full' : error.fault;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOSPC', 'EDQUOT'].includes(code) ? 'disk-full' : 'unknown';
}
