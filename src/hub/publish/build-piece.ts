/** A prepared piece as the files a shelf carries. Everything here is derived, and the same every time. */
import type { Caption } from '../../core/captions/model.ts';
import { writeVtt } from '../../core/captions/vtt.ts';
import type { BlobRef } from '../../core/reading/model.ts';
import { hrefFromBlob } from '../../core/shelf/blob-href.ts';
import type { EpubPiece } from '../../core/shelf/epub/source.ts';
import { writeHtml } from '../../core/shelf/html.ts';
import { guidedType, readingType } from '../../core/shelf/manifest-schema.ts';
import type { PieceToWrite } from '../../core/shelf/manifest-writer.ts';
import { writeCueVtt } from '../../core/sync/cue-vtt.ts';
import { writeGuided } from '../../core/sync/guided.ts';
import type { Track } from '../../core/sync/track.ts';
import { stageText, type StagedBlob } from './blob.ts';
import { pieceSummary } from '../../authoring/piece-summary.ts';
import type { PreparedPiece, PreparedTrack } from './prepared.ts';
import { readingOf, type RefOf } from '../../authoring/reading-of.ts';

export interface BuiltPiece {
  readonly piece: PieceToWrite;
  /** The same piece as the book wants it. */
  readonly inBook: EpubPiece;
  readonly blobs: readonly StagedBlob[];
}

export interface PieceSetting {
  readonly clubName: string;
  readonly issueTitle: string;
  readonly style: BlobRef;
  readonly ref: RefOf;
}

export async function buildPiece(
  { source, tracks, captions }: PreparedPiece,
  setting: PieceSetting,
): Promise<BuiltPiece> {
  const reading = readingOf(source.reading, setting.ref);
  const blobs: StagedBlob[] = [];
  const stage = async (text: string, extension: string, type: string): Promise<BlobRef> => {
    const blob = await stageText(text, extension, type);
    blobs.push(blob);
    return blob.ref;
  };

  const captionFiles = await Promise.all(
    captions.map(async ({ source: { language }, cues }) => ({
      language,
      file: await stage(writeVtt(cues.map(captionWithId)), 'vtt', 'text/vtt'),
    })),
  );
  const cueTracks = Object.fromEntries(
    await Promise.all(
      tracks.map(
        async ({ source: { id }, cues }) => [id, await stage(writeCueVtt(cues), 'vtt', 'text/vtt')] as const,
      ),
    ),
  );
  const facts = tracks.map((track) => ({ ...trackFacts(track, setting.ref), cues: track.cues }));
  const { clubName, issueTitle, style } = setting;
  const htmlTracks = facts.flatMap(({ cues: _cues, ...track }) => {
    const cueTrack = cueTracks[track.id];
    return cueTrack === undefined ? [] : [{ ...track, cueTrack }];
  });
  const page = writeHtml({
    reading,
    clubName,
    issueTitle,
    tracks: htmlTracks,
    captions: captionFiles,
    style,
  });
  const html = await stage(page, 'html', 'text/html');
  const files = {
    reading: await stage(JSON.stringify(reading), 'json', readingType),
    tracks: await Promise.all(
      facts.map(async ({ cues, ...track }) => {
        const guided = writeGuided({
          cues,
          kind: track.kind,
          textHref: hrefFromBlob(html.href),
          mediaHref: hrefFromBlob(track.media.href),
        });
        return { ...track, guided: await stage(JSON.stringify(guided), 'json', guidedType) };
      }),
    ),
    captions: captionFiles,
  };
  const summary = pieceSummary(source, reading, files);
  return {
    piece: { summary, language: reading.language, html, files, cueTracks },
    inBook: { summary, reading, tracks: facts, captions: captionFiles },
    blobs,
  };
}

function trackFacts({ source }: PreparedTrack, ref: RefOf): Omit<Track, 'cues'> {
  const { id, kind, language, title, performer, placeholder, signingSpace, filmOffset } = source;
  return {
    id,
    kind,
    language,
    title,
    performer,
    placeholder,
    media: ref(source.file),
    ...(signingSpace !== undefined && { signingSpace }),
    ...(filmOffset !== undefined && { filmOffset }),
  };
}

/**
 * The first caption of a sentence carries its id, so that other readers can follow; WebVTT wants ids unique, so the
 * further ones are matched by their text.
 */
function captionWithId(
  { id: _authored, ...caption }: Caption,
  index: number,
  all: readonly Caption[],
): Caption {
  const { sentence } = caption;
  const isFirst = sentence !== undefined && all.findIndex((other) => other.sentence === sentence) === index;
  return isFirst ? { ...caption, id: sentence } : caption;
}
