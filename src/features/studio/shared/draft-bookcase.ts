/** What a member's page reads from, over a draft: the preview is the member's own app on it (rulings, Layers). */
import {
  NO_COVER,
  issueOfDraft,
  pieceOfDraft,
  termOfDraft,
} from '../../../authoring/draft/issue-of-draft.ts';
import type { Attachment, DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { namedFiles } from '../../../authoring/draft/draft-to-check.ts';
import type { BlobRef } from '../../../core/reading/model.ts';
import type { Club, Issue, IssueTerm } from '../../../core/shelf/issue.ts';
import { BookcaseError, type Bookcase } from '../../../library/bookcase.ts';

export interface DraftMonthSource {
  readonly club: Club;
  /** As they are now; asked anew for every page. */
  issue(): DraftIssue;
  /** Those on the month's list, in order. */
  pieces(): readonly DraftPiece[];
  /** The bytes, or the address they can be read at; null where they are gone. */
  open(id: Attachment['id']): Promise<Blob | string | null>;
}

export interface DraftBookcase extends Bookcase {
  /** Lets go of the files; what is shown then no longer plays. */
  close(): void;
}

/** Nothing is drawn where there is nothing to draw. */
const EMPTY_DRAWING =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 880 150%22/%3E';

export function createDraftBookcase({ club, issue, pieces, open }: DraftMonthSource): DraftBookcase {
  /** Addresses of files in this window. A stored file is read as far as it is asked for, so a video seeks. */
  const urls = new Map<string, string>([[NO_COVER.sha256, EMPTY_DRAWING]]);

  /** Not on this machine when it was last looked for. */
  const gone = new Set<string>();

  async function withFiles<T>(answer: T): Promise<T> {
    const missing = namedFiles(issue(), pieces()).filter(({ file: { id } }) => !urls.has(id) || gone.has(id));
    await Promise.all(
      missing.map(async ({ file }) => {
        const bytes = await open(file.id);
        if (typeof bytes === 'string') return void urls.set(file.id, bytes);
        // Gone: the address of nothing, so that the page says it cannot be played.
        const typed = new Blob(bytes ? [bytes] : [], { type: file.type });
        if (urls.has(file.id) && (bytes === null || !gone.has(file.id))) return;
        urls.set(file.id, URL.createObjectURL(typed));
        if (bytes === null) gone.add(file.id);
        else gone.delete(file.id);
      }),
    );
    return answer;
  }

  const whole = (id: string): Issue => {
    if (id !== issue().id) throw new BookcaseError('not-found', id);
    return issueOfDraft(issue(), pieces());
  };

  return {
    clubs: async () => [club],
    issues: async (of) => withFiles(of === club.id ? [whole(issue().id)] : []),
    issue: async (id) => withFiles(whole(id)),
    async piece(id, pieceId) {
      const piece = pieces().find((one) => one.id === pieceId);
      if (id !== issue().id || !piece) throw new BookcaseError('not-found', `${id}/${pieceId}`);
      return withFiles(pieceOfDraft(issue(), piece));
    },
    terms: async (of) =>
      withFiles({
        terms:
          of === club.id
            ? issue().terms.map((term): IssueTerm => ({ ...termOfDraft(term), issue: issue().id }))
            : [],
        missing: [],
      }),
    urlOf(blob: BlobRef) {
      const url = urls.get(blob.sha256);
      if (url === undefined) throw new Error('No file is known before the bookcase has answered');
      return url;
    },
    refresh: async () => false,
    close() {
      for (const url of urls.values()) if (url.startsWith('blob:')) URL.revokeObjectURL(url);
      urls.clear();
      urls.set(NO_COVER.sha256, EMPTY_DRAWING);
    },
  };
}
