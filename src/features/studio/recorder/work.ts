/** Preparing, importing and trimming go on while someone looks elsewhere in the step: one at a time, with progress, cancelled at any time. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { AttachmentError } from '../shared/desk.ts';
import type { SaidProblem } from '../shared/ProblemList.tsx';
import { RefusedMedia } from '../shared/write-media.ts';
import type { Finished } from './finish-track.ts';
import type { Running } from '../../../authoring/media/conversion.ts';

export type WorkKind = 'finish' | 'import' | 'trim';
export type Work =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly kind: WorkKind; readonly track: string; readonly fraction: number }
  | { readonly state: 'done'; readonly track: string; readonly finished: Finished | null }
  | { readonly state: 'cancelled'; readonly track: string }
  | {
      readonly state: 'failed';
      readonly track: string;
      readonly reason: 'full' | 'refused' | 'media';
      /** What is wrong with the file, worst first. */
      readonly codes: readonly SaidProblem[];
      readonly cannotEncode: boolean;
      readonly retry: (() => void) | null;
    };

export interface WorkBench {
  readonly now: ReadonlySignal<Work>;
  run(kind: WorkKind, track: string, work: (running: Running) => Promise<Finished | null>): Promise<void>;
  cancel(): void;
  clear(): void;
}

export function createWorkBench(): WorkBench {
  const now = signal<Work>({ state: 'idle' });
  let stop = new AbortController();
  return {
    now,
    async run(kind, track, work) {
      if (now.peek().state === 'running') return;
      stop = new AbortController();
      const { signal: wanted } = stop;
      now.value = { state: 'running', kind, track, fraction: 0 };
      const onProgress = (fraction: number): void => {
        if (!wanted.aborted) now.value = { state: 'running', kind, track, fraction };
      };
      const retry = (): void => void this.run(kind, track, work);
      try {
        now.value = { state: 'done', track, finished: await work({ signal: wanted, onProgress }) };
      } catch (error) {
        now.value = wanted.aborted ? { state: 'cancelled', track } : await failureOf(error, track, retry);
      }
    },
    cancel: () => stop.abort(),
    clear: () => void (now.value = { state: 'idle' }),
  };
}

async function failureOf(error: unknown, track: string, retry: () => void): Promise<Work> {
  const failed = { state: 'failed', track, cannotEncode: false } as const;
  if (error instanceof AttachmentError) return { ...failed, reason: error.fault, codes: [], retry };
  if (error instanceof RefusedMedia) {
    return {
      ...failed,
      reason: 'media',
      codes: error.findings,
      cannotEncode: error.cannotEncode,
      retry: null,
    };
  }
  const { MediaError } = await import('../../../authoring/media/media-error.ts');
  if (error instanceof MediaError)
    return { ...failed, reason: 'media', codes: [{ code: error.code, params: {} }], retry };
  console.error(error);
  return { ...failed, reason: 'media', codes: [{ code: 'media-not-repairable', params: {} }], retry };
}
