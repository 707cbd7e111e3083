/**
 * Names for blocks while they are on the screen: a draft's blocks have none of their own, yet a field must stay the same field while it
 * is typed in. A block that is the same object keeps its key (so undo brings the old ones back); a changed one keeps the key of what
 * stood in its place, or of the block its first sentence was in.
 */
import { sentencesOfDraftBlock, type DraftBlock } from '../../../../authoring/draft/model.ts';

export interface BlockKeys {
  keysFor(blocks: readonly DraftBlock[]): readonly string[];
}

export function createBlockKeys(): BlockKeys {
  const known = new WeakMap<DraftBlock, string>();
  let before: readonly DraftBlock[] = [];
  let count = 0;
  return {
    keysFor(blocks) {
      if (blocks === before) return blocks.map((block) => known.get(block) ?? '');
      const here = new Set(blocks);
      const used = new Set(blocks.flatMap((block) => known.get(block) ?? []));
      const gone = new Map(
        before.flatMap((block) => {
          const first = sentencesOfDraftBlock(block)[0]?.id;
          return here.has(block) || first === undefined ? [] : [[first, known.get(block)] as const];
        }),
      );
      const keys = blocks.map((block, index) => {
        const own = known.get(block);
        if (own !== undefined) return own;
        const first = sentencesOfDraftBlock(block)[0]?.id;
        const place = before[index];
        const inherited = [
          first === undefined ? undefined : gone.get(first),
          place === undefined || here.has(place) ? undefined : known.get(place),
        ].find((key) => key !== undefined && !used.has(key));
        const key = inherited ?? `b${(count += 1)}`;
        used.add(key);
        known.set(block, key);
        return key;
      });
      before = blocks;
      return keys;
    },
  };
}
