/** What the hub says of a month, as one state with what belongs to it. */
import type {
  LastRelease,
  PlanState,
  ReleasePlan,
  ReleaseView,
  RunningRelease,
} from '../../../../core/release/release-view.ts';

type PlanNow<S extends PlanState['state']> = Extract<PlanState, { state: S }>;

export type MonthRelease =
  | { readonly is: 'none' }
  /** Planned, and being looked into for the first time. */
  | { readonly is: 'checking'; readonly plan: ReleasePlan }
  /** 已排期. `isOlder`: the draft has changed since; what goes out is what was approved. */
  | { readonly is: 'planned'; readonly plan: ReleasePlan; readonly isOlder: boolean }
  | { readonly is: 'running'; readonly plan: ReleasePlan; readonly running: RunningRelease }
  | { readonly is: 'refused'; readonly plan: ReleasePlan; readonly now: PlanNow<'refused'> }
  | { readonly is: 'failing'; readonly plan: ReleasePlan; readonly now: PlanNow<'failing'> }
  /** 已发布. `isOlder`: the draft has changed since, and that is not out. */
  | { readonly is: 'released'; readonly last: LastRelease; readonly isOlder: boolean }
  | { readonly is: 'withdrawn'; readonly last: LastRelease };

/** @param draft The ETag of the hub's draft as it is now; null where that is not known. */
export function monthRelease(
  view: ReleaseView | undefined,
  draft: string | null,
  nowMs: number,
): MonthRelease {
  if (view === undefined) return { is: 'none' };
  const { plan, running, last } = view;
  if (plan === null) {
    if (last === null) return { is: 'none' };
    if (last.kind === 'withdrawn') return { is: 'withdrawn', last };
    return { is: 'released', last, isOlder: draft !== null && draft !== last.draft };
  }
  const { now } = plan;
  if (now.state === 'refused') return { is: 'refused', plan, now };
  // A try that is going on says more than how the last one ended.
  const isDue = Date.parse(plan.at) <= nowMs;
  if (running !== null && isDue) return { is: 'running', plan, running };
  if (now.state === 'failing') return { is: 'failing', plan, now };
  if (isDue) return { is: 'running', plan, running: { step: 'checking', done: 0, total: 0 } };
  if (now.state === 'unchecked') return { is: 'checking', plan };
  return { is: 'planned', plan, isOlder: draft !== null && draft !== plan.draft };
}

/** Something will be different in a moment: look again soon. */
export const isMoving = ({ is }: MonthRelease): boolean => is === 'checking' || is === 'running';
