/** What every media store promises. Run in a dedicated worker of each engine, against each store it has. */
import { withMediaDatabase } from '../../../../src/storage/media/media-database.ts';
import { CHUNK_BYTES, type MediaStore } from '../../../../src/storage/media/media-store.ts';
import { anyName, pattern } from './bytes.ts';
import { fails, same, sameBytes, sameSlice } from './expect.ts';

type Case = (store: MediaStore, name: string) => Promise<void>;

async function write(store: MediaStore, name: string, length: number): Promise<void> {
  const writer = await store.write(name);
  for (let at = 0; at < length; at += CHUNK_BYTES) {
    await writer.append(pattern(Math.min(CHUNK_BYTES, length - at), at));
    await writer.flush();
  }
  await writer.seal();
}

const entryOf = async (store: MediaStore, name: string): Promise<unknown> =>
  (await store.list()).find((file) => file.sha256 === name) ?? null;

export const CASES: Readonly<Record<string, Case>> = {
  'what was appended, flushed and sealed is there': async (store, name) => {
    const length = 2 * CHUNK_BYTES + 12_345;
    await write(store, name, length);
    same(await store.sealedSize(name), length, 'sealed size');
    same(await entryOf(store, name), { sha256: name, bytes: length, sealed: true }, 'listed');
    await sameSlice(store, name, [0, length]);
  },

  'slices are cut exactly, at every edge': async (store, name) => {
    const length = 2 * CHUNK_BYTES + 5;
    await write(store, name, length);
    await sameSlice(store, name, [0, 1]);
    await sameSlice(store, name, [0, 2]);
    await sameSlice(store, name, [length - 1, length]);
    await sameSlice(store, name, [CHUNK_BYTES - 1, CHUNK_BYTES + 1]);
    await sameSlice(store, name, [CHUNK_BYTES, 2 * CHUNK_BYTES]);
    await sameSlice(store, name, [CHUNK_BYTES - 3, 2 * CHUNK_BYTES + 3]);
    await sameSlice(store, name, [length - 3, length + 1000], [length - 3, length]);
    await sameSlice(store, name, [length, length + 10], [length, length]);
    await sameSlice(store, name, [length + 10, length + 20], [length, length]);
    await sameSlice(store, name, [7, 7]);
    await sameSlice(store, name, [7, 3], [7, 7]);
    await sameSlice(store, name, [-5, 3], [0, 3]);
  },

  'one chunk exactly, and nothing at all, can be sealed': async (store, name) => {
    await write(store, name, CHUNK_BYTES);
    await sameSlice(store, name, [0, CHUNK_BYTES + 1], [0, CHUNK_BYTES]);
    const empty = anyName();
    await write(store, empty, 0);
    same(await store.sealedSize(empty), 0, 'size of nothing');
    await sameSlice(store, empty, [0, 10], [0, 0]);
    await store.remove(empty);
  },

  'a partial is listed but not readable, and goes on where it ended': async (store, name) => {
    const first = await store.write(name);
    same(first.bytes, 0, 'a new file');
    await first.append(pattern(CHUNK_BYTES + 100));
    await first.flush();
    await first.close();
    same(await store.slice(name, 0, 10), null, 'slice of a partial');
    same(await store.sealedSize(name), null, 'sealed size of a partial');
    same(await entryOf(store, name), { sha256: name, bytes: CHUNK_BYTES + 100, sealed: false }, 'listed');
    const second = await store.write(name);
    same(second.bytes, CHUNK_BYTES + 100, 'reopened');
    await second.append(pattern(CHUNK_BYTES, CHUNK_BYTES + 100));
    await second.seal();
    await sameSlice(store, name, [0, 2 * CHUNK_BYTES + 100]);
  },

  'appends of any length join without a seam': async (store, name) => {
    let length = 0;
    let writer = await store.write(name);
    for (const [index, part] of [1, 3_000_000, 3_000_000, CHUNK_BYTES, 7, 9_000_001, 2].entries()) {
      await writer.append(pattern(part, length));
      length += part;
      same(writer.bytes, length, 'bytes so far');
      if (index % 2 === 0) await writer.flush();
      if (index === 4) {
        await writer.close();
        writer = await store.write(name);
      }
    }
    await writer.seal();
    await sameSlice(store, name, [0, length]);
  },

  'cutting back, to anywhere, and going on': async (store, name) => {
    const writer = await store.write(name);
    let length = 2 * CHUNK_BYTES + 500;
    await writer.append(pattern(length));
    for (const to of [2 * CHUNK_BYTES + 100, 2 * CHUNK_BYTES, CHUNK_BYTES + 9, 3, 0]) {
      await writer.truncate(to);
      same(writer.bytes, to, 'cut');
      await writer.append(pattern(50, to));
      await writer.truncate(to + 20);
      await writer.append(pattern(CHUNK_BYTES, to + 20));
      length = to + 20 + CHUNK_BYTES;
      sameBytes(await writer.read(0, length), 0, length, `after ${to}`);
    }
    await fails(writer.truncate(length + 1), 'refused', 'cutting to more than there is');
    await writer.seal();
    await sameSlice(store, name, [0, length]);
  },

  'bytes that are there are replaced, at any border, and nothing else': async (store, name) => {
    const length = CHUNK_BYTES + 3_000_000;
    const writer = await store.write(name);
    await writer.append(pattern(length));
    // From elsewhere first, then what belongs there: a byte too far would stay wrong.
    for (const [at, bytes] of [
      [0, 8],
      [CHUNK_BYTES - 5, 11],
      [2 * 1024 * 1024 - 1, 2],
      [length - 7, 7],
    ] as const) {
      await writer.overwrite(at, new Uint8Array(bytes).fill(7));
      await writer.flush();
      same((await writer.read(at, at + 1))[0], 7, `replaced at ${at}`);
      await writer.overwrite(at, pattern(bytes, at));
    }
    await fails(writer.overwrite(length - 1, new Uint8Array(2)), 'refused', 'replacing past the end');
    await writer.append(pattern(1000, length));
    sameBytes(await writer.read(0, length + 1000), 0, length + 1000, 'before sealing');
    await writer.seal();
    await sameSlice(store, name, [0, length + 1000]);
  },

  'a cut is kept when the file is closed': async (store, name) => {
    const first = await store.write(name);
    await first.append(pattern(CHUNK_BYTES + 10));
    await first.truncate(5);
    await first.flush();
    await first.close();
    const second = await store.write(name);
    same(second.bytes, 5, 'reopened');
    await second.close();
  },

  'a partial can be read for verifying, flushed or not': async (store, name) => {
    const writer = await store.write(name);
    await writer.append(pattern(CHUNK_BYTES + 1000));
    await writer.flush();
    await writer.append(pattern(1000, CHUNK_BYTES + 1000));
    const length = CHUNK_BYTES + 2000;
    sameBytes(await writer.read(0, 4), 0, 4, 'the start');
    sameBytes(
      await writer.read(CHUNK_BYTES - 2, CHUNK_BYTES + 2),
      CHUNK_BYTES - 2,
      CHUNK_BYTES + 2,
      'a border',
    );
    sameBytes(await writer.read(length - 1, length + 50), length - 1, length, 'the end');
    sameBytes(await writer.read(length, length + 50), length, length, 'past the end');
    await writer.append(pattern(10, length));
    await writer.seal();
    await sameSlice(store, name, [0, length + 10]);
  },

  'one writer a file; others go on': async (store, name) => {
    const writer = await store.write(name);
    await fails(store.write(name), 'busy', 'a second writer');
    await fails(store.remove(name), 'busy', 'removing what is being written');
    const other = anyName();
    await write(store, other, 10);
    await store.remove(other);
    await writer.close();
    const next = await store.write(name);
    await next.append(pattern(3));
    await next.seal();
    same(await store.sealedSize(name), 3, 'the next writer');
  },

  'a sealed file is not written again, a closed writer writes no more': async (store, name) => {
    const writer = await store.write(name);
    await writer.append(pattern(10));
    await writer.seal();
    await fails(writer.append(pattern(1)), 'refused', 'appending after sealing');
    await fails(writer.truncate(0), 'refused', 'cutting after sealing');
    await fails(writer.read(0, 1), 'refused', 'reading after sealing');
    await fails(writer.flush(), 'refused', 'flushing after sealing');
    await fails(writer.seal(), 'refused', 'sealing twice');
    await writer.close();
    await writer.close();
    await fails(store.write(name), 'refused', 'writing a sealed file');
    await sameSlice(store, name, [0, 10]);
  },

  'removing takes a file away, sealed or not': async (store, name) => {
    await store.remove(name);
    await write(store, name, CHUNK_BYTES + 1);
    await store.remove(name);
    same(await store.slice(name, 0, 1), null, 'slice');
    same(await store.sealedSize(name), null, 'sealed size');
    same(await entryOf(store, name), null, 'listed');
    const again = await store.write(name);
    same(again.bytes, 0, 'a new start');
    await again.append(pattern(10));
    await again.close();
    await store.remove(name);
    same(await entryOf(store, name), null, 'partial listed');
  },

  'looking around does not disturb a writer': async (store, name) => {
    const writer = await store.write(name);
    await writer.append(pattern(CHUNK_BYTES));
    await writer.flush();
    same(await store.slice(name, 0, 1), null, 'slice while writing');
    same(await entryOf(store, name), { sha256: name, bytes: CHUNK_BYTES, sealed: false }, 'listed');
    await writer.append(pattern(5, CHUNK_BYTES));
    await writer.seal();
    await sameSlice(store, name, [0, CHUNK_BYTES + 5]);
  },

  // Safari does it to idle pages; closing it ourselves looks the same to the next call.
  'a database connection that was dropped is opened again': async (store, name) => {
    const drop = (): Promise<void> => withMediaDatabase(async (database) => database.close());
    const writer = await store.write(name);
    await writer.append(pattern(CHUNK_BYTES));
    await drop();
    await writer.flush();
    await drop();
    await writer.append(pattern(10, CHUNK_BYTES));
    sameBytes(await writer.read(0, 10), 0, 10, 'partial');
    await writer.seal();
    await drop();
    await sameSlice(store, name, [0, CHUNK_BYTES + 10]);
    await drop();
    same(await store.sealedSize(name), CHUNK_BYTES + 10, 'sealed size');
  },

  'a name that is no SHA-256 is refused': async (store) => {
    const names = [
      '',
      '..',
      '../x',
      'a'.repeat(63),
      'A'.repeat(64),
      'g'.repeat(64),
      `${'a'.repeat(64)}.part`,
    ];
    for (const name of names) {
      await fails(store.write(name), 'refused', `writing ${name}`);
      await fails(store.slice(name, 0, 1), 'refused', `reading ${name}`);
      await fails(store.sealedSize(name), 'refused', `asking for ${name}`);
      await fails(store.remove(name), 'refused', `removing ${name}`);
    }
  },
};
