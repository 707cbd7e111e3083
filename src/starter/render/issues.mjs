/** The issue folders as the publisher reads them, so that sentence numbers here are the sentence numbers there. */
import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const ISSUES = fileURLToPath(new URL('../issues/', import.meta.url));

export const listIssues = async () => (await readdir(ISSUES)).toSorted();

/** Our TypeScript, run in place. `close()` when done. */
export async function openAuthoring() {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const { readIssueFolder } = await server.ssrLoadModule('/src/authoring/issue-folder.ts');
  const { openNodeFolder } = await server.ssrLoadModule('/src/authoring/node-folder.ts');
  return {
    read: (id) => readIssue(id, (folder) => readIssueFolder(openNodeFolder(folder))),
    close: () => server.close(),
  };
}

function sentencesOf(reading) {
  const blocks = reading.blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences,
  );
  return blocks.map(({ id, words }) => ({
    id,
    words,
    text: words
      .map((word) => word.text)
      .join('')
      .trim(),
  }));
}

/**
 * An issue's pieces with their sentences (reading order, plain versions left out), tracks, captions and terms. Sentence
 * ids are written back, since the cue files name them.
 */
async function readIssue(id, readFolder) {
  const folder = join(ISSUES, id);
  const source = await readFolder(folder);
  for (const { file, text } of source.writes) await writeFile(join(folder, file), text);
  return {
    folder,
    meta: source.issue,
    problems: source.problems,
    terms: source.terms,
    pieces: source.pieces.map((piece) => ({ ...piece, sentences: sentencesOf(piece.reading) })),
  };
}
