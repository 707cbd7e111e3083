/**
 * An e-book opened for picking chapters. Only the text of what is picked is read, as inert documents; scripts, styles, sound and
 * everything that lies outside the file stay where they are.
 */
import {
  createNotices,
  ImportError,
  type ImportedDocument,
  type ImportedPicture,
} from '../imported/document.ts';
import { settleHeadings, type UnsettledBlock } from '../imported/headings.ts';
import { parseXhtml, pictureOfDataUrl } from '../html/parse-html.ts';
import { readHtml } from '../html/read-html.ts';
import type { FindPicture } from '../html/reading.ts';
import { openZipParts, resolvePartName, type ZipParts } from '../zip/parts.ts';
import { readPackage, type BookPackage } from './package.ts';

export interface Chapter {
  /** Its name in the file: what to ask `read` for. */
  readonly id: string;
  /** Null where neither the contents nor the chapter itself names it. */
  readonly title: string | null;
  /** How much there is to read: letters and digits. */
  readonly characters: number;
}

export interface OpenedEpub {
  readonly title: string | null;
  readonly author: string | null;
  readonly chapters: readonly Chapter[];
  read(ids: readonly string[], onProgress?: (share: number) => void): Promise<ImportedDocument>;
  close(): Promise<void>;
}

export async function openEpub(file: Blob, onProgress?: (share: number) => void): Promise<OpenedEpub> {
  const parts = await openZipParts(file);
  try {
    if (await isLocked(parts)) throw new ImportError('locked');
    const book = await readPackage(parts);
    const chapters = await listChapters(parts, book, onProgress);
    if (chapters.every(({ characters }) => characters === 0)) throw new ImportError('no-text');
    return {
      title: book.title,
      author: book.author,
      chapters,
      read: (ids, onRead) => readChapters(parts, book, ids, onRead),
      close: () => parts.close(),
    };
  } catch (thrown) {
    await parts.close();
    throw thrown;
  }
}

/** Fonts are often obscured, which is no lock; anything else that is encrypted is. */
async function isLocked(parts: ZipParts): Promise<boolean> {
  if (parts.names.has('META-INF/rights.xml')) return true;
  if (!parts.names.has('META-INF/encryption.xml')) return false;
  const written = await parts.text('META-INF/encryption.xml');
  const references = [...written.matchAll(/<(?:\w+:)?CipherReference[^>]*URI=["']([^"']+)["']/gu)];
  return references.some(([, name]) => !/\.(?:otf|ttf|woff2?)$/iu.test(name ?? ''));
}

async function listChapters(
  parts: ZipParts,
  book: BookPackage,
  onProgress?: (share: number) => void,
): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  for (const [index, id] of book.spine.entries()) {
    const parsed = parseXhtml(await parts.text(id));
    const text = parsed.body?.textContent ?? '';
    const heading = parsed.querySelector('h1, h2, h3')?.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';
    chapters.push({
      id,
      title: book.names.get(id) ?? (heading === '' ? null : heading.slice(0, 60)),
      characters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
    });
    onProgress?.((index + 1) / book.spine.length);
  }
  return chapters;
}

async function readChapters(
  parts: ZipParts,
  book: BookPackage,
  ids: readonly string[],
  onProgress?: (share: number) => void,
): Promise<ImportedDocument> {
  const notices = createNotices();
  const blocks: UnsettledBlock[] = [];
  const picked = book.spine.filter((id) => ids.includes(id));
  for (const [index, id] of picked.entries()) {
    const parsed = parseXhtml(await parts.text(id));
    const findPicture = await loadPictures(parsed, id, parts, book);
    blocks.push(...readHtml(parsed.body, { findPicture, notices }));
    onProgress?.((index + 1) / picked.length);
  }
  const settled = settleHeadings(blocks);
  if (settled.blocks.length === 0 && settled.title === null) throw new ImportError('no-text');
  return { ...settled, author: book.author, notices: notices.all() };
}

/** Reads the pictures a chapter names, so that the reader can find them without waiting. */
async function loadPictures(
  parsed: Document,
  chapter: string,
  parts: ZipParts,
  book: BookPackage,
): Promise<FindPicture> {
  const found = new Map<string, ImportedPicture | 'outside' | 'missing'>();
  for (const image of parsed.querySelectorAll('img, image')) {
    const address = (
      image.getAttribute('src') ??
      image.getAttribute('href') ??
      image.getAttribute('xlink:href') ??
      image.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ??
      ''
    ).trim();
    if (!found.has(address)) found.set(address, await loadPicture(address, chapter, parts, book));
  }
  return (address) => found.get(address) ?? 'missing';
}

async function loadPicture(
  address: string,
  chapter: string,
  parts: ZipParts,
  book: BookPackage,
): Promise<ImportedPicture | 'outside' | 'missing'> {
  const inline = pictureOfDataUrl(address);
  if (inline !== null) return inline;
  const name = resolvePartName(chapter, address);
  if (name === null) return 'outside';
  if (!parts.names.has(name)) return 'missing';
  try {
    const bytes = new Blob([await parts.bytes(name, 'picture')], { type: book.types.get(name) ?? '' });
    return { name: name.split('/').at(-1) ?? name, bytes };
  } catch (thrown) {
    // One damaged picture does not keep the text out.
    if (thrown instanceof ImportError && thrown.fault === 'damaged') return 'missing';
    throw thrown;
  }
}
