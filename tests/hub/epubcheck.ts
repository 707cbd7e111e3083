/** W3C's epubcheck, the tool libraries and bookshops judge books with. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Debian's package: an executable jar. */
const jar = '/usr/bin/epubcheck';
export const hasEpubcheck = existsSync(jar) && spawnSync('java', ['-version']).status === 0;
if (!hasEpubcheck) console.warn(`SKIPPED: the books are not checked, epubcheck (Debian) is not installed`);

interface Message {
  readonly ID: string;
  readonly severity: string;
  readonly message: string;
  readonly locations: readonly { readonly path: string; readonly line: number }[];
}

/** Errors and warnings of a book. */
export async function epubcheckFindings(book: string): Promise<string[]> {
  const work = await mkdtemp(path.join(tmpdir(), 'same-page-epub-'));
  try {
    // It wants the extension.
    const copy = path.join(work, 'book.epub');
    await copyFile(book, copy);
    const report = path.join(work, 'report.json');
    spawnSync('java', ['-jar', jar, copy, '--json', report, '-q'], { encoding: 'utf8' });
    const { messages }: { messages: readonly Message[] } = JSON.parse(await readFile(report, 'utf8'));
    return messages
      .filter(({ severity }) => !['INFO', 'USAGE', 'SUPPRESSED'].includes(severity))
      .map(({ ID, severity, message, locations: [place] }) =>
        [severity, ID, place?.path, place?.line, message].join(' '),
      );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
