/** The books of real issues, judged by W3C's epubcheck, the tool libraries and bookshops judge with. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/hub/config.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { publishStarter } from '../../src/hub/starter.ts';
import { hasMaterial, makeRealIssues, type RealIssues } from '../fixtures/real-issues.ts';
import { booksIn } from './books.ts';

/** Debian's package: an executable jar. */
const jar = '/usr/bin/epubcheck';
const hasEpubcheck = existsSync(jar) && spawnSync('java', ['-version']).status === 0;
if (!hasEpubcheck) console.warn(`SKIPPED: the books are not checked, epubcheck (Debian) is not installed`);

interface Message {
  readonly ID: string;
  readonly severity: string;
  readonly message: string;
  readonly locations: readonly { readonly path: string; readonly line: number }[];
}

let work: string;
let real: RealIssues | undefined;
const dataFolders: string[] = [];

/** Errors and warnings; epubcheck wants the extension. */
async function findingsOf(file: string, id: string): Promise<string[]> {
  const copy = path.join(work, `${id}.epub`);
  await copyFile(file, copy);
  const report = path.join(work, `${id}.json`);
  spawnSync('java', ['-jar', jar, copy, '--json', report, '-q'], { encoding: 'utf8' });
  const { messages }: { messages: readonly Message[] } = JSON.parse(await readFile(report, 'utf8'));
  return messages
    .filter(({ severity }) => !['INFO', 'USAGE', 'SUPPRESSED'].includes(severity))
    .map(({ ID, severity, message, locations: [place] }) =>
      [severity, ID, place?.path, place?.line, message].join(' '),
    );
}

beforeAll(async () => {
  if (!hasEpubcheck) return;
  work = await mkdtemp(path.join(tmpdir(), 'same-page-epub-'));
  const config = readConfig({ SAME_PAGE_DATA: path.join(work, 'data') });
  await publishStarter(config, await openShelf(config), (line) => console.log(line));
  dataFolders.push(config.data);
  if (!hasMaterial) return;
  real = await makeRealIssues();
  const added = real.issue('add', '2026-12-silent-world', '2026-12-new-sisters');
  if (added.status !== 0) throw new Error(added.output);
  dataFolders.push(real.data);
}, 240_000);
afterAll(async () => {
  await real?.remove();
  if (hasEpubcheck) await rm(work, { recursive: true, force: true });
});

describe.skipIf(!hasEpubcheck)('the book of every issue', () => {
  it('has no error and no warning in epubcheck', async () => {
    const books = (await Promise.all(dataFolders.map(booksIn))).flat();
    expect(books.length).toBe(hasMaterial ? 8 : 6);
    const found: Record<string, string[]> = {};
    for (const { id, file } of books) found[id] = await findingsOf(file, id);
    expect(found).toEqual(Object.fromEntries(books.map(({ id }) => [id, []])));
  }, 240_000);
});
