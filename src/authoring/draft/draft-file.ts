/**
 * A draft as a file, `2026-12-silent-world.draft.zip`: for another machine, for a stick in a drawer. `draft.json` says what it is and holds
 * the month, `pieces/<id>.json` its pieces, `files/<id>` what they name. Not an issue folder: it may be unfinished.
 */
import * as v from 'valibot';
import { PackError } from '../../core/shelf/pack/pack-error.ts';
import type { PackSource } from '../../core/shelf/pack/pack-source.ts';
import { openStoredZip, type FileToStore, type StoredFileEntry } from '../../core/shelf/pack/stored-zip.ts';
import { attachmentsIn } from './attachments-in.ts';
import {
  DraftIssueSchema,
  DraftPieceSchema,
  type Attachment,
  type DraftIssue,
  type DraftPiece,
} from './model.ts';

const FORMAT = 'same-page-draft';
const HEAD = 'draft.json';
const pieceName = (id: string): string => `pieces/${id}.json`;
const fileName = (id: string): string => `files/${id}`;

export interface DraftInFile {
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
}

export function textFile(name: string, text: string): FileToStore {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.byteLength, read: async (start, end) => bytes.slice(start, end) };
}

/**
 * The files of the archive. A file that is gone from the store is left out and told; the draft is worth having without it.
 *
 * @param open The bytes of an attachment, null when they are gone.
 */
export async function draftToFiles(
  { issue, pieces }: DraftInFile,
  open: (file: Attachment) => Promise<Pick<FileToStore, 'size' | 'read'> | null>,
): Promise<{ readonly files: readonly FileToStore[]; readonly lost: readonly Attachment[] }> {
  const head = textFile(HEAD, JSON.stringify({ format: FORMAT, version: 1, issue }, null, 1));
  const files: FileToStore[] = [
    head,
    ...pieces.map((piece) => textFile(pieceName(piece.id), JSON.stringify(piece, null, 1))),
  ];
  const lost: Attachment[] = [];
  for (const attachment of attachmentsIn([issue, pieces])) {
    const source = await open(attachment);
    if (source === null) lost.push(attachment);
    else files.push({ name: fileName(attachment.id), size: source.size, read: source.read });
  }
  return { files, lost };
}

export type DraftFileFault =
  /** Another kind of file, or an archive of something else. */
  | 'not-a-draft'
  /** Cut off, changed, or not readable. */
  | 'damaged'
  /** Made by a newer version of the app. */
  | 'newer';

export class DraftFileError extends Error {
  override readonly name = 'DraftFileError';
  readonly fault: DraftFileFault;
  constructor(fault: DraftFileFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
  }
}

export interface OpenDraftFile extends DraftInFile {
  /** Of the attachments the draft names, those that are in the file. */
  readonly files: ReadonlyMap<string, StoredFileEntry>;
}

const HeadSchema = v.object({ format: v.literal(FORMAT), version: v.number(), issue: v.unknown() });

/** Looks at all of the text before anything is taken in. @throws DraftFileError */
export async function openDraftFile(source: PackSource): Promise<OpenDraftFile> {
  const entries = await openArchive(source);
  const head = entries.get(HEAD);
  if (!head) throw new DraftFileError('not-a-draft', `no ${HEAD}`);
  const parsed = v.safeParse(HeadSchema, await readJson(head, HEAD));
  if (!parsed.success) throw new DraftFileError('not-a-draft', HEAD);
  if (parsed.output.version > 1) throw new DraftFileError('newer', String(parsed.output.version));
  const issue = parse(DraftIssueSchema, parsed.output.issue, HEAD);
  const pieces: DraftPiece[] = [];
  for (const id of issue.pieces) {
    const entry = entries.get(pieceName(id));
    if (!entry) throw new DraftFileError('damaged', `${pieceName(id)} is missing`);
    pieces.push(parse(DraftPieceSchema, await readJson(entry, pieceName(id)), pieceName(id)));
  }
  const files = attachmentsIn([issue, pieces]).flatMap(({ id }) => {
    const entry = entries.get(fileName(id));
    return entry ? [[id, entry] as const] : [];
  });
  return { issue, pieces, files: new Map(files) };
}

async function openArchive(source: PackSource): Promise<ReadonlyMap<string, StoredFileEntry>> {
  try {
    return await openStoredZip(source);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new DraftFileError(error.fault === 'not-a-zip' ? 'not-a-draft' : 'damaged', error.message);
  }
}

async function readJson(entry: StoredFileEntry, name: string): Promise<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await entry.bytes());
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new DraftFileError('damaged', `${name}: ${String(error)}`);
  }
}

/** Written by us and whole, as the CRC says; what does not parse was written by a newer app. */
function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, name: string): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw new DraftFileError('newer', `${name}: ${parsed.issues[0].message}`);
}
