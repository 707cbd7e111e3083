import { describe, expect, it } from 'vitest';
import { parseMediaAddress } from './media-address.ts';

const SHA = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const parse = (path: string): unknown => parseMediaAddress(new URL(path, 'https://club.example'));

describe('the address of a medium', () => {
  it('names the content and its type', () => {
    expect(parse(`/media/${SHA}?type=video/mp4`)).toEqual({ sha256: SHA, type: 'video/mp4', href: null });
    expect(parse(`/media/${SHA}?type=video%2Fmp4`)).toEqual({ sha256: SHA, type: 'video/mp4', href: null });
  });

  it('may say where the shelf has the same', () => {
    const href = `blobs/sha256/ab/${SHA}.mp4`;
    expect(parse(`/media/${SHA}?type=video/mp4&shelf=${href}`)).toMatchObject({ href });
  });

  it.each([
    `/media/`,
    `/media/${SHA}`,
    `/media/${SHA}?type=`,
    `/media/${SHA}?type=text/html`,
    `/media/${SHA}?type=text/javascript`,
    `/media/${SHA}?type=video/mp4;x=y`,
    `/media/${SHA.toUpperCase()}?type=video/mp4`,
    `/media/${SHA}.mp4?type=video/mp4`,
    `/media/${SHA}/x?type=video/mp4`,
    `/media/${SHA.slice(1)}?type=video/mp4`,
    `/other/${SHA}?type=video/mp4`,
  ])('%s is none', (path) => expect(parse(path)).toBeNull());

  it.each([
    `blobs/sha256/cd/${OTHER}.mp4`,
    `blobs/sha256/cd/${SHA}.mp4`,
    `/blobs/sha256/ab/${SHA}.mp4`,
    `https://elsewhere.example/blobs/sha256/ab/${SHA}.mp4`,
    `../blobs/sha256/ab/${SHA}.mp4`,
    `blobs/sha256/ab/${SHA}.mp4/..`,
    `blobs/sha256/ab/${SHA}.`,
    `blobs/sha256/ab/${SHA}`,
    ``,
  ])('a second place at %s is refused', (href) =>
    expect(parse(`/media/${SHA}?type=video/mp4&shelf=${encodeURIComponent(href)}`)).toBeNull(),
  );
});
