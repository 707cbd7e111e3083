/**
 * DAISY's Ace, which judges what a book promises to people who read with a screen reader or by ear. No dependency of the project: its
 * puppeteer would fetch a browser of its own with every `npm ci`. It is put beside the build when a test asks for it.
 *
 * `node ace.mjs <book.epub> <empty folder>` prints what Ace finds, as JSON.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const HOME = fileURLToPath(new URL('../../dist/tools/ace/', import.meta.url));
const PACKAGES = ['@daisy/ace-core@1.4.6', '@daisy/ace-axe-runner-puppeteer@1.4.6'];

/** @returns {boolean} whether it is there; says loudly when it is not */
export function ensureAce() {
  if (existsSync(join(HOME, 'installed'))) return true;
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, 'package.json'), '{ "private": true }');
  const install = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], {
    cwd: HOME,
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (install.status !== 0) {
    console.warn(`SKIPPED: the books are not judged by Ace, which could not be installed\n${install.stderr}`);
    return false;
  }
  writeFileSync(join(HOME, 'installed'), PACKAGES.join('\n'));
  return true;
}

/** @returns {string[]} one line for each finding */
export function aceFindings(book, folder) {
  const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), book, folder], {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: findChromium() ?? '' },
  });
  if (run.status !== 0) throw new Error(`Ace did not come to an end: ${run.stderr || run.stdout}`);
  return JSON.parse(run.stdout);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , book, folder] = process.argv;
  const require = createRequire(join(HOME, 'package.json'));
  const ace = require('@daisy/ace-core');
  const runner = require('@daisy/ace-axe-runner-puppeteer');
  const options = { cwd: folder, outdir: 'report', tmpdir: 'work', silent: true, initLogger: true };
  const [, report] = await ace(book, options, runner);
  if (report.assertions.length === 0) throw new Error('Ace looked at nothing');
  const found = report.assertions.flatMap(({ 'earl:testSubject': subject, assertions }) =>
    assertions.map(({ 'earl:test': test, 'earl:result': result }) =>
      [subject.url, test['dct:title'], result['dct:description']].join(' · '),
    ),
  );
  console.log(JSON.stringify(found));
  process.exit(0);
}
