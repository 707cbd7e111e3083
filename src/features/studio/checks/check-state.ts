/** What the list of checks shows: findings of this piece and of its month, grouped by what they ask for. */
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import { findingKey, reasonFor } from '../../../core/checks/finding-key.ts';

export interface CheckList {
  /** 还不能发布 */
  readonly errors: readonly DraftFinding[];
  /** 请写一句原因 */
  readonly unreasoned: readonly DraftFinding[];
  /** 写了原因 */
  readonly reasoned: readonly DraftFinding[];
}

interface ListOptions {
  readonly reasons: Readonly<Record<string, string>>;
  /** Key of the finding whose reason is being written: it stays where it is until the person has gone on. */
  readonly writing: string | null;
}

export function checkList(findings: readonly DraftFinding[], { reasons, writing }: ListOptions): CheckList {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const isReasoned = (finding: DraftFinding): boolean =>
    findingKey(finding) !== writing && reasonFor(finding, reasons) !== '';
  return {
    errors,
    unreasoned: warnings.filter((finding) => !isReasoned(finding)),
    reasoned: warnings.filter(isReasoned),
  };
}

export interface FindingsByPlace {
  readonly piece: readonly DraftFinding[];
  /** Of the month itself: its session, its cover. */
  readonly month: readonly DraftFinding[];
  /** Of its other pieces, by piece. */
  readonly others: ReadonlyMap<string, readonly DraftFinding[]>;
}

export function byPlace(findings: readonly DraftFinding[], piece: string): FindingsByPlace {
  const others = new Map<string, DraftFinding[]>();
  for (const finding of findings) {
    if (finding.piece !== null && finding.piece !== piece)
      others.set(finding.piece, [...(others.get(finding.piece) ?? []), finding]);
  }
  return {
    piece: findings.filter((finding) => finding.piece === piece),
    month: findings.filter((finding) => finding.piece === null),
    others,
  };
}

/** What a person often has to say; one tap writes it. Keys of `studio-checks`, under `quick`. */
export const quickReasons = {
  'picture-text-unjudged': ['noText', 'textReadable'],
  'pictured-consent-unknown': ['nobodyInPicture'],
  'sentences-uncovered': ['sourceLine'],
  'session-missing': ['noSession'],
  'term-unused': ['keepForLater'],
  'signing-space-missing': ['wholeFrame'],
} as const;

export type QuickReason = (typeof quickReasons)[keyof typeof quickReasons][number];

export function quickReasonsOf(code: string): readonly QuickReason[] {
  return Object.entries(quickReasons).find(([known]) => known === code)?.[1] ?? [];
}
