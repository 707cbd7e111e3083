import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../config.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { runIssueCommand } from '../issue-command.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import { publishStarter } from '../starter.ts';
import { readShelf } from '../shelf-state.ts';
import { checkPack } from './check-pack.ts';
import { blobsOf, readCatalogue } from './issue-blobs.ts';
import { packIssues } from './pack-issues.ts';

let workshop: Workshop;
let shelf: OpenShelf;
let ids: string[];
let stick: string;

beforeAll(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  await publishStarter(workshop.config, shelf, () => undefined);
  const { publications } = await readShelf(shelf.store, shelf.keys.publicKey);
  ids = publications.map(({ metadata }) => metadata.samePage.id);
}, 120_000);
afterAll(() => workshop.clear());
beforeEach(async () => {
  stick = path.join(workshop.root, 'stick');
  await rm(stick, { recursive: true, force: true });
  await mkdir(stick);
});

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runIssueCommand(args, workshop.config, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: stick,
  });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

/** Damages a large blob of the shelf for as long as `work` runs. */
async function withDamaged(
  damage: (file: string) => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  const blobs = await shelf.store.listBlobs();
  const href = blobs.find((name) => name.endsWith('.mp4')) ?? '';
  const file = path.join(dataPaths(workshop.config.data).shelf, href);
  const backup = path.join(workshop.root, 'backup');
  await copyFile(file, backup);
  try {
    await damage(file);
    await work();
  } finally {
    await copyFile(backup, file);
  }
}

describe('issue -- pack', () => {
  it('writes the whole starter shelf, with progress, and what it wrote is whole and signed', async () => {
    const { exit, out } = await run('pack', 'club');
    expect(exit).toBe(0);
    expect(out).toContain(`已经打包 ${ids.length} 期`);
    expect(out.match(/\d+ %/gu)?.length).toBeGreaterThan(3);
    expect(await readdir(stick)).toEqual(['club.samepage.zip']);
    const check = await run('check', 'club.samepage.zip');
    expect(check).toMatchObject({ exit: 0, err: '' });
    for (const id of ids) expect(check.out).toContain(`✓ ${id}`);
    expect(
      execFileSync('unzip', ['-tq', path.join(stick, 'club.samepage.zip')], { encoding: 'utf8' }),
    ).toContain('No errors');
  });

  it('carries exactly the files a tablet was told the size of', async () => {
    const { catalogue } = await readCatalogue(shelf);
    for (const issue of catalogue.issues) {
      const [, ...native] = await blobsOf(issue, shelf);
      expect(native.reduce((sum, { size }) => sum + size, 0)).toBe(issue.sizeBytes);
    }
  });

  it('is the same file every time, while the shelf stays as it is', async () => {
    await run('pack', 'a.zip');
    await run('pack', 'b.samepage.zip');
    const [a, b] = await Promise.all(
      ['a', 'b'].map((name) => readFile(path.join(stick, `${name}.samepage.zip`))),
    );
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });

  it('takes only the issues asked for, and puts the file into a folder that is named', async () => {
    const [id = ''] = ids;
    const { exit } = await run('pack', '.', '--issues', id);
    expect(exit).toBe(0);
    const file = path.join(stick, 'same-page.samepage.zip');
    expect(await checkPack([file], shelf.keys.publicKey)).toMatchObject([{ id, missing: 0 }]);
  });

  it('splits into volumes below the limit, complete only together', async () => {
    const volumeBytes = 3_000_000;
    const { files } = await packIssues(
      { target: path.join(stick, 'v.samepage.zip'), ids: [], report: () => undefined, volumeBytes },
      shelf,
    );
    const names = (await readdir(stick)).sort();
    expect(names.length).toBeGreaterThan(1);
    expect(names).toContain('v-2.samepage.zip');
    for (const { path: file, sizeBytes } of files) {
      expect((await stat(file)).size).toBe(sizeBytes);
      expect(sizeBytes).toBeLessThanOrEqual(volumeBytes);
    }
    const all = await checkPack(
      files.map((file) => file.path),
      shelf.keys.publicKey,
    );
    expect(all.map(({ missing }) => missing)).toEqual(ids.map(() => 0));
  });
});

describe('what cannot be packed is said, and leaves nothing behind', () => {
  it('an issue nobody published', async () => {
    const { exit, err } = await run('pack', 'x', '--issues', '2030-01-nobody');
    expect(exit).toBe(1);
    expect(err).toContain('书架上没有 2030-01-nobody');
    expect(await readdir(stick)).toEqual([]);
  });

  it.each([
    ['damaged', (file: string) => changeByte(file), '坏了'],
    ['cut short', (file: string) => truncate(file, 1000), '坏了'],
    ['gone', (file: string) => rm(file), '不在书架上'],
  ] as const)('a blob that is %s', async (_what, damage, sentence) => {
    await withDamaged(damage, async () => {
      const { exit, err } = await run('pack', 'x');
      expect(exit).toBe(1);
      expect(err).toContain(sentence);
      expect(await readdir(stick)).toEqual([]);
    });
  });

  it('a place that cannot be written, or an empty shelf', async () => {
    await writeFile(path.join(stick, 'file'), '');
    expect((await run('pack', 'file/x')).err).toContain('不能写入');
    const empty = await openWorkshop();
    const err: string[] = [];
    await runIssueCommand(['pack', 'x'], empty.config, {
      out: () => undefined,
      err: (line) => err.push(line),
      cwd: stick,
    });
    await empty.clear();
    expect(err.join()).toContain('书架上还没有月刊');
  });

  it('an order that makes no sense', async () => {
    for (const args of [
      ['pack'],
      ['pack', 'x', '--issues'],
      ['pack', 'x', 'y'],
      ['pack', '--issues', 'x'],
      ['check'],
    ])
      expect((await run(...args)).exit).toBe(2);
  });
});

describe('issue -- check', () => {
  it('names the issue whose file was changed', async () => {
    const [id = ''] = ids;
    await run('pack', 'x', '--issues', id);
    const file = path.join(stick, 'x.samepage.zip');
    await changeByte(file);
    const { exit, err } = await run('check', 'x.samepage.zip');
    expect(exit).toBe(1);
    expect(err).toContain(`✗ ${id}`);
  });

  it('refuses another shelf’s pack, a broken copy and a file that is none, each with its sentence', async () => {
    const [id = ''] = ids;
    await run('pack', 'x', '--issues', id);
    const file = path.join(stick, 'x.samepage.zip');
    const other = await openWorkshop();
    const { keys } = await openShelf(other.config);
    await expect(checkPack([file], keys.publicKey)).rejects.toMatchObject({ fault: 'pack-not-ours' });
    await other.clear();
    await truncate(file, 5000);
    expect((await run('check', 'x.samepage.zip')).err).toContain('只复制了一半');
    await writeFile(file, '<!doctype html>'.repeat(10));
    expect((await run('check', 'x.samepage.zip')).err).toContain('这个文件不是离线包');
    expect((await run('check', 'nothing.zip')).err).toContain('读不到');
  });
});

/** In the middle of the file, which is a medium. */
async function changeByte(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, Math.floor(size / 2));
  byte[0] = (byte[0] ?? 0) ^ 1;
  await handle.write(byte, 0, 1, Math.floor(size / 2));
  await handle.close();
}
