/** Taking in a draft from a file: its files first, then its text in one transaction. Nothing that is there is written over unasked. */
import { attachmentsIn } from '../../../authoring/draft/attachments-in.ts';
import { DraftFileError, openDraftFile, type OpenDraftFile } from '../../../authoring/draft/draft-file.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { addFile, hasFile } from '../../../storage/attachments/attachment-store.ts';
import { readDraft } from '../../../storage/drafts/draft-store.ts';
import { makeMonth } from './make-month.ts';
import { pageOf, theMonth, theMonthDesk } from './open-month.ts';

export type ImportFault = 'not-a-draft' | 'damaged' | 'newer' | 'other-club' | 'busy';

export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface ReadyToImport {
  readonly id: string;
  readonly title: string;
  /** A draft of that month is here already. */
  readonly isHere: boolean;
  /** Takes it in, in the place of the one that is here; that one is kept among the earlier versions. */
  run(onProgress: (done: number, total: number) => void): Promise<void>;
}

/** @throws ImportError */
export async function readyToImport(file: File, clubs: readonly Club[]): Promise<ReadyToImport> {
  const draft = await open(file);
  const { issue } = draft;
  if (!clubs.some(({ id }) => id === issue.club) || issue.id !== `${issue.month}-${issue.club}`)
    throw new ImportError('other-club');
  const before = await readDraft(issue.id);
  const isHere = before !== null && before.draft.removedMs === undefined;
  return {
    id: issue.id,
    title: issue.title,
    isHere,
    async run(onProgress) {
      await takeFiles(file, draft, onProgress);
      // Whoever takes it in goes on working on it here: what was handed over or withdrawn elsewhere is that machine's to know.
      const fresh = { ...draft, issue: { ...issue, release: { state: 'none' as const } } };
      if (isHere) await replace(fresh);
      else await makeMonth(fresh);
    },
  };
}

async function open(file: File): Promise<OpenDraftFile> {
  try {
    return await openDraftFile({
      size: file.size,
      // Not as a stream: WebKit reads picked files wrongly as one.
      slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    });
  } catch (error) {
    if (error instanceof DraftFileError) throw new ImportError(error.fault);
    throw error;
  }
}

async function takeFiles(
  file: File,
  { issue, pieces, files }: OpenDraftFile,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const attachments = attachmentsIn([issue, pieces]).filter(({ id }) => files.has(id));
  const total = attachments.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { id, name, type, bytes } of attachments) {
    const entry = files.get(id);
    if (entry && !(await hasFile(id))) {
      const { start, end } = await entry.place().catch(() => {
        throw new ImportError('damaged');
      });
      await addFile(file.slice(start, end, type), { issue: issue.id, id, name, type }, (part) =>
        onProgress(done + part, total),
      );
    }
    done += bytes;
    onProgress(done, total);
  }
}

async function replace({ issue, pieces }: Pick<OpenDraftFile, 'issue' | 'pieces'>): Promise<void> {
  const leave = pageOf(issue.id);
  try {
    const [month, desk] = await Promise.all([theMonth(issue.id), theMonthDesk(issue.id)]);
    if (!month?.isWriter.peek()) throw new ImportError('busy');
    await month.flush();
    for (const { id } of month.pieces.peek()) await month.keepVersion(id, 'replaced');
    for (const piece of pieces) month.putPiece(piece);
    month.setIssue(() => issue);
    desk?.forgetAll();
    await month.flush();
  } finally {
    leave();
  }
}
