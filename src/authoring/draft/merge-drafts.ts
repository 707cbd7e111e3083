/**
 * One month changed on two machines since they last agreed (`base`), put together without losing an edit of either side. Pieces and the
 * fields, cards and reasons of the month are the parts; a part changed on one side only is taken, one changed on both and differently is
 * a clash: each side keeps its own until a person has seen both.
 *
 * Nothing about clashes is written down: a part in clash keeps its old base, so the next merge finds it again.
 */
import { isSame } from './canonical-json.ts';
import { mergeLists } from './merge-lists.ts';
import type { DraftIssue, DraftPiece } from './model.ts';
import { newIssue } from './new-draft.ts';

export interface DraftMonth {
  readonly issue: DraftIssue;
  /** Every piece it has or had. */
  readonly pieces: Readonly<Record<string, DraftPiece>>;
  /** Off the queue, in the bin. */
  readonly isRemoved: boolean;
}

const FIELDS = ['title', 'summary', 'cover', 'session', 'release'] as const;
export type MonthField = (typeof FIELDS)[number];

export type Clash =
  | { readonly kind: 'piece'; readonly id: string; readonly mine: DraftPiece; readonly theirs: DraftPiece }
  | {
      readonly kind: 'field';
      readonly id: MonthField;
      readonly mine: DraftIssue;
      readonly theirs: DraftIssue;
    }
  | {
      readonly kind: 'term';
      readonly id: string;
      readonly mine: DraftIssue['terms'][number];
      readonly theirs: DraftIssue['terms'][number];
    }
  | { readonly kind: 'reason'; readonly id: string; readonly mine: string; readonly theirs: string }
  /** The same pieces in two orders. */
  | {
      readonly kind: 'order';
      readonly id: 'pieces';
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
    };

export interface Merged {
  /** For this machine: everything of both sides, and mine where they clash. */
  readonly local: DraftMonth;
  /** For the hub: everything of both sides, and theirs where they clash. */
  readonly shared: DraftMonth;
  readonly clashes: readonly Clash[];
}

/** What both may be taken to have begun with, where they never agreed before: an empty month. */
const startOf = ({ issue }: DraftMonth): DraftMonth => ({
  issue: newIssue(issue.month, issue.club),
  pieces: {},
  isRemoved: false,
});

interface Part<T> {
  readonly local: T;
  readonly shared: T;
  readonly isClash: boolean;
}

/** `undefined` is a part that is not there: what one side took away and the other changed stays as it was changed. */
function mergePart<T>(base: T, mine: T, theirs: T): Part<T> {
  const one = (value: T): Part<T> => ({ local: value, shared: value, isClash: false });
  if (isSame(mine, theirs) || isSame(theirs, base)) return one(mine);
  if (isSame(mine, base)) return one(theirs);
  if (mine === undefined) return one(theirs);
  if (theirs === undefined) return one(mine);
  return { local: mine, shared: theirs, isClash: true };
}

function mergeTable<T>(
  base: Readonly<Record<string, T>>,
  mine: Readonly<Record<string, T>>,
  theirs: Readonly<Record<string, T>>,
  onClash: (id: string, mine: T, theirs: T) => void,
): { readonly local: Record<string, T>; readonly shared: Record<string, T> } {
  const local: [string, T][] = [];
  const shared: [string, T][] = [];
  // Theirs first: what is new here goes to the end, on both machines.
  for (const id of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const part = mergePart<T | undefined>(own(base, id), own(mine, id), own(theirs, id));
    if (part.local !== undefined) local.push([id, part.local]);
    if (part.shared !== undefined) shared.push([id, part.shared]);
    if (part.isClash && part.local !== undefined && part.shared !== undefined)
      onClash(id, part.local, part.shared);
  }
  return { local: Object.fromEntries(local), shared: Object.fromEntries(shared) };
}

const own = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

export function mergeMonths(agreed: DraftMonth | null, mine: DraftMonth, theirs: DraftMonth): Merged {
  const base = agreed ?? startOf(mine);
  const clashes: Clash[] = [];
  // A piece is taken off the list, never thrown away: one that is not there has not come yet.
  const all = ({ pieces: some }: DraftMonth) => ({ ...base.pieces, ...some });
  const pieces = mergeTable(base.pieces, all(mine), all(theirs), (id, ours, other) =>
    clashes.push({ kind: 'piece', id, mine: ours, theirs: other }),
  );
  const terms = mergeTable(byId(base.issue), byId(mine.issue), byId(theirs.issue), (id, ours, other) =>
    clashes.push({ kind: 'term', id, mine: ours, theirs: other }),
  );
  const reasons = mergeTable(
    base.issue.reasons,
    mine.issue.reasons,
    theirs.issue.reasons,
    (id, ours, other) => clashes.push({ kind: 'reason', id, mine: ours, theirs: other }),
  );
  const isEdited = (side: DraftMonth) => (id: string) => !isSame(own(side.pieces, id), own(base.pieces, id));
  const order = mergeLists(
    { base: base.issue.pieces, mine: mine.issue.pieces, theirs: theirs.issue.pieces },
    { mine: isEdited(mine), theirs: isEdited(theirs) },
  );
  if (order.isClash) clashes.push({ kind: 'order', id: 'pieces', mine: order.local, theirs: order.shared });
  const local = {
    ...mine.issue,
    pieces: order.local,
    terms: Object.values(terms.local),
    reasons: reasons.local,
  };
  const shared = {
    ...mine.issue,
    pieces: order.shared,
    terms: Object.values(terms.shared),
    reasons: reasons.shared,
  };
  for (const field of FIELDS) {
    const { isClash } = mergeField(field, base.issue, mine.issue, theirs.issue, local, shared);
    if (isClash) clashes.push({ kind: 'field', id: field, mine: mine.issue, theirs: theirs.issue });
  }
  const isRemoved = mergeRemoved(base, mine, theirs);
  return {
    local: { issue: local, pieces: pieces.local, isRemoved },
    shared: { issue: shared, pieces: pieces.shared, isRemoved },
    clashes,
  };
}

function mergeField<K extends MonthField>(
  field: K,
  base: Readonly<Pick<DraftIssue, K>>,
  mine: Readonly<Pick<DraftIssue, K>>,
  theirs: Readonly<Pick<DraftIssue, K>>,
  local: Pick<DraftIssue, K>,
  shared: Pick<DraftIssue, K>,
): { readonly isClash: boolean } {
  const part = mergePart(base[field], mine[field], theirs[field]);
  local[field] = part.local;
  shared[field] = part.shared;
  return part;
}

const byId = ({ terms }: DraftIssue): Readonly<Record<string, DraftIssue['terms'][number]>> =>
  Object.fromEntries(terms.map((term) => [term.id, term]));

/** A month somebody still works on is not in the bin. */
function mergeRemoved(base: DraftMonth, mine: DraftMonth, theirs: DraftMonth): boolean {
  const content = ({ issue, pieces }: DraftMonth) => ({ issue, pieces });
  const isEdited = (side: DraftMonth): boolean => !isSame(content(side), content(base));
  if (mine.isRemoved === theirs.isRemoved) return mine.isRemoved;
  const [keeper, remover] = mine.isRemoved ? [theirs, mine] : [mine, theirs];
  // Put back by the one side, or taken off by the other.
  return remover.isRemoved !== base.isRemoved && !isEdited(keeper);
}

/**
 * What both agree on once the hub has `shared` and this machine `local`: parts that are the same on both. The others, in clash or not taken
 * over here yet, keep their old base.
 */
export function nextBase(agreed: DraftMonth | null, local: DraftMonth, shared: DraftMonth): DraftMonth {
  const base = agreed ?? startOf(local);
  const table = <T>(
    before: Readonly<Record<string, T>>,
    here: Readonly<Record<string, T>>,
    there: Readonly<Record<string, T>>,
  ) =>
    Object.fromEntries(
      [...new Set([...Object.keys(there), ...Object.keys(here), ...Object.keys(before)])].flatMap((id) => {
        const value = isSame(own(here, id), own(there, id)) ? own(here, id) : own(before, id);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  const issue: DraftIssue = {
    ...local.issue,
    terms: Object.values(table(byId(base.issue), byId(local.issue), byId(shared.issue))),
    reasons: table(base.issue.reasons, local.issue.reasons, shared.issue.reasons),
  };
  for (const field of [...FIELDS, 'pieces'] as const) settle(field, issue, base.issue, shared.issue);
  return {
    issue,
    pieces: table(base.pieces, local.pieces, shared.pieces),
    isRemoved: local.isRemoved === shared.isRemoved ? local.isRemoved : base.isRemoved,
  };
}

function settle<K extends MonthField | 'pieces'>(
  field: K,
  issue: Pick<DraftIssue, K>,
  base: Readonly<Pick<DraftIssue, K>>,
  shared: Readonly<Pick<DraftIssue, K>>,
): void {
  if (!isSame(issue[field], shared[field])) issue[field] = base[field];
}
