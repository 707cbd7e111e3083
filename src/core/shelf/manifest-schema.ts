/**
 * The Readium Web Publication Manifest of an issue, stricter than Readium's schema, which lets misspelt members through.
 * Addresses are relative to the manifest, itself a blob: `../cd/<sha256>.<ext>`.
 */
import * as v from 'valibot';
import { AccessibilitySchema } from './accessibility.ts';
import { text } from './club.ts';
import { manifestType } from './feed.ts';
import { blobLink, promised } from './link.ts';
import { InstantSchema, issueFacts, PieceFactsSchema, SessionSchema } from './summary-schema.ts';

export const readingType = 'application/vnd.same-page.reading+json';
export const glossaryType = 'application/vnd.same-page.glossary+json';
export const guidedType = 'application/guided-navigation+json';

const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const trackId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u));

/** A track without its cues, which stand in the guided document the link leads to. */
const TrackFactsSchema = v.strictObject({
  id: trackId,
  kind: v.picklist(['sign', 'audio', 'film']),
  /** By role. */
  performer: text,
  placeholder: v.boolean(),
  /** Address of the medium; its hash stands in `resources`. */
  media: v.string(),
  signingSpace: v.exactOptional(
    v.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }),
  ),
  filmOffset: v.exactOptional(v.number()),
});

const AlternateSchema = v.variant('type', [
  v.strictObject({ ...blobLink, type: v.literal(readingType), properties: v.strictObject(promised) }),
  v.strictObject({
    ...blobLink,
    type: v.literal(guidedType),
    title: text,
    language,
    properties: v.strictObject({ ...promised, track: TrackFactsSchema }),
  }),
  v.strictObject({
    ...blobLink,
    type: v.literal('text/vtt'),
    language,
    properties: v.variant('textTrack', [
      v.strictObject({ ...promised, textTrack: v.literal('captions') }),
      v.strictObject({ ...promised, textTrack: v.literal('metadata'), track: trackId }),
    ]),
  }),
]);
export type Alternate = v.InferOutput<typeof AlternateSchema>;

const PieceLinkSchema = v.strictObject({
  ...blobLink,
  type: v.literal('text/html'),
  title: text,
  language,
  properties: v.strictObject({ ...promised, piece: PieceFactsSchema }),
  alternate: v.pipe(v.array(AlternateSchema), v.minLength(1)),
});
export type PieceLink = v.InferOutput<typeof PieceLinkSchema>;

const ResourceSchema = v.strictObject({
  rel: v.exactOptional(v.literal('cover')),
  ...blobLink,
  properties: v.strictObject(promised),
});
export type Resource = v.InferOutput<typeof ResourceSchema>;

export const ManifestSchema = v.strictObject({
  '@context': v.literal('https://readium.org/webpub-manifest/context.jsonld'),
  metadata: v.strictObject({
    '@type': v.literal('http://schema.org/PublicationIssue'),
    title: text,
    identifier: v.pipe(v.string(), v.startsWith('urn:same-page:issue:')),
    language: v.pipe(v.array(language), v.minLength(1)),
    modified: InstantSchema,
    description: text,
    duration: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
    narrator: v.exactOptional(v.array(text)),
    belongsTo: v.strictObject({
      periodical: v.strictObject({
        name: v.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text }),
        identifier: v.string(),
        issue: v.strictObject({ position: v.number() }),
      }),
    }),
    accessibility: AccessibilitySchema,
    samePage: v.strictObject({
      version: v.literal(1),
      ...issueFacts,
      session: v.exactOptional(SessionSchema),
    }),
  }),
  // A blob cannot name its own hash, so `self` is the empty reference: this document, wherever it was found.
  links: v.strictTuple([
    v.strictObject({ rel: v.literal('self'), href: v.literal(''), type: v.literal(manifestType) }),
  ]),
  readingOrder: v.pipe(v.array(PieceLinkSchema), v.minLength(1)),
  resources: v.array(ResourceSchema),
  toc: v.array(v.strictObject({ href: v.string(), title: text })),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
