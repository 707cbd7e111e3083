import { describe, expect, it } from 'vitest';
import { isSound } from './sound-records.ts';

const HASH = 'ab'.repeat(32);
const MANIFEST = { href: `blobs/sha256/ab/${HASH}.json`, sha256: HASH, size: 3, type: 'application/json' };
const SUMMARY = {
  id: '2026-11-silent-world',
  club: 'silent-world',
  month: '2026-11',
  title: '十一月',
  summary: '',
  cover: MANIFEST,
  pieceCount: 1,
  hasSign: true,
  hasCaptions: true,
  sizeBytes: 3,
};
const RECORDS = {
  blobs: { sha256: HASH, size: 3, type: 'video/mp4', verifiedChunks: 0, sealedMs: null, verifiedMs: null },
  installs: {
    issue: SUMMARY.id,
    manifest: MANIFEST,
    summary: SUMMARY,
    state: 'queued',
    order: 0,
    addedMs: 1,
    by: 'policy',
    mayCost: false,
  },
  installed: {
    issue: SUMMARY.id,
    club: SUMMARY.club,
    manifest: MANIFEST,
    summary: SUMMARY,
    blobs: [HASH],
    sizeBytes: 3,
    installedMs: 1,
    verifiedMs: 1,
    missing: [],
    previous: [],
  },
  libraryMeta: { name: 'declined', issues: [] },
} as const;
const STORES = ['blobs', 'installs', 'installed', 'libraryMeta'] as const;
/** What is only reported, or may be left out. */
const FREE = new Set(['addedMs']);

describe.each(STORES)('a record of %s', (store) => {
  const record: Readonly<Record<string, unknown>> = RECORDS[store];

  it('as the library writes it is sound, also with what a later version adds', () => {
    expect(isSound(store, record)).toBe(true);
    expect(isSound(store, { ...record, later: 1 })).toBe(true);
  });

  it.each(Object.keys(record).filter((name) => !FREE.has(name)))('with a spoilt %s is none', (name) => {
    for (const spoilt of [undefined, Number.NaN, {}, [null]])
      expect(isSound(store, { ...record, [name]: spoilt })).toBe(false);
  });
});
