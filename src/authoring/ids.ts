/**
 * Sentence ids that survive edits. A cue, a note and a bookmark point at an id for as long as the piece lives, so the
 * ids file beside each Markdown piece remembers which text had which id, and a new version of the text is compared
 * with it: unchanged sentences keep theirs wherever they stand, an edited sentence keeps its id when it is still
 * recognisably the same in the same place, and an id once given is never given to anything else.
 *
 * The file (`01-morning.ids.json`), one sentence a line so that a change reads well in version control:
 * ```json
 * { "version": 1, "next": { "s": 3, "p": 2 },
 *   "s": [["s1", "我是在虹镇老街长大的。"], ["s2", "…"]],
 *   "p": [["p1", "我小时候住在虹镇老街。"]] }
 * ```
 * `s` are sentences of the text, `p` of its plain versions; `next` is the first number never used.
 */
import * as v from 'valibot';
import { alignTexts } from './align.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const pairs = (prefix: 's' | 'p') =>
  v.array(
    v.strictTuple([v.pipe(v.string(), v.regex(new RegExp(`^${prefix}[1-9][0-9]{0,8}$`, 'u'))), v.string()]),
  );

const IdsFileSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    next: v.strictObject({ s: count, p: count }),
    s: pairs('s'),
    p: pairs('p'),
  }),
  v.check(
    ({ s, p }) => new Set([...s, ...p].map(([id]) => id)).size === s.length + p.length,
    'two sentences share one id',
  ),
);
export type IdsFile = v.InferOutput<typeof IdsFileSchema>;
export type IdPrefix = 's' | 'p';

export const NO_IDS: IdsFile = { version: 1, next: { s: 1, p: 1 }, s: [], p: [] };

/** Null when the text is no ids file (damaged, or left with a merge conflict in it). */
export function parseIdsFile(text: string): IdsFile | null {
  try {
    const parsed = v.safeParse(IdsFileSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function writeIdsFile(ids: IdsFile): string {
  const list = (entries: readonly (readonly [string, string])[]): string =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "next": ${JSON.stringify(ids.next)},\n  "s": ${list(ids.s)},\n  "p": ${list(ids.p)}\n}\n`;
}

/** The ids of these texts, in their order, and the file that will remember them. */
export function assignIds(
  known: IdsFile,
  texts: Readonly<Record<IdPrefix, readonly string[]>>,
): { readonly file: IdsFile; readonly ids: Readonly<Record<IdPrefix, readonly string[]>> } {
  const s = assignOne(known, 's', texts.s);
  const p = assignOne(known, 'p', texts.p);
  return {
    ids: { s: s.entries.map(([id]) => id), p: p.entries.map(([id]) => id) },
    file: { version: 1, next: { s: s.next, p: p.next }, s: s.entries, p: p.entries },
  };
}

function assignOne(
  known: IdsFile,
  prefix: IdPrefix,
  texts: readonly string[],
): { entries: [string, string][]; next: number } {
  const before = known[prefix];
  // A hand-edited file may count too low; an id in use is never handed out again.
  let next = Math.max(known.next[prefix], ...before.map(([id]) => Number(id.slice(1)) + 1));
  const clean = texts.map((text) => text.trim());
  const same = alignTexts(
    before.map(([, text]) => text.trim()),
    clean,
  );
  const entries = clean.map((text, index): [string, string] => {
    const kept = before[same[index] ?? -1];
    return [kept === undefined ? `${prefix}${next++}` : kept[0], text];
  });
  return { entries, next };
}
