/**
 * The small shelf files of a reading, inside its page: on a slow line they arrive while the browser is still making room for
 * the page, a quarter of a second in which nothing else travels. The app verifies them like any other answer.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openJws } from '../../core/shelf/jws-parts.ts';

/** Bytes of one page's files together; beyond this they would hold up the page itself. */
const mostBytes = 96 * 1024;

/** @param files Addresses below the shelf. @returns HTML, empty when it would be too much; exact text, so that hashes hold. */
export async function shelfAhead(root: string, files: readonly string[], shelfUrl: string): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  if (texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) > mostBytes) return '';
  return texts
    .map((text, index) => {
      // A line end would not survive HTML, a `<` could end the element: JSON writes both otherwise.
      const open = openJws(text);
      const json = JSON.stringify(open ?? text).replace(/</gu, '\\u003c');
      const isOpen = open === null ? '' : ' data-open';
      return `<script type="application/json" data-ahead="${shelfUrl}${files[index]}"${isOpen}>${json}</script>`;
    })
    .join('');
}
