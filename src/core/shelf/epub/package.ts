/** The package document: what the book is, what is in it and in which order it is read. */
import { positionOf } from '../feed.ts';
import type { EpubClaims } from './claims.ts';
import type { EpubSource } from './source.ts';
import { seconds } from './overlay.ts';
import { attributes, xmlText } from './xhtml.ts';

export interface PackageItem {
  /** Below the package document. */
  readonly name: string;
  readonly type: string;
  readonly properties?: 'nav' | 'cover-image';
  readonly isRead?: true;
  /** Its overlay, and how long that is. */
  readonly overlay?: { readonly name: string; readonly durationMs: number };
}

interface PackageSource {
  readonly source: EpubSource;
  readonly items: readonly PackageItem[];
  readonly languages: readonly string[];
  readonly narrators: readonly string[];
  readonly claims: EpubClaims;
}

export function packageDocument(made: PackageSource): string {
  const { items } = made;
  const ids = new Map(items.map(({ name }, index) => [name, `i${index + 1}`]));
  const item = ({ name, type, properties, overlay }: PackageItem): string =>
    `<item${attributes({
      id: ids.get(name),
      href: name,
      'media-type': type,
      properties,
      'media-overlay': overlay === undefined ? undefined : ids.get(overlay.name),
    })}/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-Hans">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(made),
    ...overlays(made, ids),
    '</metadata>\n<manifest>',
    ...items.map(item),
    '</manifest>\n<spine>',
    ...items.filter(({ isRead }) => isRead).map(({ name }) => `<itemref idref="${ids.get(name)}"/>`),
    '</spine>\n</package>\n',
  ].join('\n');
}

function metadata({ source, languages, claims }: PackageSource): string[] {
  const { issue, club, modified } = source;
  const meta = (property: string, value: string): string =>
    `<meta property="${property}">${xmlText(value)}</meta>`;
  return [
    `<dc:identifier id="id">${xmlText(`urn:same-page:issue:${issue.id}`)}</dc:identifier>`,
    `<dc:title>${xmlText(issue.title)}</dc:title>`,
    ...languages.map((language) => `<dc:language>${xmlText(language)}</dc:language>`),
    `<dc:publisher>${xmlText(club.name['zh-Hans'])}</dc:publisher>`,
    `<dc:description>${xmlText(issue.summary)}</dc:description>`,
    `<dc:date>${xmlText(issue.month)}</dc:date>`,
    // EPUB wants whole seconds.
    meta('dcterms:modified', modified.replace(/\.\d+Z$/u, 'Z')),
    `<meta property="belongs-to-collection" id="club">${xmlText(club.name['zh-Hans'])}</meta>`,
    '<meta refines="#club" property="collection-type">series</meta>',
    `<meta refines="#club" property="group-position">${positionOf(issue.month)}</meta>`,
    ...claims.modes.map((mode) => meta('schema:accessMode', mode)),
    meta('schema:accessModeSufficient', claims.sufficient),
    ...claims.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', claims.hazard),
    meta('schema:accessibilitySummary', claims.summary),
  ];
}

function overlays({ items, narrators }: PackageSource, ids: ReadonlyMap<string, string>): string[] {
  const all = items.flatMap(({ overlay }) => (overlay === undefined ? [] : [overlay]));
  if (all.length === 0) return [];
  const totalMs = all.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return [
    `<meta property="media:duration">${seconds(totalMs)}</meta>`,
    ...all.map(
      ({ name, durationMs }) =>
        `<meta property="media:duration" refines="#${ids.get(name)}">${seconds(durationMs)}</meta>`,
    ),
    ...narrators.map((narrator) => `<meta property="media:narrator">${xmlText(narrator)}</meta>`),
    '<meta property="media:active-class">spoken</meta>',
  ];
}
