/** Media that are made here, into the draft's files: all or nothing. What was there before is untouched, whatever happens. */
import type { Attachment } from '../../../authoring/draft/model.ts';
import type { MediaFacts } from '../../../authoring/media/inspect.ts';
import type { MediaFinding, MediaUse } from '../../../authoring/media/judge.ts';
import { attachmentFacts } from '../../../authoring/draft/attachment-facts.ts';
import type { AttachmentRecording, Attachments } from './desk.ts';

/** Files half written by work that was interrupted bear this before their name: nobody needs them again. */
export const unfinishedWork = '… ';

/** A file that will not do, with everything that is wrong with it. */
export class RefusedMedia extends Error {
  override readonly name = 'RefusedMedia';
  readonly findings: readonly MediaFinding[];
  /** Another browser could have made it into one that does. */
  readonly cannotEncode: boolean;
  constructor(findings: readonly MediaFinding[], cannotEncode: boolean) {
    super(findings.map(({ code }) => code).join(', '));
    this.findings = findings;
    this.cannotEncode = cannotEncode;
  }
}

export interface WrittenMedia {
  readonly attachment: Attachment;
  /** Of what was written, as it is on disk. */
  readonly facts: MediaFacts;
}

/** @throws what `fill` throws; MediaError; AttachmentError. Nothing is left of it then. */
export async function writeMedia(
  attachments: Attachments,
  { name, type }: Pick<Attachment, 'name' | 'type'>,
  fill: (file: AttachmentRecording) => Promise<void>,
): Promise<WrittenMedia> {
  const file = await attachments.record({ name: `${unfinishedWork}${name}`, type });
  let sealed: Attachment;
  try {
    await fill(file);
    sealed = await file.finish({ name, type });
  } catch (error) {
    await file.discard();
    throw error;
  }
  const blob = await attachments.open(sealed.id);
  if (!blob) throw await missingMedia();
  const { inspectMedia } = await import('../../../authoring/media/inspect.ts');
  const facts = await inspectMedia(blob);
  return {
    attachment: { ...attachmentFacts(facts, name, type), id: sealed.id, bytes: sealed.bytes },
    facts,
  };
}

/** What was put right on the way, and what the file still falls short of as it is now. */
export async function findingsOf(
  { facts }: WrittenMedia,
  use: MediaUse,
  planned: readonly MediaFinding[],
): Promise<readonly MediaFinding[]> {
  const { judgeMedia } = await import('../../../authoring/media/judge.ts');
  return [
    ...planned.filter(({ action }) => action === 'repair'),
    ...judgeMedia(facts, use).filter(({ action }) => action !== 'repair'),
  ];
}

export async function missingMedia(): Promise<Error> {
  const { MediaError } = await import('../../../authoring/media/media-error.ts');
  return new MediaError('media-missing');
}
