/** From takes to what members get: put together, prepared, and only then put in place of what was there. */
import * as v from 'valibot';
import { AttachmentIdSchema, type Attachment, type DraftTrack } from '../../../authoring/draft/model.ts';
import type { Running } from '../../../authoring/media/conversion.ts';
import type { MediaFacts } from '../../../authoring/media/inspect.ts';
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import type { PreparationPlan } from '../../../authoring/media/plan.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { cutTakes, uncutMarks, type Cut, type Segment, type Take } from '../../../core/sync/takes.ts';
import type { Attachments } from '../shared/desk.ts';
import { attachmentFacts } from '../../../authoring/draft/attachment-facts.ts';
import { toMarks, type RecordedKind } from './track-edit.ts';

/** What a person should know of it afterwards: warnings, and what this browser could not do. */
export interface MadeMedia {
  readonly media: Attachment;
  readonly marks: DraftTrack['marks'];
  readonly cut: readonly Segment[] | null;
  readonly findings: readonly MediaFinding[];
  /** The recording should have been cut or encoded, and this browser cannot. */
  readonly cannotEncode: boolean;
}

/** Files half written by work that was interrupted bear this before their name: nobody needs them again. */
export const unfinishedWork = '… ';

/** The files of the studio's media work are large, and loaded when first used. */
const prepare = () => import('../../../authoring/media/prepare.ts');

interface Source {
  readonly blob: Blob;
  readonly facts: MediaFacts;
  readonly plan: PreparationPlan;
}

/** @throws MediaError; AttachmentError; the signal's reason. The recordings are untouched. */
export async function makeMedia(
  attachments: Attachments,
  kind: RecordedKind,
  takes: readonly Take[],
  order: readonly SentenceId[],
  name: string,
  running: Running = {},
): Promise<MadeMedia> {
  const used = [...new Map(takes.map((take) => [take.sentence, take])).values()].map(({ file }) => file);
  const sources = await openSources(attachments, kind, used);
  const durations = new Map([...sources].map(([file, { facts }]) => [file, facts.durationSeconds]));
  const cut = cutTakes(takes, order, durations);
  const whole = uncutMarks(cut, durations);
  const first = sources.get(cut.segments[0]?.file ?? '');
  if (!first) throw await missing();
  if (whole) return makeWhole(attachments, kind, first, whole, name, running);
  const canCut = kind === 'sign' ? await canEncode(first) : true;
  if (canCut) return cutSources(attachments, kind, cut, sources, name, running);
  // Nothing can be left out here: the longest recording as it is, its takes where they are in it.
  const [file, source] =
    [...sources].sort((a, b) => b[1].facts.durationSeconds - a[1].facts.durationSeconds)[0] ?? [];
  if (!source) throw await missing();
  const inside = new Map(takes.filter((take) => take.file === file).map((take) => [take.sentence, take]));
  const marks = [...inside.values()].map(({ sentence, start, end }) => ({ sentence, start, end }));
  return { ...(await makeWhole(attachments, kind, source, marks, name, running)), cannotEncode: true };
}

/** A recording that broke off is read up to where it is whole. */
async function openSources(
  attachments: Attachments,
  kind: RecordedKind,
  files: Iterable<string>,
): Promise<Map<string, Source>> {
  const [{ lookInto }, { salvage }] = await Promise.all([
    prepare(),
    import('../../../authoring/media/salvage.ts'),
  ]);
  const sources = new Map<string, Source>();
  for (const file of new Set(files)) {
    const stored = await attachments.open(v.parse(AttachmentIdSchema, file));
    if (!stored) throw await missing();
    const blob = await salvage(stored);
    sources.set(file, { blob, ...(await lookInto(blob, kind)) });
  }
  return sources;
}

/** A file as it was brought. Where nothing is to be done to it, it is itself the media. */
export async function prepareSource(
  attachments: Attachments,
  kind: RecordedKind,
  original: Attachment,
  name: string,
  running: Running,
): Promise<Pick<MadeMedia, 'media' | 'findings' | 'cannotEncode'>> {
  const source = (await openSources(attachments, kind, [original.id])).get(original.id);
  if (!source) throw await missing();
  const { plan } = source;
  if (plan.do.action === 'keep')
    return { media: original, findings: plan.findings, cannotEncode: plan.cannotEncode };
  return makeWhole(attachments, kind, source, [], name, running);
}

/** Parts of the files of a track, put together. */
export async function cutMedia(
  attachments: Attachments,
  kind: RecordedKind,
  cut: Cut,
  name: string,
  running: Running,
): Promise<MadeMedia> {
  const sources = await openSources(
    attachments,
    kind,
    cut.segments.map(({ file }) => file),
  );
  return cutSources(attachments, kind, cut, sources, name, running);
}

/** Of this camera's pictures the browser can make new ones. */
async function canEncode({ blob, facts }: Source): Promise<boolean> {
  const { abilitiesFor } = await import('../../../authoring/media/abilities.ts');
  const { decodesVideo, encodesVideo } = await abilitiesFor(blob, facts);
  return decodesVideo && encodesVideo;
}

async function makeWhole(
  attachments: Attachments,
  kind: RecordedKind,
  source: Source,
  marks: Parameters<typeof toMarks>[0],
  name: string,
  running: Running,
): Promise<MadeMedia> {
  const { prepareInto, typeOfPrepared } = await prepare();
  // A recording nothing cures (a camera of 480 lines) is kept all the same: the checks say what is wrong with it, and the work is not lost.
  const plan: PreparationPlan =
    source.plan.do.action === 'refuse' && source.facts.videoCodec === 'avc'
      ? { ...source.plan, do: { action: 'repair' } }
      : source.plan;
  const type = typeOfPrepared(plan.do, kind) ?? source.facts.mimeType;
  const media = await write(attachments, { name, type }, async (file) => {
    if (plan.do.action === 'keep' || plan.do.action === 'refuse') await file.append(source.blob);
    else await prepareInto(source.blob, { facts: source.facts, plan }, kind, file, running);
  });
  return {
    media: media.attachment,
    marks: toMarks(marks),
    cut: null,
    findings: media.findings(kind),
    cannotEncode: plan.cannotEncode,
  };
}

async function cutSources(
  attachments: Attachments,
  kind: RecordedKind,
  { segments, marks }: Cut,
  sources: ReadonlyMap<string, Source>,
  name: string,
  running: Running,
): Promise<MadeMedia> {
  const [{ cutInto }, { videoPlan }, { abilitiesFor }] = await Promise.all([
    import('../../../authoring/media/cut.ts'),
    import('../../../authoring/media/plan.ts'),
    import('../../../authoring/media/abilities.ts'),
  ]);
  const first = sources.get(segments[0]?.file ?? '');
  if (!first) throw await missing();
  const as = (await abilitiesFor(first.blob, first.facts)).encodesAac ? 'aac' : 'wav';
  const type = kind === 'sign' ? 'video/mp4' : as === 'aac' ? 'audio/mp4' : 'audio/wav';
  const files = new Map([...sources].map(([file, { blob }]) => [file, blob]));
  const made = await write(attachments, { name, type }, (file) =>
    cutInto(
      {
        segments,
        files,
        result: kind === 'sign' ? { kind, video: videoPlan(first.facts) } : { kind, as },
      },
      file,
      running,
    ),
  );
  return {
    media: made.attachment,
    marks: toMarks(marks),
    cut: segments,
    findings: made.findings(kind),
    cannotEncode: false,
  };
}

/** All or nothing: a file that was not finished is thrown away, and what was there before is still there. */
async function write(
  attachments: Attachments,
  facts: Pick<Attachment, 'name' | 'type'>,
  fill: (file: Awaited<ReturnType<Attachments['record']>>) => Promise<void>,
) {
  const file = await attachments.record({ ...facts, name: `${unfinishedWork}${facts.name}` });
  let sealed: Attachment;
  try {
    await fill(file);
    sealed = await file.finish(facts);
  } catch (error) {
    await file.discard();
    throw error;
  }
  const blob = await attachments.open(sealed.id);
  if (!blob) throw await missing();
  const [{ inspectMedia }, { judgeMedia }] = await Promise.all([
    import('../../../authoring/media/inspect.ts'),
    import('../../../authoring/media/judge.ts'),
  ]);
  const found = await inspectMedia(blob);
  const attachment: Attachment = {
    ...attachmentFacts(found, facts.name, facts.type),
    id: sealed.id,
    bytes: sealed.bytes,
  };
  return { attachment, findings: (kind: RecordedKind) => judgeMedia(found, kind) };
}

async function missing(): Promise<Error> {
  const { MediaError } = await import('../../../authoring/media/media-error.ts');
  return new MediaError('media-missing');
}
