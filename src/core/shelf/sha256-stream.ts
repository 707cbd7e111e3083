/**
 * SHA-256 of what comes piece by piece (FIPS 180-4): the browser's own takes a whole file at once, and a film does not fit into memory.
 * About a third of the browser's speed.
 */
export interface Sha256Stream {
  update(bytes: Uint8Array): void;
  /** In lower-case hexadecimal. Once. */
  digest(): string;
}

const BLOCK_BYTES = 64;

/** The first 32 bits of the fractional parts of the roots (`power`) of the first `count` primes. */
function rootsOfPrimes(count: number, power: number): Uint32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return Uint32Array.from(found, (prime) => (prime ** power % 1) * 2 ** 32);
}

const K = rootsOfPrimes(64, 1 / 3);
const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

export function sha256Stream(): Sha256Stream {
  const hash = rootsOfPrimes(8, 1 / 2);
  const words = new Uint32Array(64);
  const rest = new Uint8Array(BLOCK_BYTES);
  let restBytes = 0;
  let totalBytes = 0;

  function block(view: DataView, at: number): void {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const w15 = words[i - 15] ?? 0;
      const w2 = words[i - 2] ?? 0;
      const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
      const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
      words[i] = (words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (words[i] ?? 0)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (hash[i] = (hash[i] ?? 0) + value));
  }

  const restView = new DataView(rest.buffer);
  function update(bytes: Uint8Array): void {
    totalBytes += bytes.byteLength;
    let at = 0;
    if (restBytes > 0) {
      at = Math.min(BLOCK_BYTES - restBytes, bytes.byteLength);
      rest.set(bytes.subarray(0, at), restBytes);
      restBytes += at;
      if (restBytes < BLOCK_BYTES) return;
      block(restView, 0);
      restBytes = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + BLOCK_BYTES <= bytes.byteLength; at += BLOCK_BYTES) block(view, at);
    rest.set(bytes.subarray(at));
    restBytes = bytes.byteLength - at;
  }

  return {
    update,
    digest() {
      const bits = BigInt(totalBytes) * 8n;
      const padding = new Uint8Array(((119 - (totalBytes % BLOCK_BYTES)) % BLOCK_BYTES) + 9);
      padding[0] = 0x80;
      new DataView(padding.buffer).setBigUint64(padding.byteLength - 8, bits);
      update(padding);
      return [...hash].map((value) => value.toString(16).padStart(8, '0')).join('');
    },
  };
}
