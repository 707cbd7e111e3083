import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobRef } from '../../reading/model.ts';
import { blobHref } from '../blob-href.ts';
import { crc32 } from './crc32.ts';
import { blobOf, catalogue, noise, open, readWhole, type Bytes } from './fixture.ts';
import { openPack } from './open-pack.ts';
import type { PackSource } from './pack-source.ts';
import type { BlobToPack } from './plan-volumes.ts';
import { centralRecord, endRecords, localHeader, type RecordFacts } from './zip-records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'same-page-writers-'));
afterAll(() => rmSync(folder, { recursive: true }));

function has(command: string, flag: string): boolean {
  try {
    execFileSync(command, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const hasZip = has('zip', '-v');
const hasUnzip = has('unzip', '-v');
const hasPython = has('python3', '--version');
const python = (script: string, ...args: string[]): string =>
  execFileSync('python3', ['-c', script, ...args], { cwd: folder, encoding: 'utf8' });

let blob: BlobToPack;
const content = noise(5000, 1);
beforeAll(async () => {
  blob = await blobOf(content);
  writeFileSync(path.join(folder, 'catalogue.jws'), catalogue);
  mkdirSync(path.dirname(path.join(folder, blob.ref.href)), { recursive: true });
  writeFileSync(path.join(folder, blob.ref.href), content);
});

async function contentsOf(file: string): Promise<{ text: string; blob: Bytes }> {
  const pack = await open(new Uint8Array(readFileSync(path.join(folder, file))));
  return { text: await pack.catalogue(), blob: await readWhole(pack, blob.ref) };
}
const whole = { text: catalogue, blob: content };

describe('a pack another program made is taken when it follows the rules', () => {
  it.skipIf(!hasZip)('Info-ZIP, with and without its time stamps', async () => {
    for (const [name, flags] of [
      ['bare', '-0DXq'],
      ['stamps', '-0Dq'],
      ['large', '-0DXqfz'],
    ] as const) {
      execFileSync('zip', [flags, `${name}.zip`, 'catalogue.jws', blob.ref.href], { cwd: folder });
      expect(await contentsOf(`${name}.zip`)).toEqual(whole);
    }
  });

  it.skipIf(!hasPython)('Python, also where it writes ZIP64 headers that are not needed', async () => {
    python(
      `import sys, zipfile
z = zipfile.ZipFile('py.zip', 'w', zipfile.ZIP_STORED)
for name in sys.argv[1:]:
    with z.open(zipfile.ZipInfo(name), 'w', force_zip64=True) as out: out.write(open(name, 'rb').read())
z.close()`,
      'catalogue.jws',
      blob.ref.href,
    );
    expect(await contentsOf('py.zip')).toEqual(whole);
  });

  it.skipIf(!hasZip)('and is refused when it compressed, or put the catalogue elsewhere', async () => {
    writeFileSync(path.join(folder, 'catalogue.jws'), catalogue.repeat(20));
    execFileSync('zip', ['-9DXq', 'deflated.zip', 'catalogue.jws', blob.ref.href], { cwd: folder });
    execFileSync('zip', ['-0DXq', 'last.zip', blob.ref.href, 'catalogue.jws'], { cwd: folder });
    writeFileSync(path.join(folder, 'catalogue.jws'), catalogue);
    await expect(contentsOf('deflated.zip')).rejects.toMatchObject({ fault: 'compressed' });
    await expect(contentsOf('last.zip')).rejects.toMatchObject({ fault: 'catalogue-not-first' });
  });
});

const GIGABYTE = 1024 ** 3;
const large: BlobRef = {
  href: blobHref('ab'.repeat(32), 'mp4'),
  sha256: 'ab'.repeat(32),
  size: 5 * GIGABYTE + 3,
  type: 'video/mp4',
};

/** The parts of a pack with 5 GiB of zeros in the middle, by their places; the zeros are nowhere. */
function sparse(): { parts: (readonly [at: number, bytes: Bytes])[]; size: number } {
  const parts: (readonly [number, Bytes])[] = [];
  const central: Bytes[] = [];
  let at = 0;
  const put = (bytes: Bytes): void => {
    parts.push([at, bytes]);
    at += bytes.byteLength;
  };
  const file = (name: string, size: number, data: Bytes | null): void => {
    const facts: RecordFacts = { name, size, offset: at };
    const crc = data === null ? 0 : crc32(data);
    central.push(centralRecord(facts, crc));
    put(localHeader(facts, crc));
    if (data === null) at += size;
    else put(data);
  };
  const text = new TextEncoder().encode(catalogue);
  file('catalogue.jws', text.byteLength, text);
  file(large.href, large.size, null);
  file(blob.ref.href, content.byteLength, content);
  const offset = at;
  for (const record of central) put(record);
  put(endRecords({ entries: central.length, size: at - offset, offset }));
  return { parts, size: at };
}

describe('a pack of more than 4 GiB', () => {
  it('is read to its last byte, in ZIP64, four megabytes at a time', async () => {
    const { parts, size } = sparse();
    let largest = 0;
    const source: PackSource = {
      size,
      async slice(start, end) {
        largest = Math.max(largest, end - start);
        const bytes = new Uint8Array(end - start);
        for (const [at, part] of parts) {
          const from = Math.max(at, start);
          const to = Math.min(at + part.byteLength, end);
          if (from < to) bytes.set(part.subarray(from - at, to - at), from - start);
        }
        return bytes;
      },
    };
    const pack = await openPack(source);
    expect(await pack.catalogue()).toBe(catalogue);
    expect(await readWhole(pack, blob.ref)).toEqual(content);
    expect(pack.find(blob.ref)?.offset).toBeGreaterThan(5 * GIGABYTE);
    expect((await readWhole(pack, large, 5 * GIGABYTE)).byteLength).toBe(3);
    let pieces = 0;
    for await (const piece of pack.read(large, 0)) {
      expect(piece.byteLength).toBe(4 * 1024 * 1024);
      if (++pieces === 20) break;
    }
    expect(largest).toBe(4 * 1024 * 1024);
  });

  it.skipIf(!hasPython || !hasUnzip)('is understood by unzip and Python', () => {
    const { parts, size } = sparse();
    const file = path.join(folder, 'large.zip');
    const handle = openSync(file, 'w');
    ftruncateSync(handle, size);
    for (const [at, part] of parts) writeSync(handle, part, 0, part.byteLength, at);
    closeSync(handle);
    expect(execFileSync('unzip', ['-l', file], { encoding: 'utf8' })).toContain(String(large.size));
    const last = execFileSync('unzip', ['-p', file, blob.ref.href]);
    expect(Buffer.compare(last, content)).toBe(0);
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print([i.file_size for i in z.infolist()], len(z.read(sys.argv[2])))';
    expect(python(script, file, blob.ref.href)).toContain(`${large.size}, 5000] 5000`);
  });
});
