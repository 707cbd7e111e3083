/** Bringing a film as something that runs, can be cancelled and says what went wrong. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import { MediaError, type MediaErrorCode } from '../../../authoring/media/media-error.ts';
import { AttachmentError, type Desk } from '../shared/desk.ts';
import { withFilm } from './captions-state.ts';
import { RefusedMedia } from '../shared/write-media.ts';
import { takeInFilm, type FilmProgress } from './film-import.ts';

export type FilmTrouble =
  | { readonly kind: 'refused'; readonly findings: readonly MediaFinding[]; readonly cannotEncode: boolean }
  | { readonly kind: 'media'; readonly code: MediaErrorCode }
  | { readonly kind: 'full' | 'unkept' | 'unknown' };

export interface FilmTask {
  readonly progress: ReadonlySignal<FilmProgress | null>;
  readonly trouble: ReadonlySignal<FilmTrouble | null>;
  readonly findings: ReadonlySignal<readonly MediaFinding[]>;
  /** `title` names the track for people. */
  start(file: File, title: string): Promise<void>;
  cancel(): void;
}

export function createFilmTask(desk: Desk, takeIn = takeInFilm): FilmTask {
  const progress = signal<FilmProgress | null>(null);
  const trouble = signal<FilmTrouble | null>(null);
  const findings = signal<readonly MediaFinding[]>([]);
  let running: AbortController | null = null;
  return {
    progress,
    trouble,
    findings,
    async start(file, title) {
      running?.abort();
      const own = new AbortController();
      running = own;
      trouble.value = null;
      const isOwn = (): boolean => running === own;
      try {
        const { files, findings: found } = await takeIn(file, desk.attachments, {
          signal: own.signal,
          onProgress: (now) => {
            if (isOwn()) progress.value = now;
          },
        });
        if (!isOwn()) return;
        desk.change('import', (piece) => withFilm(piece, files, title));
        findings.value = found;
      } catch (error) {
        // Cancelled: the person knows.
        if (isOwn() && !own.signal.aborted) trouble.value = troubleOf(error);
      } finally {
        if (isOwn()) {
          progress.value = null;
          running = null;
        }
      }
    },
    cancel() {
      running?.abort();
      running = null;
      progress.value = null;
    },
  };
}

function troubleOf(error: unknown): FilmTrouble {
  if (error instanceof RefusedMedia) {
    return { kind: 'refused', findings: error.findings, cannotEncode: error.cannotEncode };
  }
  if (error instanceof MediaError) return { kind: 'media', code: error.code };
  if (error instanceof AttachmentError) return { kind: error.fault === 'full' ? 'full' : 'unkept' };
  return { kind: 'unknown' };
}
