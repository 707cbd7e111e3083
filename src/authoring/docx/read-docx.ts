/**
 * A Word file into blocks. mammoth reads what Word means (headings, lists, notes) and knows no layout; its HTML goes through the same
 * reader as everything else. It is handed a small copy of the file: only the parts it needs, each within its cap.
 */
import {
  createNotices,
  ImportError,
  type ImportedDocument,
  type ImportedPicture,
} from '../imported/document.ts';
import { settleHeadings } from '../imported/headings.ts';
import { parseHtml } from '../html/parse-html.ts';
import { readHtml } from '../html/read-html.ts';
import { openZipParts, type ZipParts } from '../zip/parts.ts';
import { mendDocumentXml, restoreRuby } from './mend-document.ts';
import { settleNotes } from './notes.ts';

const TEXT_PART = /\.(?:xml|rels)$/iu;
const PICTURE_PART = /(?:^|\/)media\/[^/]+$/u;
/** Parts that hold running text. */
const PROSE_PART = /(?:^|\/)(?:document\d*|footnotes\d*|endnotes\d*)\.xml$/iu;
/** Styles made for Chinese documents, by the names Word gives them there. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='引用'] => blockquote > p:fresh",
  "p[style-name='明显引用'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

export async function readDocx(file: Blob, onProgress?: (share: number) => void): Promise<ImportedDocument> {
  const parts = await openZipParts(file);
  try {
    const copy = await copyForMammoth(parts, (share) => onProgress?.(share * 0.6));
    return await convert(copy, onProgress);
  } finally {
    await parts.close();
  }
}

async function copyForMammoth(parts: ZipParts, onProgress: (share: number) => void): Promise<ArrayBuffer> {
  if (parts.names.has('EncryptedPackage')) throw new ImportError('locked');
  if (!parts.names.has('[Content_Types].xml')) throw new ImportError('damaged');
  const { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } =
    await import('@zip.js/zip.js/lib/zip-core-native.js');
  const writer = new ZipWriter(new BlobWriter(), { level: 0, useWebWorkers: false });
  const wanted = [...parts.names].filter((name) => TEXT_PART.test(name) || PICTURE_PART.test(name));
  for (const [index, name] of wanted.entries()) {
    const isText = TEXT_PART.test(name);
    if (PROSE_PART.test(name)) {
      const mended = mendDocumentXml(await parts.text(name));
      if (mended === null) throw new ImportError('damaged', name);
      await writer.add(name, new TextReader(mended));
    } else await writer.add(name, new Uint8ArrayReader(await parts.bytes(name, isText ? 'text' : 'picture')));
    onProgress((index + 1) / wanted.length);
  }
  return (await writer.close()).arrayBuffer();
}

async function convert(copy: ArrayBuffer, onProgress?: (share: number) => void): Promise<ImportedDocument> {
  const { default: mammoth } = await import('mammoth');
  const pictures: ImportedPicture[] = [];
  const keepPicture = mammoth.images.imgElement(async (image) => {
    const bytes = new Blob([await image.readAsArrayBuffer()], { type: image.contentType });
    pictures.push({ name: '', bytes });
    return { src: `picture:${pictures.length - 1}` };
  });
  const { value, messages } = await mammoth
    .convertToHtml(
      { arrayBuffer: copy },
      { styleMap: STYLES, convertImage: keepPicture, externalFileAccess: false },
    )
    .catch((thrown: unknown) => {
      throw new ImportError('damaged', String(thrown));
    });
  onProgress?.(0.9);
  const notices = createNotices();
  for (const { type } of messages) if (type === 'error') notices.add('picture-outside');
  const parsed = parseHtml(restoreRuby(value));
  if (settleNotes(parsed) > 0) notices.add('footnote');
  const blocks = readHtml(parsed.body, {
    notices,
    findPicture: (address) => pictures[Number(/^picture:(\d+)$/u.exec(address)?.[1] ?? -1)] ?? 'outside',
  });
  const settled = settleHeadings(blocks);
  if (settled.blocks.length === 0 && settled.title === null) throw new ImportError('no-text');
  onProgress?.(1);
  return { ...settled, author: null, notices: notices.all() };
}
