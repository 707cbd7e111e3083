import { describe, expect, it, vi } from 'vitest';
import { blobHref } from './blob-href.ts';
import { CHUNK_BYTES, chunkHashes, sha256Hex, verifyBlob } from './verify.ts';

const bytes = new TextEncoder().encode('同页');

async function promise() {
  const sha256 = await sha256Hex(bytes);
  return { href: blobHref(sha256, 'txt'), sha256, size: bytes.byteLength, type: 'text/plain' };
}

describe('a blob', () => {
  it('is taken when it is the file that was promised', async () => {
    await expect(verifyBlob(bytes, await promise())).resolves.toBeUndefined();
  });

  it('is refused when a byte differs or is missing', async () => {
    const changed = bytes.slice();
    changed[0] = 0;
    await expect(verifyBlob(changed, await promise())).rejects.toMatchObject({ fault: 'wrong-hash' });
    await expect(verifyBlob(bytes.slice(1), await promise())).rejects.toMatchObject({ fault: 'wrong-size' });
    const hashed = vi.spyOn(crypto.subtle, 'digest');
    const longer = new Uint8Array(bytes.byteLength + 1);
    await expect(verifyBlob(longer, await promise())).rejects.toMatchObject({ fault: 'wrong-size' });
    // Only the promise itself was hashed: what is too long is not worth it.
    expect(hashed).toHaveBeenCalledOnce();
    hashed.mockRestore();
  });

  it('has a hash per 4 MiB only above 4 MiB', async () => {
    expect(await chunkHashes(new Uint8Array(CHUNK_BYTES))).toBeUndefined();
    const large = new Uint8Array(CHUNK_BYTES + 1);
    expect(await chunkHashes(large)).toEqual([
      await sha256Hex(large.slice(0, CHUNK_BYTES)),
      await sha256Hex(new Uint8Array(1)),
    ]);
  });
});
