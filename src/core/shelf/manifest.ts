/** Reading an issue's manifest: from Readium's shape into the one pages use. */
import type { BlobRef } from '../reading/model.ts';
import type { Track } from '../sync/track.ts';
import { hrefFromRoot } from './blob-href.ts';
import { ShelfError } from './errors.ts';
import type { Issue, PieceSummary } from './issue.ts';
import { parseStrict } from './json.ts';
import { refOf } from './link.ts';
import {
  glossaryType,
  guidedType,
  ManifestSchema,
  readingType,
  type Alternate,
  type Manifest,
  type PieceLink,
} from './manifest-schema.ts';

const maxManifestCharacters = 4_000_000;

/** The native files of a piece: what a tablet fetches and keeps. Never the HTML, which is for other readers. */
export interface PieceFiles {
  readonly reading: BlobRef;
  readonly tracks: readonly (Omit<Track, 'cues'> & { readonly guided: BlobRef })[];
  readonly captions: readonly { readonly language: string; readonly file: BlobRef }[];
}

export interface ParsedManifest {
  readonly issue: Issue;
  readonly glossary: BlobRef | null;
  readonly pieces: Readonly<Record<string, PieceFiles>>;
  /** Every native file besides the manifest itself, each once: what a tablet stores and a pack carries. */
  readonly blobs: readonly BlobRef[];
}

/** @throws ShelfError `too-large`, `malformed` or `newer`. Verify the bytes against the catalogue's reference first. */
export function parseManifest(text: string): ParsedManifest {
  if (text.length > maxManifestCharacters)
    throw new ShelfError('too-large', `manifest of ${text.length} characters`);
  const manifest = parseStrict(ManifestSchema, text, 'manifest');
  try {
    return read(manifest);
  } catch (cause) {
    throw new ShelfError('malformed', cause instanceof Error ? `manifest: ${cause.message}` : 'manifest');
  }
}

function read(manifest: Manifest): ParsedManifest {
  const media = new Map(manifest.resources.map((resource) => [hrefFromRoot(resource.href), refOf(resource)]));
  const pieces = manifest.readingOrder.map(
    (link) => [link.properties.piece.id, filesOf(link, media)] as const,
  );
  if (new Set(pieces.map(([id]) => id)).size < pieces.length) throw new Error('two pieces have one id');
  const glossary = manifest.resources.find((resource) => resource.type === glossaryType);
  return {
    issue: issueOf(manifest),
    glossary: glossary === undefined ? null : refOf(glossary),
    pieces: Object.fromEntries(pieces),
    blobs: nativeBlobs(
      pieces.map(([, files]) => files),
      [...media.values()],
    ),
  };
}

/** Texts first, so that a month cut short while it is fetched can be read. The style sheet is the HTML's. */
function nativeBlobs(pieces: readonly PieceFiles[], resources: readonly BlobRef[]): BlobRef[] {
  const texts = pieces.flatMap(({ reading, tracks, captions }) => [
    reading,
    ...tracks.map(({ guided }) => guided),
    ...captions.map(({ file }) => file),
  ]);
  const others = resources.filter(({ type }) => type !== 'text/css').sort((a, b) => a.size - b.size);
  return [...new Map([...texts, ...others].map((ref) => [ref.sha256, ref])).values()];
}

function issueOf({ metadata, resources, readingOrder }: Manifest): Issue {
  const covers = resources.filter((resource) => resource.rel === 'cover');
  const cover = covers.find(({ type }) => type === 'image/svg+xml') ?? covers[0];
  if (cover === undefined) throw new Error('no cover');
  const { version: _version, ...facts } = metadata.samePage;
  return {
    ...facts,
    title: metadata.title,
    summary: metadata.description,
    cover: refOf(cover),
    pieces: readingOrder.map((link): PieceSummary => ({ ...link.properties.piece, title: link.title })),
  };
}

function filesOf(link: PieceLink, media: ReadonlyMap<string, BlobRef>): PieceFiles {
  const reading = link.alternate.find(({ type }) => type === readingType);
  if (reading === undefined) throw new Error(`${link.properties.piece.id} has no reading`);
  return {
    reading: refOf(reading),
    tracks: link.alternate.flatMap((alternate) =>
      alternate.type === guidedType ? [trackOf(alternate, media)] : [],
    ),
    captions: link.alternate.flatMap((alternate) =>
      alternate.type === 'text/vtt' && alternate.properties.textTrack === 'captions'
        ? [{ language: alternate.language, file: refOf(alternate) }]
        : [],
    ),
  };
}

function trackOf(
  link: Extract<Alternate, { type: typeof guidedType }>,
  media: ReadonlyMap<string, BlobRef>,
): PieceFiles['tracks'][number] {
  const { media: href, ...facts } = link.properties.track;
  const file = media.get(hrefFromRoot(href));
  if (file === undefined) throw new Error(`the medium of ${facts.id} is not among the resources`);
  return { ...facts, title: link.title, language: link.language, media: file, guided: refOf(link) };
}
