import { beforeAll, describe, expect, it } from 'vitest';
import { blobOf, faultOf, noise, open, readWhole, type Bytes } from './fixture.ts';
import {
  blobEntry,
  build,
  catalogueEntry,
  zip64Extra,
  type Around,
  type HostileEntry,
} from './hostile-fixture.ts';
import { openPack } from './open-pack.ts';
import type { PackFault } from './pack-error.ts';
import type { PackSource } from './pack-source.ts';

let one: HostileEntry;
let two: HostileEntry;
beforeAll(async () => {
  one = await blobEntry(1);
  two = await blobEntry(2);
});
const SATURATED = 0xffffffff;
const junk = (size: number): Bytes => new Uint8Array(size).fill(65);
const pack = (entries: readonly HostileEntry[], around?: Around): Bytes =>
  build([catalogueEntry, ...entries], around);

describe('an honest archive made by hand', () => {
  it('is taken, with ZIP64 records and other writers’ time stamps too', async () => {
    expect(await faultOf(pack([one, two]))).toBe('taken');
    const stamps = Uint8Array.of(0x55, 0x54, 5, 0, 3, 1, 2, 3, 4);
    expect(await faultOf(pack([{ ...one, both: { extra: stamps } }, two], { end64: {} }))).toBe('taken');
    const large = { size: SATURATED, stored: SATURATED, extra: zip64Extra(200, 200) };
    expect(await faultOf(pack([{ ...one, both: large }]))).toBe('taken');
    // Python writes the large form into the file's own header only.
    expect(await faultOf(pack([{ ...one, local: large }, two]))).toBe('taken');
  });

  it('may carry nothing but a catalogue', async () => {
    expect(await faultOf(pack([]))).toBe('taken');
  });
});

type Case = readonly [what: string, fault: PackFault, make: () => Bytes];
const cases: readonly Case[] = [
  ['an empty file', 'not-a-zip', () => new Uint8Array()],
  [
    'a sign-in page',
    'not-a-zip',
    () => new TextEncoder().encode('<!doctype html><title>Wi-Fi</title>'.repeat(9)),
  ],
  ['a file cut in the middle', 'truncated', () => pack([one, two]).slice(0, 400)],
  ['a file without its beginning', 'truncated', () => pack([one, two]).slice(100)],
  ['something before the first file', 'junk', () => pack([one], { before: junk(9) })],
  ['a program with a pack behind it', 'junk', () => pack([one], { before: junk(4000) })],
  ['something between two files', 'junk', () => pack([{ ...one, after: junk(9) }, two])],
  ['much between two files', 'junk', () => pack([{ ...one, after: junk(9000) }, two])],
  ['something before the list', 'junk', () => pack([one], { beforeDirectory: junk(9) })],
  ['something before the end record', 'junk', () => pack([one], { beforeEnd: junk(9) })],
  ['something after the end', 'junk', () => pack([one], { after: junk(9) })],
  ['a comment', 'junk', () => pack([one], { comment: junk(9) })],
  ['a comment that is promised and not there', 'junk', () => pack([one], { comment: junk(9) }).slice(0, -9)],
  ['a comment that is another end record', 'junk', () => pack([one], { comment: build([]).slice(-22) })],
  ['a comment on one file', 'inconsistent', () => pack([{ ...one, central: { comment: junk(3) } }])],
  ['several discs', 'multi-disk', () => pack([one], { end: { disk: 1 } })],
  ['a file on another disc', 'multi-disk', () => pack([{ ...one, central: { disk: 2 } }])],
  ['fewer entries on this disc than in all', 'multi-disk', () => pack([one], { end: { entriesHere: 1 } })],
  [
    'more entries than any pack',
    'too-many-entries',
    () => pack([one], { end: { entries: 40_000, entriesHere: 40_000 } }),
  ],
  [
    'a count that is not the list’s',
    'inconsistent',
    () => pack([one, two], { end: { entries: 2, entriesHere: 2 } }),
  ],
  ['a list larger than any pack’s', 'too-large', () => pack([one], { end: { size: 9_000_000 } })],
  ['a list that ends after the file', 'truncated', () => pack([one], { end: { size: 9000 } })],
  ['a list that begins too early', 'inconsistent', () => withDirectoryShift(-7)],
  ['ZIP64 promised and absent', 'zip64-lies', () => pack([one], { end: { offset: SATURATED } })],
  ['ZIP64 end records that differ', 'zip64-lies', () => pack([one], { end64: { entries: 7 } })],
  ['a ZIP64 locator leading elsewhere', 'zip64-lies', () => pack([one], { end64: { locator: 3 } })],
  ['a size beyond every number', 'zip64-lies', () => pack([one], { end64: { size: 2 ** 60 } })],
  [
    'a ZIP64 size of one file that is absent',
    'zip64-lies',
    () => pack([{ ...one, both: { size: SATURATED } }]),
  ],
  [
    'a ZIP64 field nobody asked for',
    'zip64-lies',
    () => pack([{ ...one, both: { extra: zip64Extra(200) } }]),
  ],
  [
    'a ZIP64 field too long',
    'zip64-lies',
    () => pack([{ ...one, central: { size: SATURATED, stored: SATURATED, extra: zip64Extra(200, 200, 0) } }]),
  ],
  [
    'two ZIP64 fields',
    'zip64-lies',
    () => pack([{ ...one, both: { extra: new Uint8Array([...zip64Extra(), ...zip64Extra()]) } }]),
  ],
  [
    'a cut extra field',
    'inconsistent',
    () => pack([{ ...one, both: { extra: Uint8Array.of(1, 0, 99, 0) } }]),
  ],
  [
    'a second name in an extra field',
    'inconsistent',
    () => pack([{ ...one, both: { extra: Uint8Array.of(0x75, 0x70, 0, 0) } }]),
  ],
  ['encryption', 'encrypted', () => pack([{ ...one, both: { flags: 1 } }])],
  ['AES encryption', 'encrypted', () => pack([{ ...one, both: { method: 99 } }])],
  ['compression', 'compressed', () => pack([{ ...one, both: { method: 8 } }])],
  ['a size after the data', 'inconsistent', () => pack([{ ...one, both: { flags: 8 } }])],
  ['two sizes of one stored file', 'wrong-size', () => pack([{ ...one, central: { size: 5_000_000 } }])],
  [
    'another size in the file’s own header',
    'wrong-size',
    () => pack([{ ...one, local: { size: 10, stored: 10 } }]),
  ],
  [
    'another name in the file’s own header',
    'inconsistent',
    () => pack([{ ...one, local: { name: Uint8Array.from(two.name as string, (c) => c.charCodeAt(0)) } }]),
  ],
  ['another method in the file’s own header', 'inconsistent', () => pack([{ ...one, local: { method: 8 } }])],
  ['another checksum in the file’s own header', 'inconsistent', () => pack([{ ...one, local: { crc: 1 } }])],
  [
    'two files on the same bytes',
    'overlap',
    () => pack([one, { ...two, isGhost: true, central: { offset: 81, size: 200, stored: 200 } }]),
  ],
  [
    'a file beginning inside another',
    'overlap',
    () => pack([one, two, { ...ghost('c'), central: { offset: 300, size: 50, stored: 50 } }]),
  ],
  ['a file running into the list', 'overlap', () => pack([{ ...one, both: { size: 999, stored: 999 } }])],
  ['one name twice', 'duplicate', () => pack([one, one])],
  [
    'one name in two cases',
    'duplicate',
    () =>
      pack([
        { ...one, name: 'A.txt' },
        { ...two, name: 'a.txt' },
      ]),
  ],
  [
    'one name in two Unicode forms',
    'duplicate',
    () =>
      pack([
        { ...one, name: 'caf\u00e9' },
        { ...two, name: 'cafe\u0301' },
      ]),
  ],
  [
    'one blob under two types',
    'duplicate',
    () => pack([one, { ...one, name: (one.name as string).replace('.bin', '.mp4') }]),
  ],
  ['a second catalogue', 'duplicate', () => pack([one, catalogueEntry])],
  ...[
    '../evil',
    'a/../../evil',
    '/etc/passwd',
    'C:\\evil',
    'C:evil',
    'a\\b',
    './x',
    'a\u0000b',
    'a\u202eb',
    '',
    'a/..',
  ].map((name): Case => [`the name ${JSON.stringify(name)}`, 'unsafe', () => pack([{ ...one, name }])]),
  [
    'a symbolic link',
    'unsafe',
    () => pack([{ ...one, central: { madeBy: 3, attributes: (0o120777 << 16) >>> 0 } }]),
  ],
  ['another file', 'unknown-entry', () => pack([one, { ...two, name: 'readme.txt' }])],
  ['a folder', 'unknown-entry', () => pack([{ name: 'blobs/' }, one])],
  [
    'a blob in the wrong folder',
    'unknown-entry',
    () => pack([{ ...one, name: `blobs/sha256/00/${'1'.repeat(64)}.bin` }]),
  ],
  ['a name without end', 'unknown-entry', () => pack([{ ...one, name: 'x'.repeat(5000) }])],
  [
    'a name in an old Chinese encoding',
    'unknown-entry',
    () => pack([{ ...one, name: Uint8Array.of(0xb5, 0xc4) }]),
  ],
  ['no catalogue', 'catalogue-missing', () => build([one, two])],
  ['nothing', 'catalogue-missing', () => build([])],
  ['a catalogue that is not first', 'catalogue-not-first', () => build([one, catalogueEntry])],
  ['an endless catalogue', 'too-large', () => build([{ ...catalogueEntry, data: junk(4_000_001) }])],
];

const ghost = (digit: string): HostileEntry => ({
  name: `blobs/sha256/${digit.repeat(2)}/${digit.repeat(64)}.bin`,
  isGhost: true,
});

function withDirectoryShift(by: number): Bytes {
  const bytes = pack([one]);
  const view = new DataView(bytes.buffer);
  const end = bytes.byteLength - 22;
  view.setUint32(end + 12, view.getUint32(end + 12, true) - by, true);
  view.setUint32(end + 16, view.getUint32(end + 16, true) + by, true);
  return bytes;
}

describe('a hostile or broken pack is refused', () => {
  it.each(cases)('with %s: %s', async (_what, fault, make) => {
    expect(await faultOf(make())).toBe(fault);
  });

  it('before anything but its end and its list was read', async () => {
    const bytes = pack([{ ...one, both: { flags: 1 } }, two]);
    let read = 0;
    const source: PackSource = {
      size: bytes.byteLength,
      slice: async (start, end) => {
        read += end - start;
        return bytes.slice(start, end);
      },
    };
    await expect(openPack(source)).rejects.toMatchObject({ fault: 'encrypted' });
    expect(read).toBeLessThan(bytes.byteLength - 400);
  });

  it('at once where it would cost memory or a wrong size would be believed', async () => {
    await expect(open(pack([{ ...one, after: junk(9000) }, two]))).rejects.toMatchObject({ fault: 'junk' });
    const larger = pack([{ ...one, central: { size: 5_000_000 } }]);
    await expect(open(larger)).rejects.toMatchObject({ fault: 'wrong-size' });
  });

  it('when a blob has another size than the catalogue promises', async () => {
    const opened = await open(pack([one]));
    const { ref } = await blobOf(noise(200, 1));
    expect(opened.find(ref)).toMatchObject({ size: 200 });
    expect(() => opened.find({ ...ref, size: 201 })).toThrow(/^wrong-size/u);
  });

  it('when the stick is pulled out: the reading fails with a reason, and goes on when it is back', async () => {
    const bytes = pack([one]);
    let isThere = true;
    const source: PackSource = {
      size: bytes.byteLength,
      slice: async (start, end) => {
        if (!isThere) throw new Error('NotReadableError');
        return bytes.slice(start, end);
      },
    };
    const opened = await openPack(source);
    const { ref } = await blobOf(noise(200, 1));
    isThere = false;
    await expect(readWhole(opened, ref)).rejects.toMatchObject({ fault: 'unreadable' });
    isThere = true;
    expect(await readWhole(opened, ref)).toEqual(one.data);
  });
});
