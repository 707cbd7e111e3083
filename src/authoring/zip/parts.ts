/**
 * A zipped document (Word, e-book) opened with care: nothing is unpacked but what is asked for by name, each part within a cap that
 * holds before and while it is inflated, so that a bomb costs nothing.
 */
import { ImportError } from '../imported/document.ts';

const MAX_FILE_BYTES = 500_000_000;
const MAX_PARTS = 20_000;
const MAX_TEXT_BYTES = 30_000_000;
const MAX_PICTURE_BYTES = 80_000_000;
/** All that may be inflated from one file; a real book is far below. */
const MAX_TOTAL_BYTES = 600_000_000;

export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** Rejects with `ImportError` when it is encrypted, damaged or above its cap. */
  bytes(name: string, kind?: 'text' | 'picture'): Promise<Uint8Array<ArrayBuffer>>;
  text(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function openZipParts(file: Blob): Promise<ZipParts> {
  if (file.size === 0) throw new ImportError('empty');
  if (file.size > MAX_FILE_BYTES) throw new ImportError('too-large');
  const { BlobReader, ZipReader, configure } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  // The page's policy allows no worker made of text, and parts are small.
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(file));
  const entries = await reader.getEntries().catch((thrown: unknown) => {
    throw new ImportError('damaged', String(thrown));
  });
  if (entries.length > MAX_PARTS) throw new ImportError('too-large');
  const files = new Map(
    entries.flatMap((entry) => (entry.directory ? [] : [[entry.filename, entry] as const])),
  );
  let total = 0;

  const bytes: ZipParts['bytes'] = async (name, kind = 'text') => {
    const entry = files.get(name);
    if (entry === undefined) throw new ImportError('damaged', `${name} is missing`);
    if (entry.encrypted) throw new ImportError('locked');
    const cap = kind === 'text' ? MAX_TEXT_BYTES : MAX_PICTURE_BYTES;
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > cap || total > MAX_TOTAL_BYTES) throw new ImportError('too-large', name);
    const gathered = gatherUpTo(Math.min(cap, entry.uncompressedSize));
    try {
      await entry.getData(gathered.stream, { checkSignature: true });
    } catch (thrown) {
      if (thrown instanceof ImportError) throw thrown;
      throw new ImportError('damaged', `${name}: ${String(thrown)}`);
    }
    return gathered.bytes();
  };
  return {
    names: new Set(files.keys()),
    bytes,
    text: async (name) => decodeXml(await bytes(name)),
    close: () => reader.close(),
  };
}

/** What the directory promised is all there may be. */
function gatherUpTo(cap: number): { stream: WritableStream<Uint8Array>; bytes(): Uint8Array<ArrayBuffer> } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    stream: new WritableStream<Uint8Array>({
      write(chunk) {
        size += chunk.length;
        if (size > cap) throw new ImportError('damaged', 'a part is longer than its directory says');
        chunks.push(chunk.slice());
      },
    }),
    bytes() {
      const whole = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}

/** XML says how it is written in its mark or its first line; else it is UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/u.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * A name written in a part, as a name in the zip: relative to the part's folder, or to the root. Null for addresses outside and for
 * paths that climb out. The `#fragment` goes.
 */
export function resolvePartName(from: string, written: string): string | null {
  const bare = written.replace(/[?#].*$/su, '');
  if (/^[a-z][a-z0-9+.-]*:/iu.test(bare) || bare.startsWith('//')) return null;
  const folder = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts = [...folder];
  for (const part of decodeName(bare).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
