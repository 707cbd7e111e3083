/** The preview of every piece that was not examined as it is now, one after the other. Stops when asked, or with the page. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { examinationOf, withExamination } from '../../../authoring/draft/examination.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { language } from '../../../i18n/i18n.ts';
import { attachmentsOf } from '../shared/draft-attachments.ts';
import { ExamineError, LOOKS } from '../shared/examined-looks.ts';
import { examinePiece } from '../shared/examine-piece.ts';
import type { MonthDesk } from '../shared/month-desk.ts';

export type ExaminingAll =
  | { readonly state: 'idle' | 'failed' }
  /** `done` of `total` looks, over all pieces. */
  | { readonly state: 'running'; readonly title: string; readonly done: number; readonly total: number };

export function useExamineAll(desk: MonthDesk, club: Club) {
  const { month } = desk;
  const [examining, setExamining] = useState<ExaminingAll>({ state: 'idle' });
  const attachments = useMemo(() => attachmentsOf(month.id), [month.id]);
  const stopRef = useRef<AbortController | null>(null);
  useEffect(() => () => stopRef.current?.abort(), []);

  const stop = useCallback(() => {
    stopRef.current?.abort();
    setExamining({ state: 'idle' });
  }, []);

  const start = useCallback(async (): Promise<void> => {
    const { signal } = (stopRef.current = new AbortController());
    const due = month.pieces
      .peek()
      .filter((piece) => examinationOf(month.issue.peek(), piece).state !== 'current');
    try {
      for (const [index, { id }] of due.entries()) {
        const piece = month.piece(id)?.peek();
        if (!piece) continue;
        const onProgress = (looks: number): void => {
          if (signal.aborted) return;
          const done = index * LOOKS.length + looks;
          setExamining({ state: 'running', title: piece.title, done, total: due.length * LOOKS.length });
        };
        onProgress(0);
        const examination = await examinePiece(
          {
            club,
            issue: month.issue.peek(),
            pieces: month.pieces.peek(),
            language: language.peek(),
            open: (file) => attachments.open(file),
          },
          piece,
          { onProgress, signal },
        );
        // Each is kept as it comes: what is done is done, whatever becomes of the next.
        desk.noteIssue((issue) => withExamination(issue, id, examination));
      }
      setExamining({ state: 'idle' });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ExamineError)) console.error(error);
      setExamining({ state: 'failed' });
    }
  }, [desk, month, club, attachments]);

  return { examining, start, stop };
}
