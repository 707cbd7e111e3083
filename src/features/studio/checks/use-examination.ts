/** The examination of the preview of one piece: begun by itself where there is none of the piece as it is now, again when asked for. */
import type { ReadonlySignal } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { examinationOf, withExamination } from '../../../authoring/draft/examination.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { language } from '../../../i18n/i18n.ts';
import type { Desk } from '../shared/desk.ts';
import { ExamineError } from '../shared/examined-looks.ts';
import { examinePiece, type Look } from '../shared/examine-piece.ts';

/** What is going on. What came of the last one is in the month. */
export type Examining =
  { readonly state: 'idle' | 'failed' } | { readonly state: 'running'; readonly done: number };

/** Time for the page to be read before the processor is taken. */
const HEAD_START_MS = 800;

export function useExamination(
  desk: Desk,
  pieces: ReadonlySignal<readonly DraftPiece[]>,
  look: Look | undefined,
) {
  const [examining, setExamining] = useState<Examining>({ state: 'idle' });
  const stopRef = useRef<AbortController | null>(null);

  const start = useCallback(async () => {
    stopRef.current?.abort();
    const stop = new AbortController();
    stopRef.current = stop;
    const { signal } = stop;
    const piece = desk.piece.peek();
    const month = {
      club: desk.club,
      issue: desk.issue.peek(),
      pieces: pieces.peek(),
      language: language.peek(),
      open: (id: Parameters<Desk['attachments']['open']>[0]) => desk.attachments.open(id),
    };
    const onProgress = (done: number): void => {
      if (!signal.aborted) setExamining({ state: 'running', done });
    };
    onProgress(0);
    try {
      const examination = await examinePiece(month, piece, { onProgress, signal }, look);
      desk.noteIssue((issue) => withExamination(issue, piece.id, examination));
      setExamining({ state: 'idle' });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ExamineError)) console.error(error);
      setExamining({ state: 'failed' });
    }
  }, [desk, pieces, look]);

  useEffect(() => {
    const isNeeded = examinationOf(desk.issue.peek(), desk.piece.peek()).state !== 'current';
    const timer =
      isNeeded && desk.canWrite.peek() ? setTimeout(() => void start(), HEAD_START_MS) : undefined;
    return () => {
      clearTimeout(timer);
      stopRef.current?.abort();
    };
  }, [desk, start]);

  return { examining, start };
}
