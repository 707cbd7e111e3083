/** The unit of the deployment guide, read by systemd itself. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const analyze = '/usr/bin/systemd-analyze';
const hasSystemd = existsSync(analyze);
if (!hasSystemd) console.warn('SKIPPED: the systemd unit is not looked at, systemd-analyze is not installed');

let folder: string;
let unit: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-unit-'));
  unit = path.join(folder, 'same-page.service');
  const text = await readFile('src/hub/deploy/same-page.service', 'utf8');
  // The programs of the guide's machine, where they are on this one.
  await writeFile(unit, text.replace('/usr/bin/node', process.execPath).replace(/^Documentation=.*$/mu, ''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(analyze, args, { encoding: 'utf8' });

describe.skipIf(!hasSystemd)('the systemd unit', () => {
  it('has nothing systemd does not understand', () => {
    const { status, stdout, stderr } = run('verify', unit);
    // Other units of the machine are read along and may have faults of their own.
    const own = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('same-page'));
    expect({ status, own }).toEqual({ status: 0, own: [] });
  });

  it('is a sandbox: little is left for whoever gets in', () => {
    const { status, stdout } = run('security', '--offline=true', '--threshold=20', unit);
    expect(stdout).toContain('Overall exposure level');
    expect(status).toBe(0);
  });
});
