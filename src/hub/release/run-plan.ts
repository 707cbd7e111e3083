/**
 * Carries out one plan, so that it is carried out once: what is about to be switched is written down first, and what a killed
 * hub left half done is finished by what the shelf says, not by memory.
 */
import type { LastRelease, ReleasePlan, RunningRelease } from '../../core/release/release-view.ts';
import { retryAfterMs } from './choose-work.ts';
import type { Journal } from './journal.ts';
import { entryOf, writeLines } from './journal-lines.ts';
import type { ReleaseRecord, ReleaseRecords, SwitchAhead } from './release-record.ts';

export type Refusal = Extract<ReleasePlan['now'], { state: 'refused' }>;

export interface Switched {
  readonly sequence: number;
  /** The manifest's address; empty for a withdrawal. */
  readonly manifest: string;
}

class PlanGoneError extends Error {
  override readonly name = 'PlanGoneError';
}

/** What the shelf lists of one month. */
export interface OnShelf {
  readonly sequence: number;
  /** Null where it is not listed. */
  readonly manifest: string | null;
  /** Empty where it is not listed. */
  readonly title: string;
  readonly isWithdrawn: boolean;
}

/** The shelf, as far as a plan needs it. */
export interface Publisher {
  /** Where the shelf lies, as people know it. */
  readonly store: string;
  look(issue: string): Promise<OnShelf>;
  /** Only looks; nothing is written to the shelf. */
  check(record: ReleaseRecord, plan: ReleasePlan, tell: Tell): Promise<Refusal | null>;
  /** @param ahead Told before the catalogue is switched. */
  release(record: ReleaseRecord, plan: ReleasePlan, ahead: Ahead, tell: Tell): Promise<Refusal | Switched>;
  withdraw(record: ReleaseRecord, ahead: Ahead): Promise<Switched>;
  /** Deletes what no month on the shelf names any more. */
  sweep(): Promise<void>;
  /** What was kept for the plan is no use any more. */
  forget(plan: ReleasePlan): Promise<void>;
}
export type Tell = (running: RunningRelease) => void;
export type Ahead = (planned: Switched) => Promise<void>;

export interface PlanTools {
  readonly records: ReleaseRecords;
  readonly journal: Journal;
  readonly publisher: Publisher;
  readonly nowMs: () => number;
  /** Told of what went wrong; answers with the code a person is told. */
  faultOf(error: unknown): string;
  /** Where it stands at this moment, null at the end. */
  onRunning(issue: string, running: RunningRelease | null): void;
}

export async function checkPlan(issue: string, id: string, tools: PlanTools): Promise<void> {
  await withPlan(issue, id, tools, async (record, plan, tell) => {
    const refusal = await tools.publisher.check(record, plan, tell);
    await settle(record, plan, refusal ?? { state: 'waiting' }, tools);
  });
}

export async function runPlan(issue: string, id: string, tools: PlanTools): Promise<void> {
  await withPlan(issue, id, tools, async (record, plan, tell) => {
    const { records, publisher } = tools;
    const done = await doneBefore(record, plan, publisher);
    if (done !== null) return finish(record, plan, done, tools);
    const ahead: Ahead = async ({ sequence, manifest }) => {
      const switching: SwitchAhead = { plan: id, manifest, after: sequence };
      await records.change(issue, (now) => {
        // Taken back or planned anew while its files were looked into: nothing has been switched, and nothing will be.
        if (now?.plan?.id !== id) throw new PlanGoneError(id);
        return { ...now, switching };
      });
    };
    const outcome =
      plan.kind === 'release'
        ? await publisher.release(record, plan, ahead, tell)
        : await publisher.withdraw(record, ahead);
    if ('state' in outcome) await settle(record, plan, outcome, tools);
    else await finish(record, plan, outcome, tools);
  });
}

/** A failure is written down with its time of another try; nothing else can end a plan but a person or success. */
async function withPlan(
  issue: string,
  id: string,
  tools: PlanTools,
  work: (record: ReleaseRecord, plan: ReleasePlan, tell: Tell) => Promise<void>,
): Promise<void> {
  const record = await tools.records.read(issue);
  const plan = record?.plan ?? null;
  if (record === null || plan === null || plan.id !== id) return;
  const tell: Tell = (running) => tools.onRunning(issue, running);
  tell({ step: 'checking', done: 0, total: 0 });
  try {
    await writeLines(record, tools.journal);
    await work(record, plan, tell);
  } catch (error) {
    if (!(error instanceof PlanGoneError)) await fail(record, plan, error, tools);
  } finally {
    tools.onRunning(issue, null);
  }
}

/** What the shelf shows to be done although the record does not say so: the hub was killed in between. */
export async function doneBefore(
  { issue, switching }: ReleaseRecord,
  plan: ReleasePlan,
  publisher: Publisher,
): Promise<Switched | null> {
  if (switching === null || switching.plan !== plan.id) return null;
  const { sequence, manifest, isWithdrawn } = await publisher.look(issue);
  if (sequence <= switching.after) return null;
  const isDone = plan.kind === 'release' ? manifest === switching.manifest : isWithdrawn && manifest === null;
  if (!isDone) return null;
  if (plan.kind === 'withdraw') await publisher.sweep();
  return { sequence, manifest: switching.manifest };
}

async function finish(
  record: ReleaseRecord,
  plan: ReleasePlan,
  { sequence, manifest }: Switched,
  { records, journal, publisher, nowMs }: PlanTools,
): Promise<void> {
  const at = new Date(nowMs()).toISOString();
  const { by, draft, reason } = plan;
  const what = plan.kind === 'release' ? 'released' : 'withdrawn';
  const sha256 = /(?<hash>[0-9a-f]{64})\./u.exec(manifest)?.groups?.['hash'];
  await journal.append({
    ...entryOf(record, plan, what, at),
    sequence,
    ...(sha256 !== undefined && { sha256 }),
    ...(reason !== '' && { reason }),
  });
  const last: LastRelease = { kind: what, at, by, draft, reason };
  await records.change(record.issue, (now) =>
    now?.plan?.id === plan.id ? { ...now, plan: null, switching: null, last } : now,
  );
  await publisher.forget(plan);
}

async function settle(
  record: ReleaseRecord,
  plan: ReleasePlan,
  now: ReleasePlan['now'],
  { records, journal, nowMs }: PlanTools,
): Promise<void> {
  if (now.state === 'refused')
    await journal.append(entryOf(record, plan, 'refused', new Date(nowMs()).toISOString()));
  await setState(record.issue, plan.id, now, records);
}

async function fail(
  { issue }: ReleaseRecord,
  { id, now }: ReleasePlan,
  error: unknown,
  { records, nowMs, faultOf }: PlanTools,
): Promise<void> {
  const attempts = now.state === 'failing' ? now.attempts + 1 : 1;
  const retryAt = new Date(nowMs() + retryAfterMs(attempts)).toISOString();
  await setState(issue, id, { state: 'failing', attempts, retryAt, fault: faultOf(error) }, records);
}

const setState = (
  issue: string,
  id: string,
  now: ReleasePlan['now'],
  records: ReleaseRecords,
): Promise<unknown> =>
  records.change(issue, (record) =>
    record?.plan?.id === id ? { ...record, plan: { ...record.plan, now } } : record,
  );
