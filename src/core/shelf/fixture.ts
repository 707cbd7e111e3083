/** Builders for tests of the shelf: the smallest issue that has one of everything. */
import type { BlobRef } from '../reading/model.ts';
import { blobHref } from './blob-href.ts';
import type { Club, Issue, PieceSummary } from './issue.ts';
import type { IssueToWrite, PieceToWrite } from './manifest-writer.ts';

export const club: Club = {
  id: 'silent-world',
  name: { 'zh-Hans': '无声世界读书会', 'zh-Hant': '無聲世界讀書會', en: 'Silent World Reading Club' },
  description: { 'zh-Hans': '一起读', 'zh-Hant': '一起讀', en: 'Reading together' },
  motif: 'hands',
  requires: { reading: ['sign'], film: ['sign', 'captions'], recitation: ['sign'], gallery: ['sign', 'alt'] },
};

/** A reference whose hash is `digit` repeated. */
export function ref(digit: string, extension: string, type: string, more: Partial<BlobRef> = {}): BlobRef {
  const sha256 = digit.repeat(64).slice(0, 64);
  return { href: blobHref(sha256, extension), sha256, size: 1000, type, ...more };
}

export function pieceSummary(more: Partial<PieceSummary> = {}): PieceSummary {
  return {
    id: 'film',
    kind: 'film',
    title: '街上的一天',
    summary: '早上到晚上。',
    sentenceCount: 2,
    characterCount: 20,
    duration: 60,
    hasSign: false,
    placeholderSign: true,
    hasAudio: false,
    hasCaptions: true,
    hasPinyin: true,
    hasPlain: false,
    ...more,
  };
}

export function pieceToWrite(summary = pieceSummary()): PieceToWrite {
  return {
    summary,
    language: 'zh-Hans',
    html: ref('a1', 'html', 'text/html'),
    files: {
      reading: ref('b2', 'json', 'application/vnd.same-page.reading+json'),
      tracks: [
        {
          id: 'sign-csl',
          kind: 'sign',
          language: 'csl',
          title: '国家通用手语',
          performer: '手语老师',
          placeholder: !summary.hasSign,
          media: ref('c3', 'mp4', 'video/mp4', { width: 1280, height: 720, duration: 61.5 }),
          signingSpace: { x: 0.1, y: 0, width: 0.8, height: 1 },
          filmOffset: 1.5,
          guided: ref('d4', 'json', 'application/guided-navigation+json', { duration: 61.5 }),
        },
      ],
      captions: [{ language: 'zh-Hans', file: ref('e5', 'vtt', 'text/vtt') }],
    },
    cueTracks: { 'sign-csl': ref('f6', 'vtt', 'text/vtt') },
  };
}

export function issueToWrite(piece = pieceToWrite()): IssueToWrite {
  const drawing = ref('07', 'svg', 'image/svg+xml', { width: 880, height: 150 });
  const issue: Issue = {
    id: '2026-11-silent-world',
    club: 'silent-world',
    month: '2026-11',
    title: '从虹镇老街到瑞虹新城',
    summary: '一条老街怎样变成新城。',
    cover: drawing,
    pieceCount: 1,
    hasSign: piece.summary.hasSign,
    hasCaptions: true,
    sizeBytes: 6000,
    session: {
      date: '2026-11-28',
      start: '14:00',
      end: '16:00',
      timeZone: 'Asia/Shanghai',
      place: '二楼阅览室',
    },
    pieces: [piece.summary],
  };
  return {
    issue,
    club,
    modified: '2026-11-01T08:00:00.000Z',
    covers: [drawing, ref('18', 'png', 'image/png', { width: 880, height: 150 })],
    glossary: ref('29', 'json', 'application/vnd.same-page.glossary+json'),
    pieces: [piece],
    resources: piece.files.tracks.map((track) => track.media),
  };
}
