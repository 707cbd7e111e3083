/**
 * What the studio's own checks say of a draft, with one difference: what is known of the media is not taken from the draft but
 * from the files themselves.
 */
import * as v from 'valibot';
import { attachmentFacts } from '../../authoring/draft/attachment-facts.ts';
import { checkDraft, type DraftFinding } from '../../authoring/draft/check-draft.ts';
import { namedFiles } from '../../authoring/draft/draft-to-check.ts';
import {
  AttachmentSchema,
  DraftIssueSchema,
  DraftPieceSchema,
  type Attachment,
  type AttachmentId,
} from '../../authoring/draft/model.ts';
import { inspectMedia } from '../../authoring/media/inspect.ts';
import { MediaError } from '../../authoring/media/media-error.ts';
import { openFindings } from '../../core/checks/finding-key.ts';
import type { Club } from '../../core/shelf/issue.ts';
import type { ApprovedDraft } from './approved-draft.ts';
import type { FindFile } from './draft-folder.ts';

/** What still forbids release: errors, and warnings nobody has given a reason for. Empty: it may go out. */
export async function checkApproved(
  { issue, pieces }: ApprovedDraft,
  club: Club,
  find: FindFile,
): Promise<readonly DraftFinding[]> {
  const lost = new Set<AttachmentId>();
  const looked = new Map<AttachmentId, Attachment>();
  for (const { file } of namedFiles(issue, pieces)) {
    const stored = await find(file);
    if (stored === null) lost.add(file.id);
    else if (!looked.has(file.id)) looked.set(file.id, await lookInto(file, stored.path, stored.bytes));
  }
  const found = checkDraft({
    issue: v.parse(DraftIssueSchema, withFacts(issue, looked)),
    pieces: pieces.map((piece) => v.parse(DraftPieceSchema, withFacts(piece, looked))),
    club,
    lost,
  });
  return openFindings(found, issue.reasons);
}

async function lookInto(file: Attachment, path: string, bytes: number): Promise<Attachment> {
  const { id, name, type } = file;
  if (!/^(?:video|audio)\//u.test(type)) return { ...file, bytes };
  try {
    const facts = await inspectMedia(path);
    return { id, bytes, ...attachmentFacts(facts, name) };
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    // No medium at all, whatever it is called: the check of formats says so.
    return { id, bytes, name, type: 'application/octet-stream' };
  }
}

/** The same, each file as it was found. */
function withFacts(part: object, looked: ReadonlyMap<AttachmentId, Attachment>): unknown {
  return JSON.parse(JSON.stringify(part), (_key, value: unknown) => {
    const file = v.safeParse(AttachmentSchema, value);
    return (file.success && looked.get(file.output.id)) || value;
  });
}
