/** Bytes that say where they belong: a byte from elsewhere, a doubled or a missing one is noticed. */
export function pattern(length: number, start = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const at = start + index;
    bytes[index] = (at * 31 + (at >>> 8) * 17 + (at >>> 16) * 7) & 255;
  }
  return bytes;
}

/** A name no other case uses. */
export function anyName(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
