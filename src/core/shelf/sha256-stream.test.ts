import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Stream } from './sha256-stream.ts';
import { sha256Hex } from './verify.ts';

const hashOf = (parts: readonly Uint8Array[]): string => {
  const stream = sha256Stream();
  for (const part of parts) stream.update(part);
  return stream.digest();
};

describe('SHA-256 piece by piece', () => {
  it('is that of FIPS 180-4', () => {
    expect(hashOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashOf([new TextEncoder().encode('abc')])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is what the platform says, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.nat(130), { maxLength: 8 }),
        async (bytes, cuts) => {
          const parts: Uint8Array[] = [];
          let at = 0;
          for (const cut of [...cuts, bytes.byteLength]) {
            parts.push(bytes.subarray(at, at + cut));
            at = Math.min(bytes.byteLength, at + cut);
          }
          expect(hashOf(parts)).toBe(await sha256Hex(new Uint8Array(bytes)));
        },
      ),
    );
  });

  it('holds at every length round a block', async () => {
    for (let length = 0; length <= 130; length++) {
      const bytes = new Uint8Array(length).fill(7);
      expect(hashOf([bytes])).toBe(await sha256Hex(bytes));
    }
  });
});
