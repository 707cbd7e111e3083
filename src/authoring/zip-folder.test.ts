import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../core/shelf/pack/crc32.ts';
import { build, type HostileEntry } from '../core/shelf/pack/hostile-fixture.ts';
import { readIssueFolder } from './issue-folder.ts';
import { openNodeFolder } from './node-folder.ts';
import { describeZipError, ZipError, type ZipFault } from './zip-error.ts';
import { ZIP_LIMITS } from './zip-entries.ts';
import { openZipFolder, type ZipSource } from './zip-folder.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const sourceOf = (bytes: Bytes): ZipSource => ({
  size: bytes.byteLength,
  slice: async (start, end) => bytes.slice(start, end),
});
const text = (words: string): Bytes => new TextEncoder().encode(words);
const issue: HostileEntry = { name: 'issue.json', data: text('{}') };
const stored = (
  name: string | Uint8Array,
  data = text('x'),
  more: Partial<HostileEntry> = {},
): HostileEntry => ({
  name,
  data,
  ...more,
});
function deflated(name: string, data: Bytes, claimed = data.byteLength): HostileEntry {
  const small = Uint8Array.from(deflateRawSync(data));
  const fields = { method: 8, size: claimed, stored: small.byteLength, crc: crc32(data) };
  return { name, data: small, both: fields };
}

async function faultOf(work: () => Promise<unknown>): Promise<ZipFault | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ZipError) return error.fault;
    throw error;
  }
}
const faultOfZip = (entries: readonly HostileEntry[]): Promise<ZipFault | null> =>
  faultOf(async () => {
    const folder = await openZipFolder(sourceOf(build(entries)));
    for (const file of await folder.list()) await folder.readBytes(file);
  });

let work = '';
const starter = path.resolve(import.meta.dirname, '../starter/issues/2026-11-silent-world');
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'same-page-zip-'));
});
afterAll(() => rmSync(work, { recursive: true }));

describe('a folder that a person zipped', () => {
  const hasZip = existsSync('/usr/bin/zip');
  it.skipIf(!hasZip)(
    'reads as the folder itself does, the folder around it or not, deflated or stored',
    async () => {
      const plain = await readIssueFolder(openNodeFolder(starter));
      for (const [name, cwd, what] of [
        ['inside.zip', starter, ['-0', '.']],
        ['around.zip', path.dirname(starter), ['-9', path.basename(starter)]],
      ] as const) {
        const file = path.join(work, name);
        execFileSync('zip', ['-q', '-r', what[0], file, what[1]], { cwd });
        const folder = await openZipFolder(sourceOf(Uint8Array.from(readFileSync(file))));
        expect(await folder.list()).toEqual(await openNodeFolder(starter).list());
        expect((await readIssueFolder(folder)).issue).toEqual(plain.issue);
      }
    },
  );

  it.skipIf(!hasZip)('with a link in it is refused', async () => {
    const folder = path.join(work, 'linked');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'issue.json'), '{}');
    symlinkSync('/etc/hostname', path.join(folder, 'secret.txt'));
    const file = path.join(work, 'linked.zip');
    execFileSync('zip', ['-q', '-r', '--symlinks', file, '.'], { cwd: folder });
    const bytes = Uint8Array.from(readFileSync(file));
    expect(await faultOf(() => openZipFolder(sourceOf(bytes)))).toBe('link');
  });

  it('may have names in GBK, as a Chinese Windows writes them, and what a Mac leaves lying about', async () => {
    const name = Uint8Array.from([0xd0, 0xc2, 0x2e, 0x6d, 0x64]);
    const entries = [issue, stored(name), stored('__MACOSX/._issue.json'), stored('.DS_Store')];
    const folder = await openZipFolder(sourceOf(build(entries)));
    expect(await folder.list()).toEqual(['issue.json', '新.md']);
  });

  it('is unpacked piece by piece, right to the last byte', async () => {
    const film = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * at) >>> 3);
    const folder = await openZipFolder(sourceOf(build([issue, deflated('media/film.mp4', film)])));
    const pieces: Bytes[] = [];
    for await (const piece of folder.stream('media/film.mp4')) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(film)).toBe(true);
  });
});

describe('an archive that is no folder of an issue', () => {
  it.each<[string, ZipFault, HostileEntry[]]>([
    ['leads out of the folder', 'unsafe', [issue, stored('../evil.txt')]],
    ['leads out of it on Windows', 'unsafe', [issue, stored('..\\evil.txt')]],
    ['has an absolute name', 'unsafe', [issue, stored('/etc/cron.d/x')]],
    ['has a drive letter', 'unsafe', [issue, stored('C:/x')]],
    ['has a device’s name', 'unsafe', [issue, stored('media/aux.mp4')]],
    ['has a name Windows cuts short', 'unsafe', [issue, stored('media./x')]],
    ['shows another name than it has', 'unsafe', [issue, stored('x\u202egpj.exe')]],
    ['has names that differ in case only', 'duplicate', [issue, stored('a.md'), stored('A.md')]],
    [
      'has names that differ in Unicode form only',
      'duplicate',
      [issue, stored('é.md'), stored('e\u0301.md')],
    ],
    ['has one name twice', 'ambiguous', [issue, stored('a.md'), stored('a.md')]],
    ['has a password', 'encrypted', [issue, stored('a.md', text('x'), { both: { flags: 1 } })]],
    ['has no issue in it', 'no-issue', [stored('a.md')]],
    ['has an issue too deep inside', 'no-issue', [stored('a/b/issue.json'), stored('c.md')]],
    ['unpacks to a thousand times its size', 'bomb', [issue, deflated('a.md', new Uint8Array(20_000_000))]],
    ['is wrong at the checksum', 'damaged', [issue, stored('a.md', text('x'), { both: { crc: 1 } })]],
    [
      'has two files in the same bytes',
      'overlap',
      [issue, stored('a.md'), stored('b.md', text('x'), { isGhost: true, central: { offset: 0 } })],
    ],
  ])('%s: refused as %s', async (_what, fault, entries) => {
    expect(await faultOfZip(entries)).toBe(fault);
  });

  it('lies about a size: not one piece more than it claimed is taken', async () => {
    const fault = await faultOfZip([issue, deflated('a.md', new Uint8Array(5_000_000), 10)]);
    expect(fault).not.toBeNull();
  });

  it('is larger than an issue may be, one file or all together', async () => {
    const source = sourceOf(
      build([issue, stored('a.mp4', new Uint8Array(60)), stored('b.mp4', new Uint8Array(60))]),
    );
    expect(await faultOf(() => openZipFolder(source, { ...ZIP_LIMITS, maxFileBytes: 50 }))).toBe('too-large');
    expect(await faultOf(() => openZipFolder(source, { ...ZIP_LIMITS, maxTotalBytes: 100 }))).toBe(
      'too-large',
    );
    expect(await faultOf(() => openZipFolder(source, { ...ZIP_LIMITS, maxTotalBytes: 150 }))).toBeNull();
  });

  it('with thousands of files is not read to the end of its list', async () => {
    const many = Array.from({ length: ZIP_LIMITS.maxFiles + 1 }, (_, at) => stored(`${at}.md`));
    expect(await faultOfZip([issue, ...many])).toBe('too-many');
  });

  it('or is no archive at all', async () => {
    expect(await faultOf(() => openZipFolder(sourceOf(text('<!doctype html>'))))).toBe('not-a-zip');
    expect(await faultOf(() => openZipFolder(sourceOf(new Uint8Array())))).toBe('not-a-zip');
    const whole = build([issue, stored('a.md')]);
    expect(await faultOf(() => openZipFolder(sourceOf(whole.slice(0, -30))))).toBe('not-a-zip');
  });

  it('is said with the name and the cure, in both languages', () => {
    const error = new ZipError('link', 'media/x.mp4');
    expect(describeZipError(error)).toMatch(/media\/x\.mp4.*换成真的文件/u);
    expect(describeZipError(error, 'en')).toMatch(/media\/x\.mp4.*real file/u);
  });
});

describe('the collection of hostile archives', () => {
  const collection = path.resolve(import.meta.dirname, '../../../shared/data/zip');
  it.skipIf(!existsSync(collection))(
    'is refused, each and every one, quickly and in little memory',
    async () => {
      const names = ['derived', 'snyk-zip-slip'].flatMap((folder) =>
        readdirSync(path.join(collection, folder)).map((name) => path.join(collection, folder, name)),
      );
      const started = performance.now();
      const faults: Record<string, ZipFault | null> = {};
      for (const name of names.filter((file) => file.endsWith('.zip'))) {
        const bytes = Uint8Array.from(readFileSync(name));
        faults[path.basename(name)] = await faultOf(async () => {
          const folder = await openZipFolder(sourceOf(bytes));
          for (const file of await folder.list()) await folder.readBytes(file);
        });
      }
      expect(faults).toMatchObject({
        'bomb-many-entries-5000.zip': 'too-many',
        'overlap-200x1MiB.zip': 'overlap',
        'symlinks.zip': 'link',
        'names-traversal.zip': 'unsafe',
        'zip-slip.zip': 'unsafe',
        'zip-slip-win.zip': 'unsafe',
        'not-a-zip.zip': 'not-a-zip',
        'truncated.zip': 'not-a-zip',
      });
      expect(Object.entries(faults).filter(([, fault]) => fault === null)).toEqual([]);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
