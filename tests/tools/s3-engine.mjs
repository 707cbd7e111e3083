// The real S3 engine of ../shared/tools/s3 for the tests of the hub's store: installed (root on Debian), started, and ended
// by whoever started it. Without it those tests are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = fileURLToPath(new URL('../../../shared/tools/s3', import.meta.url));
/** Installing 70 MB and starting from nothing; it never holds up the tests for longer. */
const longestMs = 300_000;

/** @param {string} script @returns {Record<string, string> | null} the environment it prints */
export function startEngine(script) {
  const file = path.join(tools, script);
  const isRoot = process.getuid?.() === 0;
  if (!existsSync(file) || !isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null;
  const run = spawnSync('bash', [file], {
    encoding: 'utf8',
    timeout: longestMs,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status !== 0) {
    console.warn(`NOTE: ${script} did not start: ${(run.stderr ?? '').trim().split('\n').at(-1)}`);
    return null;
  }
  const pairs = run.stdout.split('\n').flatMap((line) => {
    const [, name, value] = /^(S3_[A-Z_]+)=(.*)$/u.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? '']];
  });
  return Object.fromEntries(pairs);
}

/** @param {string} script */
export function stopEngine(script) {
  spawnSync('bash', [path.join(tools, script)], { stdio: 'ignore', timeout: 60_000 });
}

const isUp = () =>
  spawnSync('curl', ['-fsS', '-m', '2', '-o', '/dev/null', 'http://127.0.0.1:7480/']).status === 0;

/** Puts the engine's address into our environment. @returns {() => void} ends it, if it was started here */
export function withEngine() {
  const wasUp = isUp();
  const environment = startEngine('start.sh');
  if (environment === null) {
    console.warn('NOTE: no S3 engine can be installed here; the tests that need a bucket are SKIPPED.');
    return () => undefined;
  }
  Object.assign(process.env, environment);
  return () => {
    if (!wasUp) stopEngine('stop.sh');
  };
}
