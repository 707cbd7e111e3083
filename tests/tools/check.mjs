// `npm run check`: everything that can be judged without running the product, each step on its own line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;
const STEPS = [
  ['types: pages', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types: core', bin('tsc'), ['-p', 'src/core/tsconfig.json']],
  ['types: service worker', bin('tsc'), ['-p', 'src/sw/tsconfig.json']],
  ['types: hub and authoring', bin('tsc'), ['-p', 'src/hub/tsconfig.json']],
  ['types: tests', bin('tsc'), ['-p', 'tests/tsconfig.json']],
  ['lint with layer rules', bin('oxlint'), ['--deny-warnings']],
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  ['dead code', bin('knip'), ['--config', 'tests/tools/knip.json']],
  ['translations', node, ['tests/tools/translations.mjs']],
  ['build', node, ['src/hub/run/start.mjs', '--build-only']],
  ['budgets', node, ['tests/tools/budgets.mjs']],
];

// The budgets are those of a build made here and now, whatever a test left behind.
rmSync('dist/app.stamp', { force: true });

const failed = [];
for (const [name, command, args] of STEPS) {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  const isGood = run.status === 0;
  console.log(`${isGood ? '✓' : '✗'} ${name}`);
  if (!isGood) {
    failed.push(name);
    console.log(`${run.stdout}${run.stderr}`.trim());
  }
}
mkdirSync('dist/results', { recursive: true });
const counts = { numPassedTests: STEPS.length - failed.length, numFailedTests: failed.length };
writeFileSync('dist/results/check.json', JSON.stringify(counts));
if (failed.length > 0) console.log(`\nTo mend: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
