/** One piece of a month examined in the real preview, as it is at this moment: what is typed meanwhile is not part of it. */
import { examinationFrom, fingerprintOf } from '../../../authoring/draft/examination.ts';
import type { Attachment, DraftIssue, DraftPiece, Examination } from '../../../authoring/draft/model.ts';
import type { BrokenRule } from '../../../core/checks/draft.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import type { Language } from '../../../i18n/languages.ts';
import { createDraftBookcase } from './draft-bookcase.ts';

export interface MonthToExamine {
  readonly club: Club;
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
  readonly language: Language;
  /** Null where the bytes are gone. */
  open(id: Attachment['id']): Promise<Blob | null>;
}

interface Watching {
  /** How many looks are done, of `LOOKS`. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** The rules broken in each look. */
export type Look = (
  month: MonthToExamine,
  piece: string,
  watching: Watching,
) => Promise<readonly (readonly BrokenRule[])[]>;

/** Rejects with `ExamineError`, or with the signal's reason. */
export async function examinePiece(
  month: MonthToExamine,
  piece: DraftPiece,
  watching: Watching,
  look: Look = lookAtPreview,
): Promise<Examination> {
  const looks = await look(month, piece.id, watching);
  return examinationFrom(fingerprintOf(month.issue, piece), looks, Date.now());
}

const lookAtPreview: Look = async ({ club, issue, pieces, language, open }, piece, watching) => {
  const bookcase = createDraftBookcase({ club, issue: () => issue, pieces: () => pieces, open });
  try {
    const { examinePreview } = await import('./examine-preview.ts');
    const settings = { club: club.id, preset: 'standard', language, pinyin: 'all' } as const;
    return await examinePreview({ bookcase, settings, path: `/read/${issue.id}/${piece}`, ...watching });
  } finally {
    bookcase.close();
  }
};
