/** Planning, taking back and withdrawing, and the scheduler that carries it out: all of the hub's release, behind one interface. */
import { randomUUID } from 'node:crypto';
import { namedFiles } from '../../authoring/draft/draft-to-check.ts';
import type { Attachment } from '../../authoring/draft/model.ts';
import type { ReleasePlan, ReleaseView, RunningRelease } from '../../core/release/release-view.ts';
import { clubOfIssue, type HubDrafts } from '../drafts/draft-store.ts';
import { ApiError } from '../server/api-error.ts';
import { soon } from '../store/soon.ts';
import type { ApprovedDrafts } from './approved-draft.ts';
import { chooseWork, type Planned } from './choose-work.ts';
import { writeLines } from './journal-lines.ts';
import type { Journal } from './journal.ts';
import type { ReleaseRecord, ReleaseRecords } from './release-record.ts';
import { checkPlan, doneBefore, runPlan, type PlanTools, type Publisher } from './run-plan.ts';
import { startScheduler, type Clock, type Step } from './scheduler.ts';

export interface ReleaseDesk {
  readonly journal: Journal;
  nowMs(): number;
  list(): Promise<readonly ReleaseView[]>;
  view(issue: string): Promise<ReleaseView | null>;
  /**
   * Approves the draft as it is and plans its release; an earlier plan of the month is replaced.
   * @param order `draft`: the ETag of what the person has seen. `at`: null for now.
   * @throws ApiError
   */
  plan(issue: string, order: { at: number | null; draft: string }, by: string): Promise<ReleaseView>;
  /** @throws ApiError */
  cancel(issue: string, by: string): Promise<ReleaseView>;
  /** Its draft has been taken off the queue: a release that is planned is planned no more. A month without one stays as it is. */
  lookAtQueue(issue: string): Promise<void>;
  /** @throws ApiError */
  withdraw(issue: string, reason: string, by: string): Promise<ReleaseView>;
  /** Ends when what is going on has ended. */
  close(): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  readonly drafts: Pick<HubDrafts, 'read' | 'takenOffBy'>;
  hasFile(club: string, file: Attachment): Promise<boolean>;
  readonly records: ReleaseRecords;
  readonly approved: ApprovedDrafts;
  readonly journal: Journal;
  readonly publisher: Publisher;
  faultOf(error: unknown): string;
  onError(error: unknown): void;
}

/** A click takes a moment, and two clocks differ. */
const toleranceMs = 60_000;
const farthestMs = 2 * 366 * 86_400_000;

export function openReleaseDesk(parts: Parts): ReleaseDesk {
  const { clock, drafts, records, approved, journal, publisher } = parts;
  const running = new Map<string, RunningRelease>();
  const tools: PlanTools = {
    records,
    journal,
    publisher,
    nowMs: () => clock.nowMs(),
    faultOf: parts.faultOf,
    onRunning: (issue, now) => void (now === null ? running.delete(issue) : running.set(issue, now)),
  };
  const scheduler = startScheduler(clock, next, parts.onError);

  let isCaughtUp = false;

  async function next(nowMs: number): Promise<Step> {
    const kept = await records.list(parts.onError);
    if (!isCaughtUp) for (const record of kept) await writeLines(record, journal);
    isCaughtUp = true;
    const all = kept.flatMap(({ issue, plan }) => (plan === null ? [] : [{ issue, plan }]));
    for (const planned of all) {
      const by = await takenOffBy(planned);
      if (by !== null) return { work: () => takeOff(planned.issue, planned.plan.id, by) };
    }
    const choice = chooseWork(all, nowMs);
    if (choice.do === 'wait') return { waitMs: choice.ms };
    const { issue, plan } = choice.planned;
    const carryOut = choice.do === 'release' ? runPlan : checkPlan;
    return { work: () => carryOut(issue, plan.id, tools) };
  }

  /** Asked before everything that is due, so that a hub killed between taking off and cancelling does not publish it after all. */
  async function takenOffBy({ issue, plan }: Planned): Promise<string | null> {
    if (plan.kind !== 'release') return null;
    const record = await records.read(issue);
    // What may be out already is finished as it was begun.
    if (record?.switching != null && record.switching.plan === plan.id) return null;
    try {
      return await drafts.takenOffBy(issue);
    } catch (error) {
      // A damaged draft says nothing of what was approved.
      parts.onError(error);
      return null;
    }
  }

  async function takeOff(issue: string, id: string, by: string): Promise<void> {
    await writeLines(await records.read(issue), journal);
    const ended = { id, by, at: nowText(clock), what: 'taken-off' } as const;
    const after = await records.change(issue, (now) =>
      now?.plan?.id === id && now.switching?.plan !== id
        ? { ...now, plan: null, switching: null, ended }
        : now,
    );
    if (after?.ended?.id !== id) return;
    await writeLines(after, journal);
    await approved.forget(id);
  }

  const viewOf = ({ issue, club, title, plan, last }: ReleaseRecord): ReleaseView => ({
    issue,
    club,
    title,
    plan,
    running: running.get(issue) ?? null,
    last,
  });

  /** @throws ApiError 409 when the month is just being switched, or has been and only the record does not say so yet. */
  async function mayBeReplaced(record: ReleaseRecord | null): Promise<void> {
    if (record === null || record.plan === null || record.switching === null) return;
    const isDone = (await soon(doneBefore(record, record.plan, publisher), publisher.store)) !== null;
    if (!isDone && !running.has(record.issue)) return;
    scheduler.wake();
    throw new ApiError(409, 'release-running');
  }

  /** Puts the plan in the place of what was planned before. */
  async function setPlan(
    facts: Pick<ReleaseRecord, 'issue' | 'club' | 'title'>,
    plan: ReleasePlan,
  ): Promise<ReleaseView> {
    const before = await records.read(facts.issue);
    await mayBeReplaced(before);
    await writeLines(before, journal);
    const after = await records.change(facts.issue, (record) => {
      if (record?.switching != null && record.switching.plan === record.plan?.id && running.has(record.issue))
        throw new ApiError(409, 'release-running');
      return { version: 1, ...facts, plan, switching: null, last: record?.last ?? null };
    });
    await writeLines(after, journal);
    if (before?.plan != null) await approved.forget(before.plan.id);
    scheduler.wake();
    if (after === null) throw new Error('A plan was written and is not there');
    return viewOf(after);
  }

  return {
    journal,
    nowMs: () => clock.nowMs(),
    list: async () => (await records.list(parts.onError)).map(viewOf),
    async view(issue) {
      const record = await records.read(issue);
      return record && viewOf(record);
    },
    async plan(issue, { at, draft: seen }, by) {
      const nowMs = clock.nowMs();
      if (at !== null && at < nowMs - toleranceMs) throw new ApiError(422, 'release-past');
      if (at !== null && at > nowMs + farthestMs) throw new ApiError(422, 'release-far');
      const draft = await drafts.read(issue);
      if (draft === null || draft.isRemoved) throw new ApiError(404, 'draft-missing');
      if (draft.etag !== seen) throw new ApiError(412, 'draft-changed');
      const pieces = draft.issue.pieces.flatMap((id) => draft.pieces.find((piece) => piece.id === id) ?? []);
      await requireFiles(draft.issue.club, namedFiles(draft.issue, pieces));
      await mayBeReplaced(await records.read(issue));
      const id = randomUUID();
      await approved.keep(id, { version: 1, issue: draft.issue, pieces });
      const facts = { issue, club: draft.issue.club, title: draft.issue.title.trim() };
      return setPlan(facts, {
        id,
        kind: 'release',
        at: new Date(Math.max(at ?? nowMs, nowMs)).toISOString(),
        by,
        madeAt: new Date(nowMs).toISOString(),
        draft: draft.etag,
        reason: '',
        now: { state: 'unchecked' },
      });
    },
    async cancel(issue, by) {
      const record = await records.read(issue);
      const plan = record?.plan ?? null;
      if (record === null || plan === null) throw new ApiError(404, 'release-none');
      await mayBeReplaced(record);
      await writeLines(record, journal);
      const ended = { id: plan.id, by, at: nowText(clock), what: 'cancelled' } as const;
      const after = await records.change(issue, (now) => {
        if (now?.switching != null && running.has(issue)) throw new ApiError(409, 'release-running');
        return now?.plan?.id === plan.id ? { ...now, plan: null, switching: null, ended } : now;
      });
      await writeLines(after, journal);
      await approved.forget(plan.id);
      scheduler.wake();
      return viewOf(after ?? record);
    },
    async lookAtQueue(issue) {
      const plan = (await records.read(issue))?.plan ?? null;
      const by = plan && (await takenOffBy({ issue, plan }));
      if (plan === null || by === null) return;
      await takeOff(issue, plan.id, by);
      scheduler.wake();
    },
    async withdraw(issue, reason, by) {
      const { manifest, title } = await soon(publisher.look(issue), publisher.store);
      const club = clubOfIssue(issue);
      if (manifest === null || club === null) throw new ApiError(404, 'not-published');
      const at = nowText(clock);
      const plan: ReleasePlan = {
        id: randomUUID(),
        kind: 'withdraw',
        at,
        by,
        madeAt: at,
        draft: '',
        reason,
        now: { state: 'waiting' },
      };
      return setPlan({ issue, club, title }, plan);
    },
    close: () => scheduler.stop(),
  };

  async function requireFiles(club: string, named: readonly { readonly file: Attachment }[]): Promise<void> {
    const missing: string[] = [];
    for (const { file } of named) if (!(await parts.hasFile(club, file))) missing.push(file.name);
    if (missing.length > 0)
      throw new ApiError(409, 'release-files-missing', {
        count: missing.length,
        names: [...new Set(missing)].slice(0, 5).join('、'),
      });
  }
}

const nowText = (clock: Clock): string => new Date(clock.nowMs()).toISOString();
