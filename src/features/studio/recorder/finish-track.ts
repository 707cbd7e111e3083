/** The steps that give a track its media: finishing a recording, importing a file, trimming. Each is one change in the draft, at the end. */
import { sentencesOfPiece, type Attachment, type DraftTrack } from '../../../authoring/draft/model.ts';
import type { Running } from '../../../authoring/media/conversion.ts';
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import { trimMarks } from '../../../core/sync/marks.ts';
import type { Segment, Take } from '../../../core/sync/takes.ts';
import type { Desk } from '../shared/desk.ts';
import { RefusedMedia } from '../shared/write-media.ts';
import { attachmentFacts } from '../../../authoring/draft/attachment-facts.ts';
import { cutMedia, makeMedia, prepareSource } from './make-media.ts';
import { takesSoFar } from './recorder.ts';
import {
  changeTrack,
  findTrack,
  markedMargins,
  sourceSegments,
  toMarks,
  withoutKeys,
  type RecordedKind,
} from './track-edit.ts';

export interface Finished {
  readonly findings: readonly MediaFinding[];
  readonly cannotEncode: boolean;
}

/** @throws MediaError; AttachmentError; the signal's reason. Takes and recordings stay where they are then. */
export async function finishRecording(
  desk: Desk,
  trackId: string,
  running: Running = {},
): Promise<Finished | null> {
  const takes = takesSoFar(desk, trackId);
  const track = findTrack(desk.piece.peek(), trackId);
  if (!track || takes.length === 0) return null;
  const order = sentencesOfPiece(desk.piece.peek()).map(({ id }) => id);
  const made = await makeMedia(desk.attachments, kindOf(track), takes, order, track.title, running);
  desk.change('signing', (piece) =>
    changeTrack(piece, trackId, (before) => ({
      ...withoutKeys(before, 'takes', 'cut'),
      media: made.media,
      marks: made.marks,
      ...(made.cut ? { cut: segmentsOf(before, made.cut) } : {}),
      ...(before.filmOffset === undefined
        ? {}
        : { filmOffset: before.filmOffset + shiftOf(made.marks, takes) }),
    })),
  );
  return made;
}

/** How much earlier or later the first sentence lies in the film made than in what was recorded. */
function shiftOf(marks: DraftTrack['marks'], takes: readonly Take[]): number {
  const [first] = marks;
  const take = takes.findLast(({ sentence }) => sentence === first?.sentence);
  return first && take ? first.start - take.start : 0;
}

/**
 * Takes a file in, whole, before anything is done to it; the original is in the draft from then on, and preparing can be begun again
 * (`prepareOriginal`) after whatever happens.
 *
 * @throws RefusedMedia; MediaError; AttachmentError; the signal's reason
 */
export async function importMedia(
  desk: Desk,
  trackId: string,
  file: File,
  running: Running = {},
): Promise<Finished> {
  const track = findTrack(desk.piece.peek(), trackId);
  if (!track) throw new Error(`No track ${trackId}`);
  const { lookInto } = await import('../../../authoring/media/prepare.ts');
  const { facts, plan } = await lookInto(file, kindOf(track));
  running.signal?.throwIfAborted();
  if (plan.do.action === 'refuse') {
    throw new RefusedMedia(
      plan.findings.filter(({ action }) => action === 'refuse'),
      plan.cannotEncode,
    );
  }
  const type = file.type || facts.mimeType;
  const original = await desk.attachments.add(file, attachmentFacts(facts, file.name, type), (bytes) =>
    running.onProgress?.((bytes / file.size) * copyShare),
  );
  desk.change('import', (piece) =>
    changeTrack(piece, trackId, (before) => ({
      ...withoutKeys(before, 'takes', 'cut', 'recordings', 'filmOffset', 'signingSpace'),
      media: null,
      marks: [],
      ...markedMargins,
      original,
    })),
  );
  return prepareOriginal(desk, trackId, {
    ...running,
    onProgress: (fraction) => running.onProgress?.(copyShare + fraction * (1 - copyShare)),
  });
}

const copyShare = 0.1;

/** @throws as `importMedia` */
export async function prepareOriginal(desk: Desk, trackId: string, running: Running = {}): Promise<Finished> {
  const track = findTrack(desk.piece.peek(), trackId);
  if (!track?.original) throw new Error(`Nothing to prepare in ${trackId}`);
  const made = await prepareSource(desk.attachments, kindOf(track), track.original, track.title, running);
  desk.change('import', (piece) =>
    changeTrack(piece, trackId, (before) => ({
      ...(made.media.id === before.original?.id ? withoutKeys(before, 'original') : before),
      media: made.media,
    })),
  );
  return made;
}

/** Only `from`…`to` of the film is kept, made anew from what the film was made from. */
export async function trimTrack(
  desk: Desk,
  trackId: string,
  range: { readonly from: number; readonly to: number },
  running: Running = {},
): Promise<Finished> {
  const track = findTrack(desk.piece.peek(), trackId);
  if (!track) throw new Error(`No track ${trackId}`);
  const segments = trimSegments(sourceSegments(track), range);
  const made = await cutMedia(
    desk.attachments,
    kindOf(track),
    { segments, marks: trimMarks(track.marks, range) },
    track.title,
    running,
  );
  desk.change('signing', (piece) =>
    changeTrack(piece, trackId, (before) => ({
      ...before,
      media: made.media,
      marks: toMarks(made.marks),
      cut: segmentsOf(before, segments),
      // The film's clock goes on from where the sign video now begins.
      ...(before.filmOffset === undefined ? {} : { filmOffset: before.filmOffset - range.from }),
      ...(before.original || before.recordings || !before.media ? {} : { original: before.media }),
    })),
  );
  return made;
}

/** The parts of `segments` that lie between two times of the film made of them. */
export function trimSegments(
  segments: readonly Segment[],
  { from, to }: { readonly from: number; readonly to: number },
): Segment[] {
  let position = 0;
  return segments.flatMap((segment) => {
    const start = position;
    position += segment.to - segment.from;
    const [low, high] = [Math.max(from, start), Math.min(to, position)];
    return high <= low
      ? []
      : [{ file: segment.file, from: segment.from + low - start, to: segment.from + high - start }];
  });
}

export function kindOf(track: DraftTrack): RecordedKind {
  return track.kind === 'audio' ? 'audio' : 'sign';
}

/** With the draft's own ids; every segment comes from a file of the track. */
function segmentsOf(track: DraftTrack, segments: readonly Segment[]): NonNullable<DraftTrack['cut']> {
  const files = [track.media, track.original, ...(track.recordings ?? [])].filter(
    (file): file is Attachment => file !== null && file !== undefined,
  );
  return segments.flatMap(({ file, from, to }) => {
    const id = files.find((known) => known.id === file)?.id;
    return id === undefined ? [] : [{ file: id, from, to }];
  });
}
