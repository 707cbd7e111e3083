/** Plans carried out on the hub's own shelf, by the very path `issue -- add` and `-- remove` take. */
import type { Attachment } from '../../authoring/draft/model.ts';
import type { ReleasePlan } from '../../core/release/release-view.ts';
import type { AttachmentFolder } from '../drafts/attachment-folder.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { addIssue, type AddOptions, type AddOutcome } from '../publish/add-issue.ts';
import { removeIssue } from '../publish/remove-issue.ts';
import { sweepShelf } from '../publish/sweep.ts';
import { readShelfNow } from '../shelf-state.ts';
import type { ApprovedDraft, ApprovedDrafts } from './approved-draft.ts';
import { checkApproved } from './check-approved.ts';
import { withDraftFolder, type FindFile } from './draft-folder.ts';
import type { Ahead, Publisher, Refusal, Tell } from './run-plan.ts';
import type { ReleaseRecord } from './release-record.ts';

interface Parts {
  readonly shelf: OpenShelf;
  readonly attachments: Pick<AttachmentFolder, 'find'>;
  readonly approved: ApprovedDrafts;
  readonly nowMs: () => number;
}

export function hubPublisher({ shelf, attachments, approved, nowMs }: Parts): Publisher {
  const finder =
    ({ club }: ReleaseRecord): FindFile =>
    (file: Attachment) =>
      attachments.find(club, file.id);

  /** @returns Why not, or what `add` made of it. */
  async function addOrRefuse(
    record: ReleaseRecord,
    plan: ReleasePlan,
    tell: Tell,
    more: Pick<AddOptions, 'isOnlyChecked' | 'beforeSwitch'>,
  ): Promise<Refusal | AddOutcome> {
    const draft = await approved.read(plan.id);
    const find = finder(record);
    const refusal = await refusalOf(draft, find);
    if (refusal !== null) return refusal;
    return withDraftFolder(draft, find, shelf.temporary, async (folder) => {
      const outcome = await addIssue(folder, shelf, {
        allowPlaceholders: false,
        writesIds: false,
        demandsReasons: true,
        now: new Date(nowMs()),
        report: () => undefined,
        onProgress: (step, done, total) => tell({ step, done, total }),
        ...more,
      });
      return refusalOfOutcome(outcome) ?? outcome;
    });
  }

  async function refusalOf(draft: ApprovedDraft, find: FindFile): Promise<Refusal | null> {
    const club = shelf.clubs.find(({ id }) => id === draft.issue.club);
    if (club === undefined) throw new Error(`${draft.issue.club} is no club of this hub`);
    const findings = await checkApproved(draft, club, find);
    if (findings.length === 0) return null;
    const told = findings.map(({ places, quotes, ...finding }) => ({
      ...finding,
      ...(quotes !== undefined && { quotes: [...quotes] }),
      ...(places !== undefined && { places: [...places] }),
    }));
    return { state: 'refused', findings: told, notices: [] };
  }

  return {
    store: shelf.store.name,
    async look(issue) {
      const { sequence, publications, withdrawn } = await readShelfNow(shelf);
      const listed = publications.find(({ metadata }) => metadata.samePage.id === issue);
      return {
        sequence,
        manifest: listed?.links[0].href ?? null,
        title: listed?.metadata.title ?? '',
        isWithdrawn: withdrawn.includes(issue),
      };
    },
    async check(record, plan, tell) {
      if (plan.kind === 'withdraw') return null;
      const outcome = await addOrRefuse(record, plan, tell, { isOnlyChecked: true });
      return 'state' in outcome ? outcome : null;
    },
    async release(record, plan, ahead: Ahead, tell) {
      const outcome = await addOrRefuse(record, plan, tell, { beforeSwitch: ahead });
      if ('state' in outcome) return outcome;
      if (outcome.switched === null) throw new Error(`${record.issue} was neither refused nor published`);
      return outcome.switched;
    },
    async withdraw({ issue }, ahead) {
      const { publications, sequence: now } = await readShelfNow(shelf);
      // Somebody at the command line was faster.
      if (!publications.some(({ metadata }) => metadata.samePage.id === issue))
        return { sequence: now, manifest: '' };
      const beforeSwitch = (sequence: number): Promise<void> => ahead({ sequence, manifest: '' });
      const { sequence } = await removeIssue(issue, shelf, new Date(nowMs()), beforeSwitch);
      return { sequence, manifest: '' };
    },
    sweep: () => sweepShelf(shelf, new Date(nowMs())),
    forget: ({ id }) => approved.forget(id),
  };
}

/** What only looking into the files could find: the checks of the draft were content. */
function refusalOfOutcome({ notices }: AddOutcome): Refusal | null {
  const errors = notices.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  return {
    state: 'refused',
    findings: [],
    notices: errors.map(({ file, zh, en }) => ({ file, zh, en })),
  };
}
