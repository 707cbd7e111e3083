/** How the tests come by a real bucket. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withEngine } from './s3-engine.mjs';

const isRoot = process.getuid?.() === 0;
const before = { ...process.env };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-engine-'));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await writeFile(path.join(folder, 'stop.sh'), `echo "stop \${S3_HOME:-old}" >> ${folder}/log\n`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await rm(folder, { recursive: true, force: true });
});

const start = (script: string): Promise<void> =>
  writeFile(path.join(folder, 'start.sh'), `echo "start \${S3_HOME:-old}" >> ${folder}/log\n${script}\n`);
const log = async (): Promise<readonly string[]> =>
  (await readFile(path.join(folder, 'log'), 'utf8')).trim().split('\n');
const engine = () => withEngine({ folder, isUp: () => false });

it.runIf(isRoot)(
  'an engine that does not come up on what is left of an earlier one is started from nothing',
  async () => {
    delete process.env['S3_HOME'];
    await start('[ -n "$S3_HOME" ] || exit 1\necho S3_ENDPOINT=http://127.0.0.1:9');
    const end = engine();
    const fresh = process.env['S3_HOME'] ?? '';
    expect(fresh).not.toBe('');
    expect(process.env['S3_ENDPOINT']).toBe('http://127.0.0.1:9');
    end();
    expect(await log()).toEqual(['start old', 'stop old', `start ${fresh}`, `stop ${fresh}`]);
  },
);

it.runIf(isRoot)(
  'one that does not come up even then is said to be missing, and nothing is left of it',
  async () => {
    delete process.env['S3_HOME'];
    await start('exit 1');
    const end = engine();
    expect(vi.mocked(console.warn).mock.lastCall?.[0]).toMatch(/SKIPPED/u);
    end();
    const steps = (await log()).map((line) => line.split(' ')[0]);
    expect(steps).toEqual(['start', 'stop', 'start', 'stop']);
    expect(process.env['S3_HOME']).toBeUndefined();
  },
);

it.runIf(isRoot)('one that comes up is started once', async () => {
  await start('echo S3_ENDPOINT=http://127.0.0.1:9');
  engine()();
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['start', 'stop']);
});
