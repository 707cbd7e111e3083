/** The months ahead, as the queue shows them: which there are, how far each is, and what stands in the way. */
import type { MonthProgress } from '../../../authoring/draft/progress.ts';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { Club, IssueSummary } from '../../../core/shelf/issue.ts';
import type { MonthRelease } from '../shared/releases/release-state.ts';

export type QueueState =
  /** 草稿: a step has not been begun. */
  | 'draft'
  /** 待检查: everything is begun, something is still found. */
  | 'checking'
  /** 可以发布 */
  | 'ready'
  /** 已排期 */
  | 'scheduled'
  /** 正在发布: the hub is at it. */
  | 'publishing'
  /** 没有发布成: the hub refused it, or met trouble and tries again. */
  | 'stuck'
  /** 已交出: handed to the hub as a file, not on the shelf yet. */
  | 'exported'
  /** 已发布 */
  | 'published'
  /** 已撤回 */
  | 'withdrawn';

export interface QueueDraft {
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
  readonly progress: MonthProgress;
  readonly updatedMs: number;
}

/** What stands for one club in one month. */
export type QueueEntry =
  | {
      readonly kind: 'draft';
      readonly draft: QueueDraft;
      readonly state: QueueState;
      /** What the hub says of it, as far as it is known here. */
      readonly release: MonthRelease;
    }
  /** On the shelf, and no draft of it on this machine. */
  | { readonly kind: 'published'; readonly summary: IssueSummary }
  /** Taken off the queue; can be had back. */
  | { readonly kind: 'removed'; readonly id: string; readonly title: string }
  /** There is a draft, and this version of the app cannot read it. */
  | { readonly kind: 'unreadable'; readonly id: string }
  | { readonly kind: 'none' };

export interface QueueCell {
  readonly club: Club;
  readonly entry: QueueEntry;
}
export interface QueueRow {
  readonly month: string;
  readonly cells: readonly QueueCell[];
}

export interface QueueParts {
  readonly clubs: readonly Club[];
  readonly published: readonly IssueSummary[];
  readonly drafts: readonly QueueDraft[];
  readonly removed: readonly DraftIssue[];
  /** Ids. */
  readonly unreadable: readonly string[];
  /** `2026-11`. */
  readonly thisMonth: string;
  /** By issue; the hub's word, where there is a hub. */
  readonly releaseOf?: (issue: string) => MonthRelease;
}

const MONTHS_AHEAD = 3;

export function queueRows(parts: QueueParts): readonly QueueRow[] {
  const { clubs, published, drafts, removed, unreadable, thisMonth } = parts;
  const ahead = Array.from({ length: MONTHS_AHEAD + 1 }, (_, index) => monthAfter(thisMonth, index));
  const kept = [
    ...drafts.map(({ issue }) => issue.month),
    ...unreadable.map(monthOf),
    ...removed.map(({ month }) => month),
  ];
  const out = published.map(({ month }) => month).filter((month) => month >= thisMonth);
  const months = [...new Set([...ahead, ...kept, ...out])].sort();
  const last = months.at(-1) ?? thisMonth;
  const isLastEmpty = ![...kept, ...out].includes(last);
  const all = isLastEmpty ? months : [...months, monthAfter(last, 1)];
  return all.map((month) => ({
    month,
    cells: clubs.map((club) => ({ club, entry: entryOf(`${month}-${club.id}`, parts) })),
  }));
}

const notOnHub = (): MonthRelease => ({ is: 'none' });

function entryOf(
  id: string,
  { published, drafts, removed, unreadable, releaseOf = notOnHub }: QueueParts,
): QueueEntry {
  const summary = published.find((one) => one.id === id);
  const draft = drafts.find(({ issue }) => issue.id === id);
  if (draft) {
    const release = releaseOf(id);
    return { kind: 'draft', draft, state: stateOf(draft, summary !== undefined, release), release };
  }
  if (unreadable.includes(id)) return { kind: 'unreadable', id };
  if (summary) return { kind: 'published', summary };
  const gone = removed.find((issue) => issue.id === id);
  return gone ? { kind: 'removed', id, title: gone.title } : { kind: 'none' };
}

export function stateOf(
  { issue, progress }: Pick<QueueDraft, 'issue' | 'progress'>,
  isOnShelf: boolean,
  release: MonthRelease = notOnHub(),
): QueueState {
  const onHub = hubState(release);
  if (onHub !== null) return onHub;
  const { state } = issue.release;
  if (state === 'withdrawn') return 'withdrawn';
  // A draft taken up again after it was published is a draft of the next revision.
  if (state === 'exported') return isOnShelf ? 'published' : 'exported';
  const { text, words, sign, captions } = progress.whole;
  const isBegun = [text, words, sign, captions].every((step) => step.state !== 'not-begun');
  if (issue.pieces.length === 0 || !isBegun) return 'draft';
  if (progress.open.length > 0) return 'checking';
  return state === 'scheduled' ? 'scheduled' : 'ready';
}

/** What the hub decides. A month it has put out and that was changed since is a draft of the next revision. */
function hubState(release: MonthRelease): QueueState | null {
  switch (release.is) {
    case 'none':
      return null;
    case 'checking':
    case 'planned':
      return 'scheduled';
    case 'running':
      return 'publishing';
    case 'refused':
    case 'failing':
      return 'stuck';
    case 'released':
      return release.isOlder ? null : 'published';
    case 'withdrawn':
      return 'withdrawn';
  }
}

/** `2026-11`, 2 → `2027-01`. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

export const monthOf = (id: string): string => id.slice(0, 7);

/** Whole days from `today` (`2026-11-25`) to the first of `month`; 0 when it has begun. */
export function daysUntil(month: string, today: string): number {
  const ms = Date.parse(`${month}-01T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`);
  return Math.max(0, Math.round(ms / 86_400_000));
}
