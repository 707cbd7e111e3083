/** What a person has decided about a part both sides changed (merge-drafts.ts), as what this machine has then and what counts as agreed. */
import type { Clash, DraftMonth, MonthField } from './merge-drafts.ts';
import type { DraftIssue, DraftPiece } from './model.ts';

export type Side = 'mine' | 'theirs';

export interface Chosen {
  readonly local: DraftMonth;
  /** With theirs for this part: what is here and differs from it is a plain change then, and goes to the hub. */
  readonly base: DraftMonth;
}

export function chooseSide(clash: Clash, side: Side, { local, base }: Chosen): Chosen {
  return {
    local: side === 'mine' ? local : withTheirs(local, clash),
    base: withTheirs(base, clash),
  };
}

/**
 * Theirs stays in its place, mine becomes a piece of its own behind it.
 * @param title What the copy is called.
 */
export function keepBoth(
  clash: Extract<Clash, { readonly kind: 'piece' }>,
  title: string,
  { local, base }: Chosen,
): Chosen {
  const copy: DraftPiece = { ...clash.mine, id: freeId(clash.id, local.pieces), title };
  const theirs = withTheirs(local, clash);
  const list = [...local.issue.pieces];
  const at = list.indexOf(clash.id);
  list.splice(at === -1 ? list.length : at + 1, 0, copy.id);
  return {
    local: {
      ...theirs,
      issue: { ...theirs.issue, pieces: list },
      pieces: { ...theirs.pieces, [copy.id]: copy },
    },
    base: withTheirs(base, clash),
  };
}

function freeId(id: string, pieces: DraftMonth['pieces']): string {
  for (let number = 2; ; number++) if (!Object.hasOwn(pieces, `${id}-${number}`)) return `${id}-${number}`;
}

function withTheirs(month: DraftMonth, clash: Clash): DraftMonth {
  const { issue } = month;
  switch (clash.kind) {
    case 'piece':
      return { ...month, pieces: { ...month.pieces, [clash.id]: clash.theirs } };
    case 'field':
      return { ...month, issue: withField(issue, clash.id, clash.theirs) };
    case 'order':
      return { ...month, issue: { ...issue, pieces: [...clash.theirs] } };
    case 'reason':
      return { ...month, issue: { ...issue, reasons: { ...issue.reasons, [clash.id]: clash.theirs } } };
    case 'term': {
      const isThere = issue.terms.some(({ id }) => id === clash.id);
      const terms = issue.terms.map((term) => (term.id === clash.id ? clash.theirs : term));
      return { ...month, issue: { ...issue, terms: isThere ? terms : [...terms, clash.theirs] } };
    }
  }
}

function withField(issue: DraftIssue, field: MonthField, theirs: DraftIssue): DraftIssue {
  const { title, summary, cover, session, release } = theirs;
  const all = {
    title: { title },
    summary: { summary },
    cover: { cover },
    session: { session },
    release: { release },
  };
  return { ...issue, ...all[field] };
}
