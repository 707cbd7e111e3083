/**
 * The OPDS 2.0 feed of a shelf. `opds.json` is this document as it is; the signed catalogue carries the same one, so
 * what other reading apps see and what a tablet trusts cannot differ.
 */
import * as v from 'valibot';
import { AccessibilitySchema, accessibilityOf } from './accessibility.ts';
import { text } from './club.ts';
import type { Club, Issue } from './issue.ts';
import { blobLink, linkTo, promised } from './link.ts';
import { InstantSchema, issueFacts } from './summary-schema.ts';
import type { BlobRef } from '../reading/model.ts';

export const openAccess = 'http://opds-spec.org/acquisition/open-access';
export const manifestType = 'application/webpub+json';
export const epubType = 'application/epub+zip';
const feedType = 'application/opds+json';

const properties = v.strictObject(promised);
const linkOf = <Rel extends string, Type extends string>(rel: Rel, type: Type) =>
  v.strictObject({ rel: v.literal(rel), ...blobLink, type: v.literal(type), properties });
const names = v.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text });

const PublicationSchema = v.strictObject({
  metadata: v.strictObject({
    '@type': v.literal('http://schema.org/PublicationIssue'),
    title: text,
    identifier: v.pipe(v.string(), v.startsWith('urn:same-page:issue:')),
    language: v.pipe(v.array(text), v.minLength(1)),
    modified: InstantSchema,
    description: text,
    belongsTo: v.strictObject({
      periodical: v.strictObject({
        name: names,
        identifier: v.pipe(v.string(), v.startsWith('urn:same-page:club:')),
        issue: v.strictObject({ position: v.number() }),
      }),
    }),
    accessibility: AccessibilitySchema,
    samePage: v.strictObject(issueFacts),
  }),
  // The book is for other reading apps; an issue released before there was one has none.
  links: v.tupleWithRest(
    [linkOf('self', manifestType), linkOf(openAccess, manifestType)],
    linkOf(openAccess, epubType),
  ),
  images: v.pipe(v.array(v.strictObject({ ...blobLink, properties })), v.minLength(1)),
});
export type Publication = v.InferOutput<typeof PublicationSchema>;

export const FeedSchema = v.strictObject({
  metadata: v.strictObject({ title: text, modified: InstantSchema }),
  links: v.strictTuple([
    v.strictObject({ rel: v.literal('self'), href: v.literal('opds.json'), type: v.literal(feedType) }),
  ]),
  groups: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          metadata: v.strictObject({ title: text, identifier: v.string(), numberOfItems: v.number() }),
          publications: v.pipe(v.array(PublicationSchema), v.minLength(1)),
        }),
      ),
      v.minLength(1),
    ),
  ),
  navigation: v.exactOptional(
    v.strictTuple([v.strictObject({ href: v.literal('opds.json'), title: text, type: v.literal(feedType) })]),
  ),
});
export type Feed = v.InferOutput<typeof FeedSchema>;

/** `2026-11` → 202611: OPDS wants a number that sorts. */
export const positionOf = (month: string): number => Number(month.replace('-', ''));

/** `issue.cover` is the drawing; `bitmap` the picture reading apps without SVG show. */
export interface PublishedIssue {
  readonly issue: Omit<Issue, 'session'>;
  readonly club: Club;
  readonly language: readonly string[];
  readonly modified: string;
  readonly manifest: BlobRef;
  /** The book for other reading apps. */
  readonly epub?: BlobRef;
  readonly bitmap: BlobRef;
}

export function writePublication({
  issue,
  club,
  language,
  modified,
  manifest,
  epub,
  bitmap,
}: PublishedIssue): Publication {
  const link = { ...linkTo(manifest, 'root'), type: manifestType } as const;
  const images = issue.cover.href === bitmap.href ? [bitmap] : [bitmap, issue.cover];
  return {
    metadata: {
      '@type': 'http://schema.org/PublicationIssue',
      title: issue.title,
      identifier: `urn:same-page:issue:${issue.id}`,
      language: [...language],
      modified,
      description: issue.summary,
      belongsTo: {
        periodical: {
          name: { ...club.name },
          identifier: `urn:same-page:club:${club.id}`,
          issue: { position: positionOf(issue.month) },
        },
      },
      accessibility: accessibilityOf(issue.pieces),
      samePage: {
        id: issue.id,
        club: issue.club,
        month: issue.month,
        pieceCount: issue.pieceCount,
        hasSign: issue.hasSign,
        hasCaptions: issue.hasCaptions,
        sizeBytes: issue.sizeBytes,
      },
    },
    links: [
      { rel: 'self', ...link },
      { rel: openAccess, ...link },
      ...(epub === undefined ? [] : [{ rel: openAccess, ...linkTo(epub, 'root'), type: epubType } as const]),
    ],
    images: images.map((image) => linkTo(image, 'root')),
  };
}

/** Groups by club in the clubs' order, newest month first. Empty collections are not valid OPDS, so they are left out. */
export function writeFeed(
  clubs: readonly Club[],
  publications: readonly Publication[],
  modified: string,
): Feed {
  const title = '同页 Same Page';
  const groups = clubs
    .map((club) => ({
      club,
      own: publications
        .filter((publication) => publication.metadata.samePage.club === club.id)
        .sort((a, b) => b.metadata.samePage.month.localeCompare(a.metadata.samePage.month)),
    }))
    .filter(({ own }) => own.length > 0)
    .map(({ club, own }) => ({
      metadata: {
        title: club.name['zh-Hans'],
        identifier: `urn:same-page:club:${club.id}`,
        numberOfItems: own.length,
      },
      publications: own,
    }));
  const feed = {
    metadata: { title, modified },
    links: [{ rel: 'self', href: 'opds.json', type: feedType }],
  } satisfies Feed;
  // A feed needs at least one collection; an empty shelf offers the way to itself.
  return groups.length > 0
    ? { ...feed, groups }
    : { ...feed, navigation: [{ href: 'opds.json', title, type: feedType }] };
}
