/** The books of every issue of the starter and of real ones, judged by epubcheck. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/hub/config.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { publishStarter } from '../../src/hub/starter.ts';
import { hasMaterial, makeRealIssues, type RealIssues } from '../fixtures/real-issues.ts';
import { booksIn } from './books.ts';
import { epubcheckFindings, hasEpubcheck } from './epubcheck.ts';

let data = '';
let real: RealIssues | undefined;

beforeAll(async () => {
  if (!hasEpubcheck) return;
  data = await mkdtemp(path.join(tmpdir(), 'same-page-books-'));
  const config = readConfig({ SAME_PAGE_DATA: data });
  await publishStarter(config, await openShelf(config), () => undefined);
  if (!hasMaterial) return;
  real = await makeRealIssues();
  const added = real.issue('add', '2026-12-silent-world', '2026-12-new-sisters');
  if (added.status !== 0) throw new Error(added.output);
}, 240_000);
afterAll(async () => {
  await real?.remove();
  if (data !== '') await rm(data, { recursive: true, force: true });
});

describe.skipIf(!hasEpubcheck)('the book of every issue', () => {
  it('has no error and no warning in epubcheck', async () => {
    const books = [...(await booksIn(data)), ...(real ? await booksIn(real.data) : [])];
    expect(books.length).toBe(hasMaterial ? 8 : 6);
    const found: Record<string, string[]> = {};
    for (const { id, file } of books) found[id] = await epubcheckFindings(file);
    expect(found).toEqual(Object.fromEntries(books.map(({ id }) => [id, []])));
  }, 240_000);
});
