/**
 * Bytes that say where they belong: one from elsewhere, a doubled or a missing one is noticed. Like a video they cannot
 * be compressed; Chromium's IndexedDB compresses, and a quota would never be met.
 */
export function pattern(length: number, start = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const at = start + index;
    bytes[index] = mixed(at >>> 2) >>> ((at & 3) * 8);
  }
  return bytes;
}

/** The last steps of MurmurHash3. */
function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** A name no other case uses. */
export function anyName(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
