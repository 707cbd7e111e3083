/**
 * A file somebody picked, by what is in it rather than by its name: Word, e-book, Markdown, web page or plain text, read; everything else
 * refused with the reason. The readers are loaded when they are needed.
 */
import type { OpenedEpub } from '../epub/open-epub.ts';
import { ImportError, type ImportedDocument } from './document.ts';

export type OpenedDocument =
  | { readonly kind: 'document'; readonly document: ImportedDocument }
  /** Chapters have to be picked first. */
  | { readonly kind: 'book'; readonly book: OpenedEpub };

const MAX_TEXT_BYTES = 20_000_000;

export async function openDocument(
  file: Blob & { readonly name?: string },
  onProgress?: (share: number) => void,
): Promise<OpenedDocument> {
  if (file.size === 0) throw new ImportError('empty');
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const name = file.name ?? '';
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6]))
    return openZipped(file, onProgress);
  refuseOthers(head, name);
  if (file.size > MAX_TEXT_BYTES) throw new ImportError('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.(?:md|markdown)$/iu.test(name)) {
    const { readMarkdownFile } = await import('../markdown-import.ts');
    return { kind: 'document', document: readMarkdownFile(bytes) };
  }
  const { decodeText, readTxt } = await import('../txt.ts');
  if (!/\.(?:html?|xhtml|mht)$/iu.test(name)) return { kind: 'document', document: readTxt(bytes) };
  const { readHtmlText } = await import('../html/parse-html.ts');
  const document = readHtmlText(decodeText(bytes).text);
  if (document.blocks.length === 0) throw new ImportError('no-text');
  return { kind: 'document', document };
}

async function openZipped(file: Blob, onProgress?: (share: number) => void): Promise<OpenedDocument> {
  const { openZipParts } = await import('../zip/parts.ts');
  const parts = await openZipParts(file);
  const { names } = parts;
  await parts.close();
  if (names.has('META-INF/container.xml')) {
    const { openEpub } = await import('../epub/open-epub.ts');
    return { kind: 'book', book: await openEpub(file, onProgress) };
  }
  if (names.has('[Content_Types].xml') && [...names].some((each) => each.startsWith('word/'))) {
    const { readDocx } = await import('../docx/read-docx.ts');
    return { kind: 'document', document: await readDocx(file, onProgress) };
  }
  throw new ImportError('unknown');
}

function refuseOthers(head: Uint8Array, name: string): void {
  const text = String.fromCharCode(...head.subarray(0, 16));
  if (text.startsWith('%PDF')) throw new ImportError('pdf');
  // The container of Word before 2007, of WPS, and of an encrypted .docx.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (/\.wps$/iu.test(name)) throw new ImportError('wps');
    throw new ImportError(/\.docx$/iu.test(name) ? 'locked' : 'old-word');
  }
  if (text.startsWith('{\\rtf')) throw new ImportError('old-word');
  if (/^(?:\x89PNG|GIF8|\xff\xd8\xff|BM|RIFF....WEBP)/su.test(text)) throw new ImportError('picture');
  if (text.slice(4, 8) === 'ftyp' || /^(?:ID3|OggS|RIFF|.E\xdf\xa3)/u.test(text))
    throw new ImportError('media');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
