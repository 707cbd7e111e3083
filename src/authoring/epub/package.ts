/** The package document of an e-book: which parts make it up, in which order, and what the chapters are called. */
import { parseXhtml, parseXml } from '../html/parse-html.ts';
import { ImportError } from '../imported/document.ts';
import { resolvePartName, type ZipParts } from '../zip/parts.ts';

export interface BookPackage {
  readonly title: string | null;
  readonly author: string | null;
  /** Names in the zip, in reading order. */
  readonly spine: readonly string[];
  /** Media types by name. */
  readonly types: ReadonlyMap<string, string>;
  /** What the contents call a part; the first entry that leads to it. */
  readonly names: ReadonlyMap<string, string>;
}

const all = (root: Document | Element, name: string): Element[] =>
  [...root.getElementsByTagName('*')].filter((element) => element.localName.toLowerCase() === name);

const textOf = (element: Element | undefined): string | null => {
  const text = (element?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
  return text === '' ? null : text;
};

export async function readPackage(parts: ZipParts): Promise<BookPackage> {
  const container = parts.names.has('META-INF/container.xml')
    ? parseXml(await parts.text('META-INF/container.xml'))
    : null;
  const root = container === null ? null : (all(container, 'rootfile')[0]?.getAttribute('full-path') ?? null);
  const at = root === null ? null : resolvePartName('', root);
  if (at === null || !parts.names.has(at)) throw new ImportError('damaged', 'no package document');
  const opf = parseXml(await parts.text(at));
  if (opf === null) throw new ImportError('damaged', 'the package document is no XML');

  const items = new Map(
    all(opf, 'item').flatMap((item) => {
      const name = resolvePartName(at, item.getAttribute('href') ?? '');
      const id = item.getAttribute('id');
      return name === null || id === null
        ? []
        : [
            [
              id,
              {
                name,
                type: item.getAttribute('media-type') ?? '',
                properties: item.getAttribute('properties') ?? '',
              },
            ] as const,
          ];
    }),
  );
  const spine = all(opf, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref') ?? '');
    const isContents = item?.properties.split(/\s+/u).includes('nav') === true;
    return item === undefined || isContents || !isText(item.type) || !parts.names.has(item.name)
      ? []
      : [item.name];
  });
  if (spine.length === 0) throw new ImportError('no-text');
  return {
    title: textOf(all(opf, 'title')[0]),
    author: textOf(all(opf, 'creator')[0]),
    spine: [...new Set(spine)],
    types: new Map([...items.values()].map(({ name, type }) => [name, type])),
    names: await chapterNames(parts, [...items.values()]),
  };
}

const isText = (type: string): boolean =>
  type === 'application/xhtml+xml' || type === 'text/html' || type === '';

interface Item {
  readonly name: string;
  readonly type: string;
  readonly properties: string;
}

/** From the navigation document (EPUB 3), else from the older table of contents. */
async function chapterNames(parts: ZipParts, items: readonly Item[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const add = (from: string, href: string, label: string | null): void => {
    const name = resolvePartName(from, href);
    if (name !== null && label !== null && !names.has(name)) names.set(name, label);
  };
  const contents = items.find(
    ({ name, properties }) => properties.split(/\s+/u).includes('nav') && parts.names.has(name),
  );
  if (contents !== undefined) {
    const parsed = parseXhtml(await parts.text(contents.name));
    for (const link of all(parsed, 'a')) add(contents.name, link.getAttribute('href') ?? '', textOf(link));
  }
  const older = items.find(({ name, type }) => type === 'application/x-dtbncx+xml' && parts.names.has(name));
  if (older !== undefined) {
    const parsed = parseXml(await parts.text(older.name));
    for (const point of parsed === null ? [] : all(parsed, 'navpoint')) {
      const label = all(point, 'text')[0];
      add(older.name, all(point, 'content')[0]?.getAttribute('src') ?? '', textOf(label));
    }
  }
  return names;
}
