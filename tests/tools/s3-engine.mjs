// The real S3 engine of ../shared/tools/s3 for the tests of the hub's store: installed (root on Debian), started, and ended
// by whoever started it. Without it those tests are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = fileURLToPath(new URL('../../../shared/tools/s3', import.meta.url));
/** Installing 70 MB and starting from nothing; it never holds up the tests for longer. */
const longestMs = 300_000;

/** Where the engine is installed already it is up in half a minute, or it will not be. */
const installedMs = 120_000;
const isInstalled = () => spawnSync('sh', ['-c', 'command -v radosgw']).status === 0;

/** @param {string} script @param {string} folder @returns {Record<string, string> | null} the environment it prints */
export function startEngine(script, folder = tools) {
  const file = path.join(folder, script);
  const isRoot = process.getuid?.() === 0;
  if (!existsSync(file) || !isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null;
  const run = spawnSync('bash', [file], {
    encoding: 'utf8',
    timeout: isInstalled() ? installedMs : longestMs,
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

/** @param {string} script @param {string} folder */
export function stopEngine(script, folder = tools) {
  spawnSync('bash', [path.join(folder, script)], { stdio: 'ignore', timeout: 60_000 });
}

const answers = () =>
  spawnSync('curl', ['-fsS', '-m', '2', '-o', '/dev/null', 'http://127.0.0.1:7480/']).status === 0;

/**
 * Puts the engine's address into our environment. One that does not come up on what an earlier run left is started once more
 * from nothing, in a folder of its own: a test that is skipped proves nothing.
 * @returns {() => void} ends it, if it was started here
 */
export function withEngine({ folder = tools, isUp = answers } = {}) {
  const wasUp = isUp();
  let environment = startEngine('start.sh', folder);
  let fresh = null;
  if (environment === null && !wasUp && existsSync(path.join(folder, 'start.sh'))) {
    stopEngine('stop.sh', folder);
    fresh = mkdtempSync(path.join(tmpdir(), 's3-again-'));
    process.env['S3_HOME'] = fresh;
    console.warn('NOTE: the S3 engine is started once more, from nothing.');
    environment = startEngine('start.sh', folder);
  }
  const end = () => {
    if (!wasUp) stopEngine('stop.sh', folder);
    if (fresh === null) return;
    delete process.env['S3_HOME'];
    rmSync(fresh, { recursive: true, force: true });
  };
  if (environment === null) {
    console.warn('NOTE: no S3 engine can be installed here; the tests that need a bucket are SKIPPED.');
    end();
    return () => undefined;
  }
  Object.assign(process.env, environment);
  return end;
}
