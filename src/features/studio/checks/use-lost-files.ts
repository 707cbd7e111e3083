/** Which of the month's files the store has no more: asked once for each file, again for new ones. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { namedFiles } from '../../../authoring/draft/draft-to-check.ts';
import type { AttachmentId, DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { Attachments } from '../shared/desk.ts';

export function useLostFiles(
  issue: DraftIssue,
  pieces: readonly DraftPiece[],
  attachments: Attachments,
): ReadonlySet<AttachmentId> {
  const [lost, setLost] = useState<ReadonlySet<AttachmentId>>(new Set());
  const askedRef = useRef(new Set<AttachmentId>());
  useEffect(() => {
    for (const { file } of namedFiles(issue, pieces)) {
      if (askedRef.current.has(file.id)) continue;
      askedRef.current.add(file.id);
      attachments.open(file.id).then(
        (bytes) => bytes === null && setLost((before) => new Set([...before, file.id])),
        // Storage that does not answer is no proof that a file is gone.
        (error: unknown) => console.info(String(error)),
      );
    }
  }, [issue, pieces, attachments]);
  return lost;
}
