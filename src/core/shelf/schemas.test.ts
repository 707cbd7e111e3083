/** What we write against the schemas of those who defined the formats; ours are stricter and tested beside each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { writeGuided } from '../sync/guided.ts';
import { FeedSchema, writeFeed, writePublication } from './feed.ts';
import { club, issueToWrite, pieceSummary, pieceToWrite, ref } from './fixture.ts';
import { ManifestSchema } from './manifest-schema.ts';
import { writeManifest } from './manifest-writer.ts';
import * as v from 'valibot';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/schemas');
const isHere = existsSync(folder);
if (!isHere) console.warn(`SKIPPED: the Readium and OPDS schemas are not in ${folder}`);

function schemasIn(part: string): string[] {
  return readdirSync(path.join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => path.join(folder, part, name));
}

function validator(id: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const file of [
    'readium-webpub-manifest/schema',
    'opds-2.0/schema',
    'readium-guided-navigation/schema',
  ].flatMap(schemasIn)) {
    // The guided document schema has a trailing comma upstream.
    ajv.addSchema(JSON.parse(readFileSync(file, 'utf8').replace(/,(\s*[}\]])/gu, '$1')));
  }
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no schema ${id}`);
  return validate;
}

const faults = (id: string, document: unknown): unknown => {
  const validate = validator(id);
  return validate(structuredClone(document)) ? [] : validate.errors;
};

const publication = 'https://readium.org/webpub-manifest/schema/publication.schema.json';
const feed = 'https://drafts.opds.io/schema/feed.schema.json';
const guided = 'https://readium.org/guided-navigation/schema/document.schema.json';

const manifest = () => writeManifest(issueToWrite());
const opds = (isEmpty = false) => {
  const { issue, covers, modified } = issueToWrite();
  const entry = writePublication({
    issue,
    club,
    language: ['zh-Hans'],
    modified,
    manifest: ref('3a', 'json', 'application/webpub+json'),
    epub: ref('4b', 'epub', 'application/epub+zip'),
    bitmap: covers[1] ?? issue.cover,
  });
  return writeFeed([club, { ...club, id: 'empty-club' }], isEmpty ? [] : [entry], modified);
};
const cues = [{ sentence: 's1', start: 0, end: 2.5 }] as unknown as Parameters<typeof writeGuided>[0]['cues'];

describe.skipIf(!isHere)('by the schemas of Readium and OPDS', () => {
  it('a manifest is a Web Publication Manifest', () => {
    expect(faults(publication, manifest())).toEqual([]);
    const signed = issueToWrite(pieceToWrite(pieceSummary({ hasSign: true, hasAudio: true })));
    expect(faults(publication, writeManifest(signed))).toEqual([]);
  });

  it('a feed is an OPDS 2.0 feed, also of an empty shelf', () => {
    expect(faults(feed, opds())).toEqual([]);
    expect(faults(feed, opds(true))).toEqual([]);
  });

  it('a guided document is a Guided Navigation Document, for sign, film and audio', () => {
    for (const kind of ['sign', 'film', 'audio'] as const) {
      expect(
        faults(guided, writeGuided({ cues, textHref: '../aa/x.html', mediaHref: '../bb/y.mp4', kind })),
      ).toEqual([]);
    }
  });

  it('these schemas do notice what they know: a cover no reader can show, a feed without itself', () => {
    const broken = opds();
    const [group] = broken.groups ?? [];
    for (const image of group?.publications[0]?.images ?? []) image.type = 'image/svg+xml';
    expect(faults(feed, broken)).not.toEqual([]);
    expect(faults(feed, { ...opds(), links: [] })).not.toEqual([]);
  });
});

describe('by our own schemas', () => {
  it('what we write is what we read', () => {
    expect(v.parse(ManifestSchema, manifest())).toEqual(manifest());
    expect(v.parse(FeedSchema, opds())).toEqual(opds());
  });

  it.each([
    ['performer', 'perfomer'],
    ['signingSpace', 'signingspace'],
    ['readingOrder', 'readingorder'],
    ['sha256', 'sha265'],
    ['alternate', 'alternates'],
  ])('a manifest with %s misspelt as %s is refused, which theirs lets through', (right, wrong) => {
    const text = JSON.stringify(manifest()).replaceAll(`"${right}"`, `"${wrong}"`);
    expect(v.safeParse(ManifestSchema, JSON.parse(text)).success).toBe(false);
  });

  it('a publication without an acquisition link or without pictures is refused', () => {
    const text = JSON.stringify(opds());
    const noLink = JSON.parse(text.replace('http://opds-spec.org/acquisition/open-access', 'alternate'));
    expect(v.safeParse(FeedSchema, noLink).success).toBe(false);
    expect(
      v.safeParse(FeedSchema, JSON.parse(text.replace(/"images":\[.*?\]/u, '"images":[]'))).success,
    ).toBe(false);
    expect(
      v.safeParse(FeedSchema, JSON.parse(text.replace(/"publications":\[.*\]\}\]/u, '"publications":[]}]')))
        .success,
    ).toBe(false);
  });
});
