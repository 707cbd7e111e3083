/**
 * Foreign markup into a document nobody shows: `DOMParser` gives one without a window, where no script runs, no handler fires and
 * no address is asked for anything. Only its text and structure are then read.
 */
import { createNotices, type ImportedDocument } from '../imported/document.ts';
import { settleHeadings, type UnsettledBlock } from '../imported/headings.ts';
import { readHtml } from './read-html.ts';
import type { FindPicture } from './reading.ts';

export function parseHtml(markup: string): Document {
  return new DOMParser().parseFromString(disarmed(markup), 'text/html');
}

const STYLE_ELEMENT = /<style[\s>][\s\S]*?(?:<\/style\s*>|$)/giu;
const TAG = /<[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/giu;

/** Handlers would not fire here and styles are not drawn, but an engine checks both against the page's policy and complains. */
function disarmed(markup: string): string {
  return markup
    .replaceAll(STYLE_ELEMENT, '')
    .replaceAll(TAG, (tag) => tag.replaceAll(/(\s)(style|on[a-z]+)(\s*=)/giu, '$1data-$2$3'));
}

/** XHTML of e-books; what is not well formed is read as HTML, which never fails. */
export function parseXhtml(markup: string): Document {
  const parsed = parseXml(markup, 'application/xhtml+xml');
  return parsed === null || parsed.querySelector('body') === null ? parseHtml(markup) : parsed;
}

/** Null when it is not well formed. A document type with declarations of its own is set aside: they can be made to explode. */
export function parseXml(
  markup: string,
  type: 'application/xml' | 'application/xhtml+xml' = 'application/xml',
): Document | null {
  const bare = disarmed(markup)
    .replace(/^\uFEFF/u, '')
    .replace(/<!DOCTYPE[^>[]*\[[\s\S]*?\]\s*>/iu, '');
  const parsed = new DOMParser().parseFromString(bare, type);
  return parsed.getElementsByTagName('parsererror').length > 0 ? null : parsed;
}

const NO_PICTURES: FindPicture = (address) => pictureOfDataUrl(address) ?? 'outside';

/** A whole HTML text, from a file or the clipboard. */
export function readHtmlText(markup: string, findPicture: FindPicture = NO_PICTURES): ImportedDocument {
  const notices = createNotices();
  const parsed = parseHtml(markup);
  const blocks: UnsettledBlock[] = readHtml(parsed.body, { findPicture, notices });
  return { ...settleHeadings(blocks), author: null, notices: notices.all() };
}

/** `data:image/png;base64,…` decoded here, without asking anybody. What the bytes really are is judged later. */
export function pictureOfDataUrl(address: string): { name: string; bytes: Blob } | null {
  const match = /^data:(image\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=\s]+)$/iu.exec(address);
  if (match === null) return null;
  try {
    const binary = atob((match[2] ?? '').replaceAll(/\s+/gu, ''));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return { name: '', bytes: new Blob([bytes], { type: match[1] ?? '' }) };
  } catch {
    return null;
  }
}
