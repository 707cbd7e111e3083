/**
 * A backup's container: POSIX tar (ustar, with a pax header for long names and a base-256 size beyond 8 GiB), so that any
 * `tar` can open it when nothing of ours runs any more. Plain files only.
 */
const block = 512;
const largestOctal = 8 ** 11 - 1;

export interface TarEntry {
  /** Parts joined by `/`. */
  readonly name: string;
  readonly size: number;
}

/** The header of a file; its `size` bytes follow, and then `paddingOf(size)`. */
export function headerOf({ name, size }: TarEntry, mtimeMs: number): Uint8Array {
  const bytes = Buffer.from(name);
  if (bytes.byteLength <= 100) return oneHeader(bytes, size, mtimeMs, '0');
  const pax = paxRecord('path', name);
  return Buffer.concat([
    oneHeader(Buffer.from('long-name'), pax.byteLength, mtimeMs, 'x'),
    pax,
    paddingOf(pax.byteLength),
    oneHeader(bytes.subarray(0, 100), size, mtimeMs, '0'),
  ]);
}

export const paddingOf = (size: number): Uint8Array => Buffer.alloc((block - (size % block)) % block);

export const endOfTar = (): Uint8Array => Buffer.alloc(block * 2);

/** `<length> <key>=<value>\n`, its length counting itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

function oneHeader(name: Uint8Array, size: number, mtimeMs: number, type: '0' | 'x'): Buffer {
  const header = Buffer.alloc(block);
  header.set(name, 0);
  const octal = (value: number, at: number, digits: number): void => {
    header.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  };
  octal(0o600, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  if (size <= largestOctal) octal(size, 124, 11);
  else {
    header.writeBigUInt64BE(BigInt(size), 128);
    header.writeUInt8(0x80, 124);
  }
  octal(Math.floor(mtimeMs / 1000), 136, 11);
  header.write('        ', 148, 'latin1');
  header.write(type, 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** Thrown by `readTar`; never a reason to keep what was read before. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

/**
 * The files of an archive, one after the other; each one's `content` is to be read to its end before the next is asked for.
 * @throws TarError for what is cut short, damaged, or no plain file.
 */
export async function* readTar(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<TarEntry & { readonly content: AsyncGenerator<Uint8Array, void> }, void> {
  const source = pieces[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();

  /** At most `most` bytes, at least one. */
  async function some(most: number): Promise<Uint8Array> {
    while (held.byteLength === 0) {
      const next = await source.next();
      if (next.done === true) throw new TarError('ended early');
      held = next.value;
    }
    const part = held.subarray(0, most);
    held = held.subarray(part.byteLength);
    return part;
  }
  async function* contentOf(size: number): AsyncGenerator<Uint8Array, void> {
    for (let left = size; left > 0;) {
      const part = await some(left);
      left -= part.byteLength;
      yield part;
    }
    const padding = paddingOf(size).byteLength;
    for (let left = padding; left > 0;) left -= (await some(left)).byteLength;
  }
  async function whole(size: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of contentOf(size)) parts.push(part);
    return Buffer.concat(parts);
  }

  let longName: string | null = null;
  for (;;) {
    const header = await whole(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, size, type } = parseHeader(header);
    if (type === 'x') {
      if (size > 65_536) throw new TarError('a name that is too long');
      longName =
        /^\d+ path=(?<name>[^\n]+)\n$/u.exec((await whole(size)).toString())?.groups?.['name'] ?? null;
      if (longName === null) throw new TarError('not written by us');
      continue;
    }
    if (type !== '0') throw new TarError(`${name} is no plain file`);
    yield { name: longName ?? name, size, content: contentOf(size) };
    longName = null;
  }
}

function parseHeader(header: Buffer): TarEntry & { readonly type: string } {
  const text = (from: number, to: number): string => header.toString('utf8', from, to).replace(/\0.*$/su, '');
  const octal = (from: number, to: number): number => Number.parseInt(text(from, to).trim(), 8);
  const claimed = octal(148, 156);
  const blank = Buffer.from(header);
  blank.fill(' ', 148, 156);
  if (text(257, 263) !== 'ustar' || claimed !== blank.reduce((total, byte) => total + byte, 0))
    throw new TarError('a damaged header');
  const isLarge = header.readUInt8(124) === 0x80;
  const size = isLarge ? Number(header.readBigUInt64BE(128)) : octal(124, 136);
  if (!Number.isSafeInteger(size) || size < 0) throw new TarError('a damaged size');
  return { name: text(0, 100), size, type: text(156, 157) };
}
