/** Writing an issue's manifest. The same input always gives the same bytes, so an unchanged issue keeps its hash. */
import type { BlobRef } from '../reading/model.ts';
import { accessibilityOf } from './accessibility.ts';
import { hrefFromBlob } from './blob-href.ts';
import { manifestType, positionOf } from './feed.ts';
import type { Club, Issue, PieceSummary } from './issue.ts';
import { linkTo } from './link.ts';
import type { PieceFiles } from './manifest.ts';
import {
  guidedType,
  readingType,
  type Alternate,
  type Manifest,
  type PieceLink,
  type Resource,
} from './manifest-schema.ts';

export interface PieceToWrite {
  readonly summary: PieceSummary;
  /** BCP 47, of the text. */
  readonly language: string;
  readonly html: BlobRef;
  readonly files: PieceFiles;
  /** The WebVTT metadata track of each track, by track id. */
  readonly cueTracks: Readonly<Record<string, BlobRef>>;
}

export interface IssueToWrite {
  readonly issue: Issue;
  readonly club: Club;
  /** RFC 3339. */
  readonly modified: string;
  /** The drawing (as in `issue.cover`) and its bitmap. */
  readonly covers: readonly BlobRef[];
  readonly glossary: BlobRef | null;
  readonly pieces: readonly PieceToWrite[];
  /** Everything the pieces need besides: media, pictures, the style sheet of the HTML. */
  readonly resources: readonly BlobRef[];
}

/** The languages of an issue: of its texts, and `csl` or another only where a real signer signs it. */
export function languagesOf(pieces: readonly PieceToWrite[]): string[] {
  const languages = pieces.flatMap(({ language, files }) => [
    language,
    ...files.tracks.filter((track) => !track.placeholder).map((track) => track.language),
  ]);
  return [...new Set(languages)];
}

export function writeManifest({
  issue,
  club,
  modified,
  covers,
  glossary,
  pieces,
  resources,
}: IssueToWrite): Manifest {
  const audio = pieces.flatMap(({ files }) => files.tracks.filter((track) => track.kind === 'audio'));
  const durationSeconds = audio.reduce((sum, track) => sum + (track.media.duration ?? 0), 0);
  return {
    '@context': 'https://readium.org/webpub-manifest/context.jsonld',
    metadata: {
      '@type': 'http://schema.org/PublicationIssue',
      title: issue.title,
      identifier: `urn:same-page:issue:${issue.id}`,
      language: languagesOf(pieces),
      modified,
      description: issue.summary,
      // Guided Navigation 2.1: required as soon as something is narrated.
      ...(durationSeconds > 0 && {
        duration: durationSeconds,
        narrator: [...new Set(audio.map((track) => track.performer))],
      }),
      belongsTo: {
        periodical: {
          name: { ...club.name },
          identifier: `urn:same-page:club:${club.id}`,
          issue: { position: positionOf(issue.month) },
        },
      },
      accessibility: accessibilityOf(issue.pieces),
      samePage: {
        version: 1,
        id: issue.id,
        club: issue.club,
        month: issue.month,
        pieceCount: issue.pieceCount,
        hasSign: issue.hasSign,
        hasCaptions: issue.hasCaptions,
        sizeBytes: issue.sizeBytes,
        ...(issue.session !== undefined && { session: { ...issue.session } }),
      },
    },
    links: [{ rel: 'self', href: '', type: manifestType }],
    readingOrder: pieces.map(pieceLink),
    resources: distinct([
      ...covers.map((cover): Resource => ({ rel: 'cover', ...linkTo(cover, 'blob') })),
      ...(glossary === null ? [] : [linkTo(glossary, 'blob')]),
      ...resources.map((resource) => linkTo(resource, 'blob')),
    ]),
    toc: pieces.map(({ html, summary }) => ({ href: hrefFromBlob(html.href), title: summary.title })),
  };
}

function pieceLink({ summary, language, html, files, cueTracks }: PieceToWrite): PieceLink {
  const { title, ...piece } = summary;
  const link = linkTo(html, 'blob');
  return {
    ...link,
    type: 'text/html',
    title,
    language,
    ...(summary.duration !== undefined && { duration: summary.duration }),
    properties: { ...link.properties, piece },
    alternate: [
      { ...linkTo(files.reading, 'blob'), type: readingType },
      ...files.tracks.map(guidedLink),
      ...files.captions.map((captions) =>
        textTrackLink(captions.file, captions.language, { textTrack: 'captions' }),
      ),
      ...files.tracks.flatMap(({ id, language: spoken }) => {
        const cues = cueTracks[id];
        return cues === undefined ? [] : [textTrackLink(cues, spoken, { textTrack: 'metadata', track: id })];
      }),
    ],
  };
}

function guidedLink(track: PieceFiles['tracks'][number]): Alternate {
  const { guided, media, title, language, ...facts } = track;
  const link = linkTo(guided, 'blob');
  return {
    ...link,
    type: guidedType,
    title,
    language,
    ...(media.duration !== undefined && { duration: media.duration }),
    properties: { ...link.properties, track: { ...facts, media: hrefFromBlob(media.href) } },
  };
}

function textTrackLink(
  file: BlobRef,
  language: string,
  role: { textTrack: 'captions' } | { textTrack: 'metadata'; track: string },
): Alternate {
  const link = linkTo(file, 'blob');
  return { ...link, type: 'text/vtt', language, properties: { ...link.properties, ...role } };
}

function distinct(resources: readonly Resource[]): Resource[] {
  return [
    ...new Map(resources.map((resource) => [resource.href, resource] as const).reverse()).values(),
  ].reverse();
}
