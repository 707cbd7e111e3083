/** For tests: a whole small shelf in memory, written and signed by the hub's own code, and a network to break. */
import * as v from 'valibot';
import { writeVtt } from '../core/captions/vtt.ts';
import { SentenceIdSchema, TermIdSchema, type BlobRef, type Reading } from '../core/reading/model.ts';
import type { KeyPair } from '../core/shelf/attack-fixture.ts';
import { blobHref } from '../core/shelf/blob-href.ts';
import { ClubSchema } from '../core/shelf/club.ts';
import { writeFeed, writePublication } from '../core/shelf/feed.ts';
import { club, issueToWrite, pieceSummary, pieceToWrite, ref } from '../core/shelf/fixture.ts';
import type { PieceSummary } from '../core/shelf/issue.ts';
import { glossaryType, guidedType, readingType } from '../core/shelf/manifest-schema.ts';
import { writeManifest } from '../core/shelf/manifest-writer.ts';
import { signCatalogue } from '../core/shelf/sign.ts';
import { sha256Hex } from '../core/shelf/verify.ts';
import { writeGuided } from '../core/sync/guided.ts';

export const SHELF_URL = 'https://shelf.example/';
const MODIFIED = '2026-11-01T08:00:00.000Z';

export interface ShelfFixture {
  /** By address below the shelf. Tests replace and delete to see what happens. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly manifest: BlobRef;
  readonly reading: BlobRef;
}

const sentence = v.parse(SentenceIdSchema, 's1');
const second = v.parse(SentenceIdSchema, 's2');

const READING: Reading = {
  version: 1,
  kind: 'reading',
  title: '老街的早晨',
  language: 'zh-Hans',
  blocks: [
    {
      type: 'paragraph',
      sentences: [
        {
          id: sentence,
          words: [{ text: '妈妈带我去' }, { text: '给水站', pinyin: 'jǐshuǐzhàn' }, { text: '。' }],
        },
        { id: second, words: [{ text: '邻居们排队。' }] },
      ],
    },
  ],
  terms: [],
  questions: [],
};

const GLOSSARY = {
  version: 1,
  terms: [
    {
      id: v.parse(TermIdSchema, 'jishuizhan'),
      word: '给水站',
      pinyin: 'jǐshuǐzhàn',
      explanation: '接水的地方。',
    },
  ],
};

interface FixtureShelf {
  readonly sequence?: number;
  readonly showFrom?: string;
  /** Of the issue. */
  readonly title?: string;
}

/** One issue: a reading, and a reading of the day that shows from `showFrom`. */
export async function writeShelf(
  keys: KeyPair,
  { sequence = 5, showFrom = '2026-11-20', title }: FixtureShelf = {},
): Promise<ShelfFixture> {
  const files: ShelfFixture['files'] = new Map();
  async function put(text: string, extension: string, type: string): Promise<BlobRef> {
    const bytes = new TextEncoder().encode(text);
    const sha256 = await sha256Hex(bytes);
    const href = blobHref(sha256, extension);
    files.set(href, bytes);
    return { href, sha256, size: bytes.byteLength, type };
  }

  const cues = [
    { sentence, start: 0, end: 2 },
    { sentence: second, start: 2, end: 4 },
  ];
  const reading = await put(JSON.stringify(READING), 'json', readingType);
  const guided = await put(
    JSON.stringify(writeGuided({ cues, textHref: 'a.html', mediaHref: 'a.mp4', kind: 'sign' })),
    'json',
    guidedType,
  );
  const captions = await put(writeVtt([{ id: 's1', start: 0, end: 2, text: '去给水站' }]), 'vtt', 'text/vtt');
  const glossary = await put(JSON.stringify(GLOSSARY), 'json', glossaryType);

  const piece = (more: Partial<PieceSummary>) => {
    const written = pieceToWrite(pieceSummary({ kind: 'reading', ...more }));
    return {
      ...written,
      files: {
        reading,
        tracks: written.files.tracks.map((track) => ({ ...track, guided })),
        captions: [{ language: 'zh-Hans', file: captions }],
      },
    };
  };
  const pieces = [piece({ id: 'old-street' }), piece({ id: 'daily', showFrom })];
  const whole = issueToWrite();
  const issue = {
    ...whole.issue,
    ...(title !== undefined && { title }),
    pieceCount: 2,
    pieces: pieces.map(({ summary }) => summary),
  };
  const manifest = await put(
    JSON.stringify(writeManifest({ ...whole, issue, pieces, glossary })),
    'json',
    'application/webpub+json',
  );
  const publication = writePublication({
    issue,
    club,
    language: ['zh-Hans'],
    modified: MODIFIED,
    manifest,
    bitmap: ref('18', 'png', 'image/png', { width: 880, height: 150 }),
  });
  const catalogue = await signCatalogue(
    {
      version: 1,
      sequence,
      issued: MODIFIED,
      expires: '2027-05-01T08:00:00.000Z',
      withdrawn: [],
      clubs: [v.parse(ClubSchema, club)],
      feed: writeFeed([club], [publication], MODIFIED),
    },
    keys.privateKey,
  );
  files.set('catalogue.jws', new TextEncoder().encode(catalogue));
  return { files, manifest, reading };
}

/** What `fetch` does while a test runs: `asked` lists what went out. */
export function networkOf(shelf: () => ShelfFixture | null): {
  readonly fetch: typeof fetch;
  readonly asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    async fetch(input) {
      const address = String(input).replace(SHELF_URL, '');
      asked.push(address);
      const open = shelf();
      if (!open) throw new TypeError('Failed to fetch');
      const bytes = open.files.get(address);
      return bytes ? new Response(bytes) : new Response('', { status: 404 });
    },
  };
}
