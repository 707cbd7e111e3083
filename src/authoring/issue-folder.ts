/**
 * Reads an issue folder (ISSUE-FOLDER.md) whole: all that is wrong is collected with file, line and cure, so that an
 * author mends everything in one round. Never throws for an author's mistake; what a disk does wrong still throws.
 */
import * as v from 'valibot';
import { checkFields, parseJson, type FieldSource } from './fields.ts';
import { checkFilesExist, readTextFile, type Desk } from './folder-desk.ts';
import { checkPath } from './folder-path.ts';
import { IssueFileSchema } from './folder-schemas.ts';
import type {
  FolderReader,
  IssueMeta,
  IssueSource,
  PieceSource,
  Problem,
  SourcePath,
  SourceWrite,
} from './issue-source.ts';
import { loadPinyinBook } from './pinyin-book.ts';
import { readPiece, type PieceContext } from './piece.ts';
import { problem } from './problem-text.ts';
import type { Wording } from './prose.ts';
import { readTerms, TERMS_FILE } from './terms.ts';

const ISSUE_FILE = 'issue.json';

export async function readIssueFolder(
  folder: FolderReader,
  options: { readonly wording?: Wording } = {},
): Promise<IssueSource> {
  const problems: Problem[] = [];
  const desk: Desk = { folder, report: (found) => void problems.push(found) };
  const wording = options.wording ?? { book: await loadPinyinBook() };

  const file = await readIssueFile(desk);
  const cards = await readTerms(desk, wording.book);
  const terms = new Map([...cards.keys()].map((term) => [term.id, term]));
  const { pieces, writes } = await readPieces(file?.pieces ?? [], { desk, wording, terms });

  const used = new Set(pieces.flatMap((piece) => piece.reading.terms.map(({ id }) => id)));
  for (const [{ id, word }, line] of cards) {
    // With a piece left out nobody can say which cards it would have used.
    const isComplete = pieces.length === file?.pieces.length;
    if (isComplete && !used.has(id))
      desk.report(problem('term-unused', { file: TERMS_FILE, line }, { id, word }));
  }
  return { issue: file?.meta ?? null, terms: [...cards.keys()], pieces, writes, problems: inOrder(problems) };
}

/** As much of `pieces` as can be made out. */
const ListedPiecesSchema = v.fallback(v.object({ pieces: v.array(v.pipe(v.string(), v.check(checkPath))) }), {
  pieces: [],
});

interface IssueFile {
  /** Null when something in issue.json is wrong; the pieces it names are looked at all the same. */
  readonly meta: IssueMeta | null;
  readonly pieces: readonly { readonly file: SourcePath; readonly line: number }[];
}

async function readIssueFile(desk: Desk): Promise<IssueFile | null> {
  const text = await readTextFile(ISSUE_FILE, desk);
  if (text === null) return null;
  const { source, problem: broken } = parseJson(text, ISSUE_FILE);
  if (source === null) {
    desk.report(broken);
    return null;
  }
  const fields = checkFields(IssueFileSchema, source, desk.report);
  const listed = fields?.pieces ?? v.parse(ListedPiecesSchema, source.value).pieces;
  const pieces = listed.map((file, index) => ({ file, line: source.lineOf(['pieces', index]) }));
  if (fields === null) return { meta: null, pieces };
  const { pieces: _, ...meta } = fields;
  await checkIssue(meta, source, desk);
  return { meta, pieces };
}

async function checkIssue(meta: IssueMeta, source: FieldSource, desk: Desk): Promise<void> {
  const at = (...path: string[]) => ({ file: ISSUE_FILE, line: source.lineOf(path) });
  const expected = `${meta.month}-${meta.club}`;
  if (meta.id !== expected) desk.report(problem('issue-id', at('id'), { id: meta.id, expected }));
  const { session, cover } = meta;
  if (session !== undefined && session.end <= session.start) {
    desk.report(problem('session-times', at('session', 'end'), { start: session.start, end: session.end }));
  }
  const covers = new Map([
    [cover.bitmap, at('cover', 'bitmap').line],
    [cover.drawing, at('cover', 'drawing').line],
  ]);
  await checkFilesExist(covers, ISSUE_FILE, desk);
}

async function readPieces(
  listed: IssueFile['pieces'],
  context: PieceContext,
): Promise<{ readonly pieces: PieceSource[]; readonly writes: SourceWrite[] }> {
  const { desk } = context;
  const pieces: PieceSource[] = [];
  const writes: SourceWrite[] = [];
  const seen = new Set<SourcePath>();
  const fileOf = new Map<string, SourcePath>();
  for (const { file, line } of listed) {
    const at = { file: ISSUE_FILE, line };
    if (seen.has(file)) {
      desk.report(problem('piece-repeated', at, { path: file }));
      continue;
    }
    seen.add(file);
    if (!/\.(?:md|json)$/u.test(file) || file.endsWith('.ids.json') || file === ISSUE_FILE) {
      desk.report(problem('piece-extension', at, { path: file }));
      continue;
    }
    const text = await readTextFile(file, desk, at);
    const read = text === null ? null : await readPiece(file, text, context);
    if (read === null) continue;
    const other = fileOf.get(read.piece.id);
    if (other !== undefined)
      desk.report(problem('piece-id-repeated', { file, line: 1 }, { id: read.piece.id, other }));
    fileOf.set(read.piece.id, file);
    pieces.push(read.piece);
    if (read.write !== null) writes.push(read.write);
  }
  return { pieces, writes };
}

/** File by file in the order of reading, each from its top; errors and warnings together where they stand. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.flatMap((file) =>
    problems.filter((each) => each.file === file).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  );
}
