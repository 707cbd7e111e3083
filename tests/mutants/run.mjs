// `node tests/mutants/run.mjs [words…]`: takes one guard out at a time, in a copy of the project, and runs the test that
// must then fail. With words only the mutants whose guard or file has one of them; without, all of them. What came out is
// kept in results.json, and the table in README.md is written from it. The lists are in lists/:
// {guard, file, remove, put?, test, project?, only?}; `remove` stands exactly once in the file, `put` is what takes its place,
// `only` are words of the one test of a long file that is to fail.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TABLE = path.join(root, 'tests/mutants/README.md');
const RESULTS = path.join(root, 'tests/mutants/results.json');
const NOT_COPIED = new Set(['node_modules', 'dist', '.git', 'bench-results']);
/** A test that waits for what never comes ends by its own limit; this is for one that does not. */
const LONGEST_MS = 600_000;

const words = process.argv.slice(2);
const all = await allMutants();
const mutants = all.filter(
  ({ guard, file }) =>
    words.length === 0 || words.some((word) => guard.includes(word) || file.includes(word)),
);
const scratch = copyOfProject();
let failures = 0;
try {
  const healthy = new Set();
  const results = {};
  for (const mutant of mutants) {
    const row = judge(mutant, healthy);
    console.log(`${row.isCaught ? '✓' : '✗'} ${mutant.guard}: ${row.verdict}`);
    if (!row.isCaught) failures++;
    results[mutant.guard] = row;
  }
  // Read only now: somebody else may have run others meanwhile.
  const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  writeTable({ ...before, ...results });
  console.log(`${mutants.length - failures} of ${mutants.length} caught`);
} finally {
  rmSync(path.dirname(scratch), { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);

async function allMutants() {
  const folder = path.join(root, 'tests/mutants/lists');
  const lists = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const loaded = await Promise.all(lists.sort().map((name) => import(path.join(folder, name))));
  return loaded.flatMap(({ MUTANTS }) => MUTANTS);
}

/** Beside `shared`, where the tests look for it. */
function copyOfProject() {
  const place = mkdtempSync(path.join(tmpdir(), 'same-page-mutants-'));
  const copy = path.join(place, 'project');
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => !NOT_COPIED.has(path.relative(root, source).split(path.sep)[0] ?? ''),
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const shared = path.resolve(root, '../shared');
  if (existsSync(shared)) symlinkSync(shared, path.join(place, 'shared'));
  return copy;
}

function judge({ file, remove, put = '', test, project = 'unit', only = '' }, healthy) {
  const target = path.join(scratch, file);
  const original = readFileSync(target, 'utf8');
  const found = original.split(remove).length - 1;
  if (found !== 1) return { isCaught: false, verdict: `stale: the guard stands ${found} times in ${file}` };
  if (!healthy.has(`${test} ${only}`)) {
    const { failed, passed } = runTest(test, project, only);
    if (failed.length > 0 || passed === 0)
      return { isCaught: false, verdict: `${test} fails without a mutant: ${failed[0] ?? 'nothing ran'}` };
    healthy.add(`${test} ${only}`);
  }
  writeFileSync(
    target,
    original.replace(remove, () => put),
  );
  const { failed } = runTest(test, project, only);
  writeFileSync(target, original);
  const [first] = failed;
  return first === undefined
    ? { isCaught: false, verdict: `survived ${test}` }
    : { isCaught: true, verdict: first };
}

/** Names of the tests that failed; a file that does not even load counts as one. */
function runTest(test, project, only) {
  const output = path.join(scratch, 'mutant.json');
  rmSync(output, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tests/vitest.config.ts',
      `--project=${project}`,
      '--bail=1',
      ...(only === '' ? [] : [`--testNamePattern=${only}`]),
      '--reporter=json',
      `--outputFile=${output}`,
      test,
    ],
    { cwd: scratch, encoding: 'utf8', timeout: LONGEST_MS, killSignal: 'SIGTERM' },
  );
  if (!existsSync(output))
    return { failed: [`did not end or run: ${run.stderr.trim().slice(-200)}`], passed: 0 };
  const report = JSON.parse(readFileSync(output, 'utf8'));
  const failed = report.testResults.flatMap(({ status, message, assertionResults }) => {
    const names = assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => result.fullName);
    return names.length === 0 && status === 'failed' ? [`does not load: ${message.slice(0, 120)}`] : names;
  });
  return { failed, passed: report.numPassedTests };
}

function writeTable(results) {
  const kept = all.map(({ guard }) => [guard, results[guard] ?? { isCaught: false, verdict: 'not run yet' }]);
  writeFileSync(RESULTS, JSON.stringify(Object.fromEntries(kept)));
  const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/gu, ' ').trim();
  const rows = all.map(({ guard, file, test }, at) => {
    const { isCaught, verdict } = kept[at][1];
    return `| ${cell(guard)} | \`${file}\` | \`${test}\` | ${isCaught ? 'yes' : '**no**'}: ${cell(verdict)} |`;
  });
  const caught = kept.filter(([, { isCaught }]) => isCaught).length;
  writeFileSync(
    TABLE,
    `# Mutants

Each guard below was taken out of a copy of the project, alone, and the test named beside it was run: it must fail.
Written by \`node tests/mutants/run.mjs\`; a new list goes into \`lists/\`. Caught: ${caught} of ${kept.length}.

| the guard taken out | where | test | fails |
| --- | --- | --- | --- |
${rows.join('\n')}
`,
  );
  spawnSync(path.join(root, 'node_modules/.bin/prettier'), ['--write', TABLE, RESULTS]);
}
