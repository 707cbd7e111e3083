/** The starter's books, judged by DAISY's Ace for people who read with a screen reader or by ear. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/hub/config.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { publishStarter } from '../../src/hub/starter.ts';
import { aceFindings, ensureAce } from '../tools/ace.mjs';
import { booksIn } from './books.ts';

const hasAce = ensureAce();

let work = '';
let data = '';
beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'same-page-ace-'));
  const config = readConfig({ SAME_PAGE_DATA: path.join(work, 'data') });
  data = config.data;
  if (hasAce) await publishStarter(config, await openShelf(config), (line) => console.log(line));
}, 120_000);
afterAll(() => rm(work, { recursive: true, force: true }));

const judged = async (book: string): Promise<readonly string[]> =>
  aceFindings(book, await mkdtemp(path.join(work, 'judged-')));

describe.skipIf(!hasAce)('the book of every issue', () => {
  it('has nothing Ace would mend', async () => {
    const books = await booksIn(data);
    expect(books.length).toBeGreaterThan(5);
    const found: Record<string, readonly string[]> = {};
    for (const { id, file } of books) found[id] = await judged(file);
    expect(found).toEqual(Object.fromEntries(books.map(({ id }) => [id, []])));
  });

  it('is judged: a picture without its description is found out', async () => {
    const [book] = await booksIn(data);
    const file = path.join(work, 'poor.epub');
    await writeFile(file, await withoutDescriptions(await readFile(book?.file ?? '')));
    expect((await judged(file)).join('\n')).toMatch(/image-alt/u);
  });
});

/** The same book, with one picture more that says nothing. */
async function withoutDescriptions(book: Uint8Array): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const entry of await new ZipReader(new Uint8ArrayReader(book)).getEntries()) {
    if (entry.directory) continue;
    const bytes = await entry.getData(new Uint8ArrayWriter());
    const isPage = entry.filename.endsWith('title.xhtml');
    const picture = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>';
    const poorer = isPage
      ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('</body>', `${picture}</body>`))
      : bytes;
    await writer.add(entry.filename, new Uint8ArrayReader(poorer), {
      level: entry.filename === 'mimetype' ? 0 : 6,
    });
  }
  return writer.close();
}
