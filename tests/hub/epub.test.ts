/** A book of this month, judged by epubcheck; the books of all issues are `epub.faults.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/hub/config.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { publishStarter } from '../../src/hub/starter.ts';
import { booksIn } from './books.ts';
import { epubcheckFindings, hasEpubcheck } from './epubcheck.ts';

let data = '';
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-book-'));
  const config = readConfig({ SAME_PAGE_DATA: data });
  if (hasEpubcheck) await publishStarter(config, await openShelf(config), () => undefined);
}, 120_000);
afterAll(() => rm(data, { recursive: true, force: true }));

it.skipIf(!hasEpubcheck)(
  'the book of a month has no error and no warning in epubcheck',
  async () => {
    const book = (await booksIn(data)).find(({ id }) => id === '2026-11-silent-world');
    expect(await epubcheckFindings(book?.file ?? '')).toEqual([]);
  },
  120_000,
);
