import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffPicture } from './sniff.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );
const zeros = (count: number): number[] => Array<number>(count).fill(0);

describe('what a picture file is', () => {
  it.each([
    [
      'jpeg',
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3], zeros(9)),
      40,
      30,
    ],
    [
      'png',
      bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 0, 40, 0, 0, 0, 30]),
      40,
      30,
    ],
    ['gif', bytes('GIF89a', [40, 0, 30, 0], zeros(8)), 40, 30],
    ['webp', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [39, 0, 0, 29, 0, 0]), 40, 30],
    ['bmp', bytes('BM', zeros(16), [40, 0, 0, 0, 30, 0, 0, 0]), 40, 30],
    ['heic', bytes(zeros(4), 'ftypheic', zeros(8)), null, null],
    ['avif', bytes(zeros(4), 'ftypavif', zeros(8)), null, null],
    ['tiff', bytes('II*\0', zeros(12)), null, null],
    ['psd', bytes('8BPS', zeros(12)), null, null],
    ['svg', bytes('<?xml version="1.0"?><svg xmlns="x"/>'), null, null],
    ['unknown', bytes('<html><body>hello</body></html>'), null, null],
    ['unknown', bytes(''), null, null],
  ])('%s', (kind, file, width, height) => expect(sniffPicture(file)).toEqual({ kind, width, height }));

  it('is told without a stumble, however broken the file', () => {
    const heads = fc.constantFrom(
      [0xff, 0xd8],
      [0x89, 0x50, 0x4e, 0x47],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('BM')],
      [],
    );
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 80 }), (head, rest) => {
        expect(() => sniffPicture(Uint8Array.from([...head, ...rest]))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
