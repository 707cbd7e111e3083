import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { language } from '../../../i18n/i18n.ts';
import type { Desk } from '../shared/desk.ts';
import { createDraftBookcase } from '../shared/draft-bookcase.ts';
import { PreviewFrame } from './PreviewFrame.tsx';
import { pathOf, settingsOf, type Look } from './preview-state.ts';

interface DraftFrameProps {
  readonly desk: Desk;
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
  readonly look: Look;
}

/** Time for a change to be whole before the preview opens again on it. */
const SETTLE_MS = 500;

export function DraftFrame({ desk, pieces, look }: DraftFrameProps) {
  const changes = useChanges(desk, pieces);
  const bookcase = useMemo(
    () =>
      createDraftBookcase({
        club: desk.club,
        issue: () => desk.issue.peek(),
        pieces: () => pieces.peek(),
        open: (id) => desk.attachments.open(id),
      }),
    [desk, pieces],
  );
  useEffect(() => () => bookcase.close(), [bookcase]);
  const issue = desk.issue.value.id;
  const { id: piece, title } = desk.piece.value;
  return (
    <PreviewFrame
      // What was changed is read anew, from the page that is being looked at.
      key={changes}
      bookcase={bookcase}
      title={title}
      device={look.device}
      settings={settingsOf(look, { club: desk.club.id, language: language.value })}
      path={pathOf(look.place, issue, piece)}
    />
  );
}

/** How often the month has changed since the page opened (an undo, another window). */
function useChanges(desk: Desk, pieces: ReadonlySignal<readonly DraftPiece[]>): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    let isFirst = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      void desk.issue.value;
      void pieces.value;
      if (isFirst) return void (isFirst = false);
      clearTimeout(timer);
      timer = setTimeout(() => setChanges((count) => count + 1), SETTLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [desk, pieces]);
  return changes;
}
