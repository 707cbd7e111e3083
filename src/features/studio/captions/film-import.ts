/** A film that was brought, into the draft's files: looked into, prepared for tablets where it needs it, the original kept. */
import type { Attachment } from '../../../authoring/draft/model.ts';
import type { MediaFacts } from '../../../authoring/media/inspect.ts';
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import type { Attachments } from '../shared/desk.ts';
import type { FilmFiles } from './captions-state.ts';

/** It will not do, and why. */
export class FilmRefused extends Error {
  override readonly name = 'FilmRefused';
  readonly findings: readonly MediaFinding[];
  /** Another browser could have made it into one that does. */
  readonly cannotEncode: boolean;
  constructor(findings: readonly MediaFinding[], cannotEncode: boolean) {
    super(findings.map(({ code }) => code).join(', '));
    this.findings = findings;
    this.cannotEncode = cannotEncode;
  }
}

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
 * @throws FilmRefused, MediaError, AttachmentError, and the signal's reason. Nothing is left behind then.
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
    throw new FilmRefused(refused.length > 0 ? refused : plan.findings, plan.cannotEncode);
  }

  const original = await attachments.add(file, { name: file.name, ...factsOf(look.facts) }, (done) =>
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
    const media = await prepare(original, attachments, (target) =>
      prepareInto(file, look, 'film', target, {
        signal,
        onProgress: (fraction) => onProgress({ stage: 'preparing', fraction }),
      }),
    );
    return { files: { media, original }, findings: plan.findings };
  } catch (error) {
    await giveUp();
    throw error;
  }
}

async function prepare(
  original: Attachment,
  attachments: Attachments,
  write: (file: Awaited<ReturnType<Attachments['record']>>) => Promise<void>,
): Promise<Attachment> {
  const name = `${original.name.replace(/\.[^.]*$/u, '')}.mp4`;
  const target = await attachments.record({ name, type: 'video/mp4' });
  try {
    await write(target);
  } catch (error) {
    await target.discard();
    throw error;
  }
  const { id: _id, bytes: _bytes, ...provisional } = original;
  const finished = await target.finish({ ...provisional, name, type: 'video/mp4' });
  const blob = await attachments.open(finished.id);
  const { inspectMedia } = await import('../../../authoring/media/inspect.ts');
  return blob ? { ...finished, ...factsOf(await inspectMedia(blob)) } : finished;
}

function factsOf(facts: MediaFacts): Omit<Attachment, 'id' | 'bytes' | 'name'> {
  return {
    type: facts.mimeType,
    width: facts.width,
    height: facts.height,
    durationSeconds: facts.durationSeconds,
    frameRate: facts.frameRate,
    hasAudio: facts.hasAudio,
    keyFrameSeconds: facts.maxKeyFrameGapSeconds,
  };
}
