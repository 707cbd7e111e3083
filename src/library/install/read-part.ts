/** Chunks of a picked file, read into memory that is used again: left to the collector, they pile up by the hundred megabytes. */
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';

/** Asked of a blob of nothing: engines whose streams are not of bytes (WebKit) read whole picked files into memory by `.stream()`. */
function canReadInto(): boolean {
  try {
    new Blob([]).stream().getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    return false;
  }
}

/** @param memory Of an earlier chunk nobody needs; where the engine can, it is emptied and the result stands in it. */
export async function readPart(
  file: Blob,
  start: number,
  end: number,
  memory?: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const size = end - start;
  const part = file.slice(start, end);
  if (size !== CHUNK_BYTES || !canReadInto()) return new Uint8Array(await part.arrayBuffer());
  let buffer = memory?.byteLength === size ? memory : new ArrayBuffer(size);
  const reader = part.stream().getReader({ mode: 'byob' });
  for (let filled = 0; filled < size;) {
    const { value, done } = await reader.read(new Uint8Array(buffer, filled));
    if (!value || done) return new Uint8Array();
    buffer = value.buffer;
    filled += value.byteLength;
  }
  return new Uint8Array(buffer);
}
