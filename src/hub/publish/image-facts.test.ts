import { describe, expect, it } from 'vitest';
import { imageFacts } from './image-facts.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('a picture', () => {
  it.each([
    [
      'PNG',
      bytes([0x89], 'PNG\r\n\x1a\n', zeros(4), 'IHDR', [0, 0, 3, 32, 0, 0, 2, 88], zeros(8)),
      'image/png',
    ],
    [
      'JPEG with a thumbnail segment before its frame',
      bytes([0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 2, 88, 3, 32], zeros(12)),
      'image/jpeg',
    ],
    ['WebP, lossy', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [0x20, 3, 0x58, 2]), 'image/webp'],
    ['WebP, extended', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x1f, 3, 0, 0x57, 2, 0]), 'image/webp'],
    [
      'WebP, lossless',
      bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x1f, 0xc3, 0x95, 0]),
      'image/webp',
    ],
    ['SVG with a view box', bytes('<?xml version="1.0"?><svg viewBox="0 0 800 600">'), 'image/svg+xml'],
    ['SVG with lengths', bytes('<svg width="800" height="600px">'), 'image/svg+xml'],
  ])('%s is known by its bytes, with its size', (_kind, file, type) => {
    expect(imageFacts(file)).toMatchObject({ type, width: 800, height: 600 });
  });

  it.each([
    ['a web page', bytes('<!doctype html><p>')],
    ['a drawing without a size', bytes('<svg xmlns="x">')],
    ['a PNG cut short', bytes([0x89], 'PNG\r\n')],
    ['nothing', bytes()],
  ])('%s is refused', (_kind, file) => {
    expect(imageFacts(file)).toBeNull();
  });
});
