/** Cuts a run of Chinese into the dictionary words that are together the most probable (unigrams, Viterbi). */

/** Longest entry worth trying; longer ones are sayings, and those come apart into words well. */
const LONGEST = 8;
/** A character no dictionary knows, on the dictionary's own scale. */
const UNKNOWN = 1e-10;
/** What the frequencies of all entries sum up to: the more words a cut has, the less probable it is. */
const ALL = 6e-5;

/** Ends of the words, in characters; the last is `chars.length`. */
export function cutWords(chars: readonly string[], frequencyOf: (word: string) => number): number[] {
  const best: { score: number; from: number }[] = [{ score: 0, from: 0 }];
  for (let from = 0; from < chars.length; from += 1) {
    const soFar = best[from]?.score ?? -Infinity;
    let word = '';
    for (let to = from + 1; to <= Math.min(chars.length, from + LONGEST); to += 1) {
      word += chars[to - 1] ?? '';
      const known = frequencyOf(word);
      if (known === 0 && to > from + 1) continue;
      const score = soFar + Math.log((known === 0 ? UNKNOWN : known) / ALL);
      if (score > (best[to]?.score ?? -Infinity)) best[to] = { score, from };
    }
  }
  const ends: number[] = [];
  for (let end = chars.length; end > 0; end = best[end]?.from ?? 0) ends.unshift(end);
  return ends;
}
