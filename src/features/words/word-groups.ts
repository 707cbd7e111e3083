/** How the cards are sorted and which of them are shown: pure, so that it can be tested without a page. */
import type { IssueSummary, IssueTerm } from '../../core/shelf/issue.ts';
import type { WordMark } from '../../storage/words.ts';

export type Grouping = 'issue' | 'pinyin';
export type Shown = 'all' | 'unmarked' | 'again' | 'known';
/** By `keyOf`. */
export type Marks = ReadonlyMap<string, WordMark>;

export interface WordGroup {
  /** An issue's id, or a capital letter, or `#` for what begins with neither letter nor tone-marked letter. */
  readonly key: string;
  /** Set when grouped by issue and the issue is still on the shelf. */
  readonly issue: IssueSummary | null;
  readonly terms: readonly IssueTerm[];
}

/** A term belongs to its issue: the same id in two issues is two cards. */
export function keyOf(term: Pick<IssueTerm, 'issue' | 'id'>): string {
  return `${term.issue}/${term.id}`;
}

export function groupWords(
  terms: readonly IssueTerm[],
  grouping: Grouping,
  issues: readonly IssueSummary[],
): readonly WordGroup[] {
  const groupKey = (term: IssueTerm) => (grouping === 'issue' ? term.issue : initialOf(term.pinyin));
  const groups = new Map<string, IssueTerm[]>();
  for (const term of terms) {
    const group = groups.get(groupKey(term));
    if (group) group.push(term);
    else groups.set(groupKey(term), [term]);
  }
  const order = (key: string) => {
    const place = issues.findIndex((issue) => issue.id === key);
    return place === -1 ? issues.length : place;
  };
  return [...groups]
    .map(([key, members]) => ({
      key,
      issue: grouping === 'issue' ? (issues.find((issue) => issue.id === key) ?? null) : null,
      terms: grouping === 'issue' ? members : members.toSorted(byPinyin),
    }))
    .toSorted((a, b) =>
      grouping === 'issue' ? order(a.key) - order(b.key) : a.key.localeCompare(b.key, 'en'),
    );
}

export function isShown(term: IssueTerm, shown: Shown, marks: Marks): boolean {
  const mark = marks.get(keyOf(term));
  if (shown === 'all') return true;
  return shown === 'unmarked' ? mark === undefined : mark === shown;
}

/** The letter a dictionary files it under: `Ā` under A, `ǘ` under U; `#` when it begins with no letter. */
export function initialOf(pinyin: string): string {
  const first = plain(pinyin).match(/^[a-z]/u)?.[0];
  return first?.toUpperCase() ?? '#';
}

function byPinyin(a: IssueTerm, b: IssueTerm): number {
  return plain(a.pinyin).localeCompare(plain(b.pinyin), 'en') || a.pinyin.localeCompare(b.pinyin, 'en');
}

/** Without tone marks, in small letters. */
function plain(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
}
