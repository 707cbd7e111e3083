/** Plain text, from a file in any encoding or from the clipboard, into paragraphs. */
import { readCaptionBytes } from '../core/captions/encoding.ts';
import { cleanText } from './html/prose-buffer.ts';
import {
  createNotices,
  ImportError,
  type ImportedBlock,
  type ImportedDocument,
} from './imported/document.ts';
import { joinHardLines } from './txt-lines.ts';
import type { Prose } from './prose.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly hasBadBytes: boolean;
}

/** Text of a file that does not say how it is written: UTF-8, UTF-16, GB18030 or Big5. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = unmarkedChineseUtf16(bytes);
  if (wide !== null) return { text: wide, encoding: 'utf-16le', hasBadBytes: false };
  const { text, encoding, problems } = readCaptionBytes(bytes);
  return { text, encoding, hasBadBytes: problems.some(({ code }) => code === 'bad-bytes') };
}

/**
 * Notepad's "Unicode" without its mark. The zero bytes that give it away in a caption file are rare in Chinese prose; but read as
 * UTF-16 the text is nearly all Chinese, which bytes of another encoding never are by chance.
 */
function unmarkedChineseUtf16(bytes: Uint8Array): string | null {
  if (bytes.length < 16 || bytes.length % 2 !== 0) return null;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
  if (isUtf8(bytes)) return null;
  const text = new TextDecoder('utf-16le').decode(bytes);
  const chinese = text.match(/[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFF5E]/gu)?.length ?? 0;
  return chinese > text.length * 0.7 ? text : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A text file. Throws `ImportError` when there is no text in it. */
export function readTxt(bytes: Uint8Array): ImportedDocument {
  const { text, encoding, hasBadBytes } = decodeText(bytes);
  if (text.includes('\0')) throw new ImportError('unknown');
  const read = readPlainText(text);
  if (read.blocks.length === 0) throw new ImportError('empty');
  const notices = createNotices();
  if (encoding !== 'utf-8') notices.add('encoding', encoding.toUpperCase());
  if (hasBadBytes) notices.add('bad-bytes');
  return { ...withTitle(read), author: null, notices: [...notices.all(), ...read.notices] };
}

/** Lines are paragraphs, unless the file was broken into lines of one length; bullets that follow one another are a list. */
export function readPlainText(text: string): ImportedDocument {
  const notices = createNotices();
  const lines = text.split(/\r\n|[\r\n\u2028\u2029\u0085\f\v]/u).map((line) => cleanText(line).trimEnd());
  const { paragraphs, joined } = joinHardLines(lines);
  if (joined > 0) notices.add('joined-lines');
  return { title: null, author: null, blocks: gatherLists(paragraphs), notices: notices.all() };
}

const BULLET = /^[\s\u3000]*[-*•·●○■◆▪–][ \t\u3000]+(?=\S)/u;

function gatherLists(paragraphs: readonly string[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  for (let index = 0; index < paragraphs.length; index += 1) {
    const run = [];
    while (BULLET.test(paragraphs[index + run.length] ?? '')) run.push(paragraphs[index + run.length] ?? '');
    if (run.length > 1) {
      const items = run.map((line) => [proseOfLine(line.replace(BULLET, ''))]);
      blocks.push({ type: 'list', ordered: false, items });
      index += run.length - 1;
    } else blocks.push({ type: 'paragraph', prose: proseOfLine(paragraphs[index] ?? '') });
  }
  return blocks;
}

function proseOfLine(line: string): Prose {
  return { text: line.replaceAll(/[\t\u00A0]+/gu, ' ').trim(), marks: [], emphasis: [] };
}

const LONGEST_TITLE = 30;

/** A short first line that is no sentence names what follows. */
function withTitle({ blocks }: ImportedDocument): Pick<ImportedDocument, 'title' | 'blocks'> {
  const [first, ...rest] = blocks;
  const isTitle =
    first?.type === 'paragraph' &&
    rest.length > 0 &&
    first.prose.text.length <= LONGEST_TITLE &&
    !/[。！？!?…：:，,；;”」]$/u.test(first.prose.text);
  return isTitle ? { title: first.prose.text, blocks: rest } : { title: null, blocks };
}
