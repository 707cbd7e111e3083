/** A card's clip while it is being brought or cut: with progress, cancelled at any time, and how it ended. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../../../authoring/draft/model.ts';
import type { Running } from '../../../../authoring/media/conversion.ts';
import { AttachmentError } from '../../shared/desk.ts';
import type { SaidProblem } from '../../shared/ProblemList.tsx';
import { RefusedMedia } from '../../shared/write-media.ts';
import type { TakenClip } from './take-clip.ts';

export type ClipWork =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly fraction: number }
  | { readonly state: 'done'; readonly problems: readonly SaidProblem[] }
  | {
      readonly state: 'failed';
      readonly reason: 'full' | 'refused' | 'media';
      readonly problems: readonly SaidProblem[];
      readonly cannotEncode: boolean;
    };

export interface ClipBench {
  readonly work: ClipWork;
  run(work: (running: Running) => Promise<TakenClip>): void;
  cancel(): void;
}

export function useClip(onClip: (clip: Attachment) => void): ClipBench {
  const [work, setWork] = useState<ClipWork>({ state: 'idle' });
  const runningRef = useRef<AbortController | null>(null);
  useEffect(() => () => runningRef.current?.abort(), []);

  async function run(task: (running: Running) => Promise<TakenClip>): Promise<void> {
    runningRef.current?.abort();
    const own = new AbortController();
    runningRef.current = own;
    const show = (next: ClipWork): void => {
      if (runningRef.current === own && !own.signal.aborted) setWork(next);
    };
    show({ state: 'working', fraction: 0 });
    try {
      const { clip, findings } = await task({
        signal: own.signal,
        onProgress: (fraction) => show({ state: 'working', fraction }),
      });
      if (own.signal.aborted) return;
      onClip(clip);
      // What was put right needs no words; what is left to be said does.
      show({ state: 'done', problems: findings.filter(({ action }) => action === 'warn') });
    } catch (error) {
      if (!own.signal.aborted) show(await failureOf(error));
    }
  }

  return {
    work,
    run: (task) => void run(task),
    cancel() {
      runningRef.current?.abort();
      setWork({ state: 'idle' });
    },
  };
}

async function failureOf(error: unknown): Promise<ClipWork> {
  const failed = { state: 'failed', problems: [], cannotEncode: false } as const;
  if (error instanceof AttachmentError) return { ...failed, reason: error.fault };
  if (error instanceof RefusedMedia)
    return { ...failed, reason: 'media', problems: error.findings, cannotEncode: error.cannotEncode };
  const { MediaError } = await import('../../../../authoring/media/media-error.ts');
  const isKnown = error instanceof MediaError;
  if (!isKnown) console.error(error);
  return {
    ...failed,
    reason: 'media',
    problems: [{ code: isKnown ? error.code : 'media-not-repairable', params: {} }],
  };
}
