/** The examination of the preview for one piece: begun by itself when the page opens, again when asked for. */
import type { ReadonlySignal } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import type { ExaminedRule } from '../../../library/preview-host.ts';
import { axeFindings, type AxeFinding } from './axe-findings.ts';
import { ExamineError } from './looks.ts';

export type Examination =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'done'; readonly findings: readonly AxeFinding[]; readonly of: DraftPiece }
  | { readonly state: 'failed' };

export type Examine = (
  onProgress: (done: number) => void,
  signal: AbortSignal,
) => Promise<readonly (readonly ExaminedRule[])[]>;

/** Time for the page to be read before the processor is taken. */
const HEAD_START_MS = 800;

export function useExamination(piece: ReadonlySignal<DraftPiece>, examine: Examine) {
  const [examination, setExamination] = useState<Examination>({ state: 'waiting' });
  const stopRef = useRef<AbortController | null>(null);

  const start = useCallback(() => {
    stopRef.current?.abort();
    const stop = new AbortController();
    stopRef.current = stop;
    const of = piece.peek();
    setExamination({ state: 'running', done: 0 });
    examine((done) => !stop.signal.aborted && setExamination({ state: 'running', done }), stop.signal).then(
      (runs) => setExamination({ state: 'done', findings: axeFindings(of.id, runs), of }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (!(error instanceof ExamineError)) console.error(error);
        setExamination({ state: 'failed' });
      },
    );
  }, [piece, examine]);

  useEffect(() => {
    const timer = setTimeout(start, HEAD_START_MS);
    return () => {
      clearTimeout(timer);
      stopRef.current?.abort();
    };
  }, [start]);

  return { examination, start };
}
