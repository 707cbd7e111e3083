/** Brotli of text files, made once per content and kept, the least recently used given up first. */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
/** Below this a compressed answer saves no packet. */
export const worthCompressingBytes = 1000;
/** The studio's dictionary (12 MB) takes a minute at quality 11 and two seconds at 5, for a fifth more bytes. */
const largeBytes = 2 * 1024 * 1024;
const largeQuality = 5;

export interface BrotliCache {
  /** @param quality 0…11; `key` names the content, so an entry never goes stale. */
  get(key: string, load: () => Promise<Uint8Array>, quality: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function brotliCache(capacityBytes = 48 * 1024 * 1024): BrotliCache {
  const entries = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let heldBytes = 0;

  async function make(load: () => Promise<Uint8Array>, quality: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await load();
    const params = {
      [constants.BROTLI_PARAM_QUALITY]:
        bytes.byteLength > largeBytes ? Math.min(quality, largeQuality) : quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    };
    return new Uint8Array(await compress(bytes, { params }));
  }

  async function giveUpOldest(): Promise<void> {
    for (const [key, entry] of entries) {
      if (heldBytes <= capacityBytes) return;
      entries.delete(key);
      heldBytes -= (await entry).byteLength;
    }
  }

  return {
    async get(key, load, quality) {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known;
      }
      const made = make(load, quality);
      entries.set(key, made);
      try {
        heldBytes += (await made).byteLength;
      } catch (error) {
        entries.delete(key);
        throw error;
      }
      await giveUpOldest();
      return made;
    },
  };
}
