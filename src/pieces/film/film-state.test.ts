import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { BlobRefSchema, ReadingSchema } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import type { Track } from '../../core/sync/track.ts';
import { filmParts, nextCaptionSize, viewFor } from './film-state.ts';

const media = v.parse(BlobRefSchema, {
  href: `blobs/sha256/aa/${'a'.repeat(64)}.mp4`,
  sha256: 'a'.repeat(64),
  size: 1,
  type: 'video/mp4',
});
const track = (id: string, kind: Track['kind'], placeholder = false): Track => ({
  id,
  kind,
  language: 'csl',
  title: id,
  performer: '手语老师',
  placeholder,
  media,
  cues: [],
});
const reading = v.parse(ReadingSchema, {
  version: 1,
  kind: 'film',
  title: '瑞虹的一天',
  language: 'zh-Hans',
  blocks: [{ type: 'paragraph', sentences: [{ id: 's1', words: [{ text: '早上。' }] }] }],
  terms: [],
  questions: [],
});
const piece = (tracks: readonly Track[]): Piece => ({
  issue: '2026-11-silent-world',
  id: 'film',
  kind: 'film',
  title: reading.title,
  sentenceCount: 1,
  characterCount: 2,
  hasSign: false,
  placeholderSign: false,
  hasAudio: false,
  hasCaptions: false,
  hasPinyin: false,
  hasPlain: false,
  reading,
  tracks,
  captions: [],
});

describe('a film piece', () => {
  it('shows a real interpreter before a stand-in', () => {
    const parts = filmParts(piece([track('film', 'film'), track('a', 'sign', true), track('b', 'sign')]));
    expect(parts.sign?.id).toBe('b');
  });

  it('without signing there is the picture, whatever view was chosen', () => {
    const parts = filmParts(piece([track('film', 'film')]));
    expect(viewFor('sign-large', parts)).toBe('picture-only');
  });

  it('without the film there is still the transcript', () => {
    const parts = filmParts(piece([]));
    expect(parts.film).toBeNull();
    expect(parts.lines.map((line) => line.text)).toEqual(['早上。']);
  });

  it('one tap each leads through the caption sizes and back', () => {
    expect([16, 12, 8].map((size) => nextCaptionSize(size === 16 ? 16 : size === 12 ? 12 : 8))).toEqual([
      12, 8, 16,
    ]);
  });
});
