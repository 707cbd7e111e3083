import { describe, expect, it } from 'vitest';
import { isAppAddress } from './is-app-address.ts';

describe('which addresses open the app without a network', () => {
  it.each([
    '/',
    '/index.html',
    '/bookshelf',
    '/issue/2026-11-silent-world',
    '/read/2026-11-silent-world/old-street',
  ])('%s does', (path) => expect(isAppAddress(path)).toBe(true));

  it.each([
    '/shelf',
    '/shelf/opds.json',
    '/shelf/blobs/sha256/ab/abc.html',
    '/shelf.json',
    '/favicon.svg',
    '/sw.js',
  ])('%s is left to the network', (path) => expect(isAppAddress(path)).toBe(false));
});
