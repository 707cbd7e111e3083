// `npm run check`: everything that can be judged without running the product, each step on a line of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;
// Two lanes, as most machines have two processors; within one, in this order.
const TYPES = [
  ['types: pages', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types: core', bin('tsc'), ['-p', 'src/core/tsconfig.json']],
  ['types: service worker', bin('tsc'), ['-p', 'src/sw/tsconfig.json']],
  ['types: hub and authoring', bin('tsc'), ['-p', 'src/hub/tsconfig.json']],
  ['types: tests', bin('tsc'), ['-p', 'tests/tsconfig.json']],
];
const OTHERS = [
  ['build', node, ['src/hub/run/start.mjs', '--build-only']],
  ['budgets', node, ['tests/tools/budgets.mjs']],
  ['lint with layer rules', bin('oxlint'), ['--deny-warnings']],
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  ['dead code', bin('knip'), ['--config', 'tests/tools/knip.json']],
  ['translations', node, ['tests/tools/translations.mjs']],
];

// The budgets are those of a build made here and now, whatever a test left behind.
rmSync('dist/app.stamp', { force: true });

/** @returns {Promise<boolean>} whether all is well; what it printed is shown where not */
function runStep([name, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (printed += text));
    const end = (isGood) => {
      console.log(`${isGood ? '✓' : '✗'} ${name}`);
      if (!isGood) console.log(printed.trim());
      resolve(isGood);
    };
    child.on('error', (error) => {
      printed += error.message;
      end(false);
    });
    child.on('close', (status) => end(status === 0));
  });
}

const failed = [];
async function runLane(steps) {
  for (const step of steps) if (!(await runStep(step))) failed.push(step[0]);
}
await Promise.all([TYPES, OTHERS].map(runLane));
mkdirSync('dist/results', { recursive: true });
const total = TYPES.length + OTHERS.length;
const counts = { numPassedTests: total - failed.length, numFailedTests: failed.length };
writeFileSync('dist/results/check.json', JSON.stringify(counts));
if (failed.length > 0) console.log(`\nTo mend: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
