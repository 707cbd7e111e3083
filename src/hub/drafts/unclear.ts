/**
 * Sentences members marked 看不懂, counted by issue, piece and sentence. Nothing is kept of who sent them, from where or when: a number a
 * sentence, and only for sentences that are on the shelf.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { clubOfIssue } from './draft-store.ts';
import { inTurn } from './in-turn.ts';
import type { ShelfSentences } from './shelf-sentences.ts';

const CountsSchema = v.strictObject({
  version: v.literal(1),
  /** Piece → sentence → how often. */
  counts: v.record(v.string(), v.record(v.string(), v.number())),
});
export type UnclearCounts = v.InferOutput<typeof CountsSchema>['counts'];

export interface UnclearMark {
  readonly piece: string;
  readonly sentence: string;
}

export interface Unclear {
  /** @returns how many of them were sentences of the shelf, and counted. */
  add(issue: string, marks: readonly UnclearMark[]): Promise<number>;
  /** By issue. */
  ofClub(club: string): Promise<Readonly<Record<string, UnclearCounts>>>;
}

/** More than any club has members: beyond this somebody plays. */
const MOST = 9_999;

/** @param data The hub's data folder, absolute. */
export function openUnclear(data: string, sentences: ShelfSentences): Unclear {
  const root = path.join(data, 'unclear');
  const fileOf = (issue: string): string => path.join(root, `${issue}.json`);
  const turn = inTurn();

  async function read(issue: string): Promise<UnclearCounts> {
    const text = await ifThere(() => readFile(fileOf(issue), 'utf8'));
    return text === null ? {} : v.parse(CountsSchema, JSON.parse(text)).counts;
  }

  async function known(issue: string, marks: readonly UnclearMark[]): Promise<readonly UnclearMark[]> {
    // Of one sender a sentence counts once.
    const once = [...new Map(marks.map((mark) => [`${mark.piece} ${mark.sentence}`, mark])).values()];
    const found = await Promise.all(
      once.map(async (mark) => ((await sentences(issue, mark.piece))?.has(mark.sentence) ? [mark] : [])),
    );
    return found.flat();
  }

  return {
    async add(issue, marks) {
      if (clubOfIssue(issue) === null) return 0;
      const counted = await known(issue, marks);
      if (counted.length === 0) return 0;
      await turn(issue, async () => {
        const counts = await read(issue);
        for (const { piece, sentence } of counted) {
          const ofPiece = counts[piece] ?? {};
          counts[piece] = { ...ofPiece, [sentence]: Math.min(MOST, (ofPiece[sentence] ?? 0) + 1) };
        }
        await durableWrite(fileOf(issue), path.join(data, 'temporary'), (file) =>
          file.writeFile(JSON.stringify({ version: 1, counts })),
        );
      });
      return counted.length;
    },
    async ofClub(club) {
      const ids = ((await ifThere(() => readdir(root))) ?? [])
        .map((name) => path.basename(name, '.json'))
        .filter((id) => clubOfIssue(id) === club);
      return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
    },
  };
}
