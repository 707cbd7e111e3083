/** Which issue stands in which part of the storage room. */
import type { Localised } from '../../core/shelf/issue.ts';
import type { IssueState } from '../../library/library.ts';

/** What is known of an issue besides its state. */
export interface IssueName {
  readonly id: string;
  readonly title: string;
  /** `2026-11`. */
  readonly month: string;
  readonly club: Localised | null;
  /** This month's of its club. */
  readonly isInUse: boolean;
  /** From before the month in use: what may be suggested for removal. */
  readonly isEarlier: boolean;
}

export interface ListedIssue extends IssueName {
  readonly state: IssueState;
}

export interface RoomLists {
  /** Being fetched, in line, or stuck; in the order they will be fetched. */
  readonly coming: readonly ListedIssue[];
  /** Newest month first. */
  readonly here: readonly ListedIssue[];
  readonly offered: readonly ListedIssue[];
  /** What could make room: whole months, oldest first, never one in use. */
  readonly spare: readonly ListedIssue[];
}

export function listRoom(
  issues: ReadonlyMap<string, IssueState>,
  queue: readonly string[],
  names: ReadonlyMap<string, IssueName>,
): RoomLists {
  const all = [...issues].map(([id, state]): ListedIssue => ({
    ...(names.get(id) ?? nameOfUnknown(id)),
    state,
  }));
  const newestFirst = all.toSorted((a, b) => b.month.localeCompare(a.month) || a.id.localeCompare(b.id));
  const here = newestFirst.filter(({ state }) => state.state === 'stored' || state.state === 'damaged');
  return {
    coming: newestFirst.filter(isComing).toSorted((a, b) => placeIn(queue, a.id) - placeIn(queue, b.id)),
    here,
    offered: newestFirst.filter(({ state }) => state.state === 'not-here'),
    spare: here.filter(({ isEarlier }) => isEarlier).toReversed(),
  };
}

/**
 * The month of a club that is read now: the newest that has begun. What comes after it was saved for the next meeting. On a
 * tablet whose clock is behind none has begun: then it is the newest.
 */
export function monthInUse(months: readonly string[], today: string): string {
  const newestOf = (some: readonly string[]): string => some.toSorted().at(-1) ?? '';
  return newestOf(months.filter((month) => month <= today.slice(0, 7))) || newestOf(months);
}

export function sumBytes(issues: readonly ListedIssue[]): number {
  return issues.reduce((sum, { state }) => sum + state.sizeBytes, 0);
}

function isComing({ state }: ListedIssue): boolean {
  return ['queued', 'running', 'paused', 'waiting', 'failed'].includes(state.state);
}

/** What is not in line comes after what is. */
function placeIn(queue: readonly string[], id: string): number {
  const place = queue.indexOf(id);
  return place < 0 ? queue.length : place;
}

/** Withdrawn, or from another shelf's time: its id still says which month it is. */
function nameOfUnknown(id: string): IssueName {
  return { id, title: id, month: id.slice(0, 7), club: null, isInUse: false, isEarlier: true };
}
