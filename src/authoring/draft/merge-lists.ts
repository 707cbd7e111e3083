/** Two orders of the same things since they were one: what either side added is in, what one took away and the other left alone is out. */
export interface Lists {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** What a side worked on is not taken off by the other. */
interface Edited {
  readonly mine: (id: string) => boolean;
  readonly theirs: (id: string) => boolean;
}

interface MergedLists {
  readonly local: string[];
  readonly shared: string[];
  /** Both moved things about, differently. */
  readonly isClash: boolean;
}

export function mergeLists({ base, mine, theirs }: Lists, edited: Edited): MergedLists {
  const stays = (id: string): boolean => {
    if (mine.includes(id) && theirs.includes(id)) return true;
    if (!base.includes(id)) return true;
    return mine.includes(id) ? edited.mine(id) : edited.theirs(id);
  };
  const fromMine = weave(mine, theirs).filter(stays);
  const fromTheirs = weave(theirs, mine).filter(stays);
  const common = (list: readonly string[]): readonly string[] =>
    list.filter((id) => base.includes(id) && mine.includes(id) && theirs.includes(id));
  const isMoved = (list: readonly string[]): boolean => common(list).join() !== common(base).join();
  const isClash = isMoved(mine) && isMoved(theirs) && common(mine).join() !== common(theirs).join();
  if (isClash) return { local: fromMine, shared: fromTheirs, isClash };
  const one = isMoved(mine) ? fromMine : fromTheirs;
  return { local: one, shared: one, isClash };
}

/** `first`, with what only `second` has, each after what it stands behind there. */
function weave(first: readonly string[], second: readonly string[]): string[] {
  const woven = [...first];
  second.forEach((id, index) => {
    if (woven.includes(id)) return;
    const before = second[index - 1];
    woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, id);
  });
  return woven;
}
