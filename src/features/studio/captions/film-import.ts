/** A film that was brought, into the draft's files: looked into, prepared for tablets where it needs it, the original kept. */
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import { attachmentFacts } from '../../../authoring/draft/attachment-facts.ts';
import type { Attachments } from '../shared/desk.ts';
import { findingsOf, RefusedMedia, writeMedia } from '../shared/write-media.ts';
import type { FilmFiles } from './captions-state.ts';

export interface TakenIn {
  readonly files: FilmFiles;
  /** What was repaired and what it still falls short of. */
  readonly findings: readonly MediaFinding[];
}

export interface FilmProgress {
  readonly stage: 'looking' | 'keeping' | 'preparing';
  /** 0…1; null where nobody can say. */
  readonly fraction: number | null;
}

interface Running {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FilmProgress) => void;
}

/**
 * @throws RefusedMedia, MediaError, AttachmentError, and the signal's reason. Nothing is left behind then.
 */
export async function takeInFilm(file: File, attachments: Attachments, running: Running): Promise<TakenIn> {
  const { signal, onProgress } = running;
  onProgress({ stage: 'looking', fraction: null });
  // mediabunny is heavy: only who brings a film loads it.
  const { lookInto, prepareInto } = await import('../../../authoring/media/prepare.ts');
  const look = await lookInto(file, 'film');
  signal.throwIfAborted();
  const { plan } = look;
  if (plan.do.action === 'refuse') {
    const refused = plan.findings.filter(({ action }) => action === 'refuse');
    throw new RefusedMedia(refused.length > 0 ? refused : plan.findings, plan.cannotEncode);
  }

  const original = await attachments.add(file, attachmentFacts(look.facts, file.name), (done) =>
    onProgress({ stage: 'keeping', fraction: done / Math.max(1, file.size) }),
  );
  const giveUp = async (): Promise<void> => attachments.discard(original.id);
  if (signal.aborted) {
    await giveUp();
    signal.throwIfAborted();
  }
  if (plan.do.action === 'keep') {
    return { files: { media: original, original: null }, findings: plan.findings };
  }
  onProgress({ stage: 'preparing', fraction: 0 });
  try {
    const name = `${file.name.replace(/\.[^.]*$/u, '')}.mp4`;
    const made = await writeMedia(attachments, { name, type: 'video/mp4' }, (target) =>
      prepareInto(file, look, 'film', target, {
        signal,
        onProgress: (fraction) => onProgress({ stage: 'preparing', fraction }),
      }),
    );
    const findings = await findingsOf(made, 'film', plan.findings);
    return { files: { media: made.attachment, original }, findings };
  } catch (error) {
    await giveUp();
    throw error;
  }
}
