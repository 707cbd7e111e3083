/** One piece of an issue folder, Markdown with front matter or finished JSON, into a `PieceSource`. */
import type { Sentence, SentenceId, TermId } from '../core/reading/model.ts';
import { composeBlocks } from './blocks.ts';
import { checkFields, parseJson, parseYaml, type FieldSource } from './fields.ts';
import { checkFilesExist, readTextFile, type Desk } from './folder-desk.ts';
import { FrontMatterSchema, PieceFileSchema, type FrontMatter } from './folder-schemas.ts';
import { NO_IDS, parseIdsFile, writeIdsFile, type IdsFile } from './ids.ts';
import type {
  BlockSource,
  PieceSource,
  SourcePath,
  SourceWrite,
  TermSource,
  TermTable,
  TrackSource,
} from './issue-source.ts';
import { readMarkdown } from './markdown.ts';
import { problem } from './problem-text.ts';
import type { Wording } from './prose.ts';

export interface PieceContext {
  readonly desk: Desk;
  readonly wording: Wording;
  readonly terms: TermTable;
}

export interface ReadPiece {
  readonly piece: PieceSource;
  /** The ids file, when it changed. */
  readonly write: SourceWrite | null;
}

/** Null when the piece cannot be read at all; the reasons are reported. */
export async function readPiece(
  file: SourcePath,
  text: string,
  context: PieceContext,
): Promise<ReadPiece | null> {
  const read = file.endsWith('.json')
    ? readJsonPiece(file, text, context)
    : await readMarkdownPiece(file, text, context);
  if (read === null) return null;
  checkTracks(read.piece, context.desk);
  checkTerms(read.piece, context);
  await checkFilesExist(read.piece.fileLines, file, context.desk);
  return read;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/mu;

async function readMarkdownPiece(
  file: SourcePath,
  text: string,
  { desk, wording, terms }: PieceContext,
): Promise<ReadPiece | null> {
  const matter = FRONT_MATTER.exec(text);
  if (matter?.index !== 0) {
    desk.report(problem('front-matter-missing', { file, line: 1 }));
    return null;
  }
  const { source, problem: broken } = parseYaml(matter[1] ?? '', file, 1);
  const lineOffset = matter[0].split('\n').length - 1;
  const markdown = readMarkdown(text.slice(matter[0].length), { file, lineOffset });
  for (const found of markdown.problems) desk.report(found);
  if (source === null) {
    desk.report(broken);
    return null;
  }
  const fields = checkFields(FrontMatterSchema, source, desk.report);
  if (markdown.blocks.length === 0) {
    // What was refused has been said; only a piece without any text still needs saying.
    if (markdown.problems.length === 0) desk.report(problem('body-empty', { file, line: lineOffset + 1 }));
    return null;
  }
  const idsFile = file.replace(/\.md$/u, '.ids.json');
  const remembered = await readIds(idsFile, desk);
  if (fields === null || remembered === null) return null;
  const { blocks, unsure, sentenceLines, ids } = composeBlocks(markdown.blocks, {
    wording,
    terms,
    known: remembered.ids,
  });
  const figures = markdown.blocks.flatMap((block): [string, number][] =>
    block.type === 'figure' ? [[block.image, block.line]] : [],
  );
  const written = writeIdsFile(ids);
  return {
    piece: buildPiece({ file, fields, blocks, source, terms, figures, unsure, sentenceLines }),
    write: written === remembered.text ? null : { file: idsFile, text: written },
  };
}

async function readIds(
  file: SourcePath,
  desk: Desk,
): Promise<{ readonly ids: IdsFile; readonly text: string | null } | null> {
  if (!(await desk.folder.exists(file))) return { ids: NO_IDS, text: null };
  const text = await readTextFile(file, desk);
  if (text === null) return null;
  const ids = parseIdsFile(text);
  if (ids === null) {
    desk.report(problem('ids-damaged', { file, line: 1 }));
    return null;
  }
  return { ids, text };
}

function readJsonPiece(file: SourcePath, text: string, { desk, terms }: PieceContext): ReadPiece | null {
  const { source, problem: broken } = parseJson(text, file);
  if (source === null) {
    desk.report(broken);
    return null;
  }
  const fields = checkFields(PieceFileSchema, source, desk.report);
  if (fields === null) return null;
  const seen = new Set<SentenceId>();
  for (const { id } of allSentences(fields.blocks)) {
    if (seen.has(id)) desk.report(problem('sentence-repeated', { file }, { id }));
    seen.add(id);
  }
  const figures = fields.blocks.flatMap((block, index): [string, number][] =>
    block.type === 'figure' ? [[block.image, source.lineOf(['blocks', index, 'image'])]] : [],
  );
  const piece = buildPiece({
    file,
    fields,
    blocks: fields.blocks,
    source,
    terms,
    figures,
    unsure: [],
    sentenceLines: new Map(),
  });
  return { piece, write: null };
}

interface Parts extends Pick<PieceSource, 'file' | 'unsure' | 'sentenceLines'> {
  readonly fields: FrontMatter;
  readonly blocks: BlockSource[];
  readonly source: FieldSource;
  readonly terms: TermTable;
  readonly figures: readonly (readonly [SourcePath, number])[];
}

function buildPiece({
  file,
  fields,
  blocks,
  source,
  terms,
  figures,
  unsure,
  sentenceLines,
}: Parts): PieceSource {
  const { id, kind, title, language, summary, showFrom, questions, source: origin, consent } = fields;
  const tracks = fields.tracks.map((track, index): TrackSource => ({
    ...track,
    line: source.lineOf(['tracks', index]),
  }));
  const captions = fields.captions.map((caption, index) => ({
    ...caption,
    line: source.lineOf(['captions', index]),
  }));
  const named: (readonly [SourcePath, number])[] = [
    ...tracks.flatMap((track): [SourcePath, number][] => [
      [track.file, track.line ?? 1],
      ...(track.cues === undefined ? [] : [[track.cues, track.line ?? 1] satisfies [SourcePath, number]]),
    ]),
    ...captions.map((caption): [SourcePath, number] => [caption.file, caption.line]),
    ...figures,
  ];
  return {
    file,
    id,
    kind,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(showFrom === undefined ? {} : { showFrom }),
    reading: {
      version: 1,
      kind,
      title,
      language,
      blocks,
      terms: termsOf(blocks, terms),
      questions,
      ...(origin === undefined ? {} : { source: origin }),
    },
    tracks,
    captions,
    consent,
    unsure,
    sentenceLines,
    // The first mention counts.
    fileLines: new Map([...named].reverse()),
  };
}

/** Every sentence, plain versions included. */
function allSentences(blocks: readonly BlockSource[]): Sentence[] {
  return blocks.flatMap((block) => [
    ...(block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences),
    ...('plain' in block ? (block.plain ?? []) : []),
  ]);
}

function markedTerms(
  blocks: readonly BlockSource[],
): ReadonlyMap<TermId, { readonly sentence: SentenceId; readonly word: string }> {
  const marked = new Map<TermId, { sentence: SentenceId; word: string }>();
  for (const sentence of allSentences(blocks)) {
    for (const { term, text } of sentence.words) {
      if (term !== undefined && !marked.has(term)) marked.set(term, { sentence: sentence.id, word: text });
    }
  }
  return marked;
}

function termsOf(blocks: readonly BlockSource[], terms: TermTable): TermSource[] {
  return [...markedTerms(blocks).keys()].flatMap((id) => terms.get(id) ?? []);
}

function checkTerms(piece: PieceSource, { desk, terms }: PieceContext): void {
  for (const [id, { sentence, word }] of markedTerms(piece.reading.blocks)) {
    if (terms.has(id)) continue;
    desk.report(
      problem('term-unknown', { file: piece.file, line: piece.sentenceLines.get(sentence) }, { id, word }),
    );
  }
}

function checkTracks(piece: PieceSource, desk: Desk): void {
  const { file } = piece;
  const seen = new Set<string>();
  for (const { id, kind, cues, line } of piece.tracks) {
    if (seen.has(id)) desk.report(problem('track-repeated', { file, line }, { id }));
    seen.add(id);
    if (kind === 'film' && piece.kind !== 'film')
      desk.report(problem('film-track-elsewhere', { file, line }));
    // A film's own sentence times may come from its captions instead.
    if (cues === undefined && !(kind === 'film' && piece.captions.length > 0))
      desk.report(problem('track-cues', { file, line }, { id }));
  }
  const count = piece.tracks.filter(({ kind }) => kind === 'film').length;
  if (piece.kind === 'film' && count !== 1) desk.report(problem('film-track', { file, line: 1 }, { count }));
}
