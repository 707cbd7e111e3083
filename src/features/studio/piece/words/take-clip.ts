/** A card's own sign clip or sound: prepared as a track's media are, and cut to what is needed. What was on the card is untouched. */
import type { Attachment } from '../../../../authoring/draft/model.ts';
import type { Running } from '../../../../authoring/media/conversion.ts';
import type { MediaFinding } from '../../../../authoring/media/judge.ts';
import { attachmentFacts } from '../../../../authoring/draft/attachment-facts.ts';
import type { Attachments } from '../../shared/desk.ts';
import { findingsOf, missingMedia, RefusedMedia, writeMedia } from '../../shared/write-media.ts';

export type ClipUse = 'term' | 'audio';

export interface TakenClip {
  readonly clip: Attachment;
  /** What was done to it, and what it still falls short of. */
  readonly findings: readonly MediaFinding[];
}

export interface Span {
  /** Seconds. */
  readonly from: number;
  readonly to: number;
}

const prepare = () => import('../../../../authoring/media/prepare.ts');

/** @throws RefusedMedia; MediaError; AttachmentError; the signal's reason. Nothing of it is kept then. */
export async function takeClip(
  file: File,
  use: ClipUse,
  attachments: Attachments,
  running: Running = {},
): Promise<TakenClip> {
  const { lookInto, prepareInto, typeOfPrepared } = await prepare();
  const looked = await lookInto(file, use);
  running.signal?.throwIfAborted();
  const { facts, plan } = looked;
  if (plan.do.action === 'refuse') {
    throw new RefusedMedia(
      plan.findings.filter(({ action }) => action === 'refuse'),
      plan.cannotEncode,
    );
  }
  const type = typeOfPrepared(plan.do, use);
  if (type === null) {
    const clip = await attachments.add(file, attachmentFacts(facts, file.name));
    return { clip, findings: plan.findings };
  }
  const made = await writeMedia(attachments, { name: nameFor(file.name, type), type }, (target) =>
    prepareInto(file, looked, use, target, running),
  );
  return { clip: made.attachment, findings: await findingsOf(made, use, plan.findings) };
}

/** Only `from`…`to` of it. @throws as `takeClip` */
export async function trimClip(
  clip: Attachment,
  { from, to }: Span,
  use: ClipUse,
  attachments: Attachments,
  running: Running = {},
): Promise<TakenClip> {
  const blob = await attachments.open(clip.id);
  if (!blob) throw await missingMedia();
  const [{ inspectMedia }, { abilitiesFor }, { videoPlan }, { cutInto }] = await Promise.all([
    import('../../../../authoring/media/inspect.ts'),
    import('../../../../authoring/media/abilities.ts'),
    import('../../../../authoring/media/plan.ts'),
    import('../../../../authoring/media/cut.ts'),
  ]);
  const facts = await inspectMedia(blob);
  const can = await abilitiesFor(blob, facts);
  if (use === 'term' ? !can.decodesVideo || !can.encodesVideo : !can.decodesAudio)
    throw new RefusedMedia([], true);
  const as = can.encodesAac ? 'aac' : 'wav';
  const type = use === 'term' ? 'video/mp4' : as === 'aac' ? 'audio/mp4' : 'audio/wav';
  const { attachment } = await writeMedia(attachments, { name: nameFor(clip.name, type), type }, (target) =>
    cutInto(
      {
        segments: [{ file: clip.id, from, to }],
        files: new Map([[String(clip.id), blob]]),
        result: use === 'term' ? { kind: 'sign', video: videoPlan(facts) } : { kind: 'audio', as },
      },
      target,
      running,
    ),
  );
  return { clip: attachment, findings: [] };
}

const endings: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
};

function nameFor(name: string, type: string): string {
  return `${name.replace(/\.[^.]*$/u, '')}.${endings[type] ?? 'mp4'}`;
}
