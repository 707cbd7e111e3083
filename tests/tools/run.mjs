// Runs vitest projects and leaves their counts in dist/results/<name>.json for the closing line of .ci/run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { writeBenchTable } from './bench-table.mjs';
import { ensureTools } from './chromium.mjs';
import { withEngine } from './s3-engine.mjs';

const SETS = { test: ['unit', 'browser'], faults: ['faults', 'alone'], bench: ['bench'] };

const [name = '', ...rest] = process.argv.slice(2);
const projects = SETS[name];
if (!projects) {
  console.error(`Which set? ${Object.keys(SETS).join(', ')}`);
  process.exit(2);
}
try {
  ensureTools();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
mkdirSync('dist/results', { recursive: true });
if (name === 'bench') rmSync('bench-results/rows', { recursive: true, force: true });
const endEngine = name === 'bench' ? () => undefined : withEngine();
const result = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=tests/vitest.config.ts',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=dist/results/${name}.json`,
    ...rest,
  ],
  { stdio: 'inherit' },
);
endEngine();
if (name === 'bench') writeBenchTable();
process.exit(result.status ?? 1);
