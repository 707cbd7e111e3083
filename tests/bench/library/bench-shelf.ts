/** A shelf of as many months, and as large ones, as a bench needs: on disk, signed, every file true to its name. */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { SentenceIdSchema, type BlobRef, type Reading } from '../../../src/core/reading/model.ts';
import { blobHref } from '../../../src/core/shelf/blob-href.ts';
import { PublicKeySchema } from '../../../src/core/shelf/catalogue.ts';
import { keyPair, type KeyPair } from '../../../src/core/shelf/attack-fixture.ts';
import { ClubSchema } from '../../../src/core/shelf/club.ts';
import { writeFeed, writePublication } from '../../../src/core/shelf/feed.ts';
import { club, issueToWrite, pieceSummary, pieceToWrite } from '../../../src/core/shelf/fixture.ts';
import { readingType } from '../../../src/core/shelf/manifest-schema.ts';
import { writeManifest } from '../../../src/core/shelf/manifest-writer.ts';
import { writePack } from '../../../src/core/shelf/pack/write-pack.ts';
import { signCatalogue } from '../../../src/core/shelf/sign.ts';
import { CHUNK_BYTES } from '../../../src/core/shelf/verify.ts';
import type { ShelfConfig } from '../../../src/library/shelf-config.ts';

type Publication = ReturnType<typeof writePublication>;

export interface MonthPlan {
  /** `2026-11` */
  readonly month: string;
  readonly pieces: number;
  readonly sentencesPerPiece: number;
  /** Sizes of films, in bytes. */
  readonly films?: readonly number[];
  /** Of the first piece, when it has captions. */
  readonly caption?: string;
  /** An earlier revision, whose films this one goes on using. */
  readonly keep?: BenchMonth;
}

export interface BenchMonth {
  readonly publication: Publication;
  readonly blobs: readonly BlobRef[];
  readonly films: readonly BlobRef[];
  readonly manifest: BlobRef;
}

export interface BenchShelf {
  /** Absolute: what a hub serves under `/shelf/`. */
  readonly root: string;
  readonly key: ShelfConfig['key'];
  /** Writes a month's files, and nothing that is there already. */
  write(plan: MonthPlan): Promise<BenchMonth>;
  /** A catalogue of these months; the sequence rises each time. */
  release(months: readonly BenchMonth[]): Promise<void>;
  /** One pack of these months. */
  pack(months: readonly BenchMonth[], file: string): Promise<void>;
}

const ISSUED = '2026-11-01T08:00:00.000Z';

/** @param given The keys of the hub that is to serve it; some of its own without. */
export async function openBenchShelf(root: string, given?: KeyPair): Promise<BenchShelf> {
  const keys = given ?? (await keyPair());
  let sequence = 1;
  await mkdir(root, { recursive: true });

  async function put(bytes: Uint8Array, extension: string, type: string): Promise<BlobRef> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const href = blobHref(sha256, extension);
    await mkdir(path.dirname(path.join(root, href)), { recursive: true });
    await writeFile(path.join(root, href), bytes);
    return { href, sha256, size: bytes.byteLength, type };
  }
  const text = (content: unknown, extension: string, type: string): Promise<BlobRef> =>
    put(
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
      extension,
      type,
    );

  /** Never in memory as a whole: a chunk of noise, told apart by its number. */
  async function film(size: number): Promise<BlobRef> {
    const draft = path.join(root, `draft-${randomBytes(8).toString('hex')}`);
    const noise = randomBytes(CHUNK_BYTES);
    const whole = createHash('sha256');
    const chunks: string[] = [];
    const file = createWriteStream(draft);
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      noise.writeUInt32LE(chunks.length, 0);
      const chunk = Buffer.from(noise.subarray(0, Math.min(CHUNK_BYTES, size - at)));
      whole.update(chunk);
      chunks.push(createHash('sha256').update(chunk).digest('hex'));
      if (!file.write(chunk)) await new Promise((resolve) => file.once('drain', resolve));
    }
    await new Promise<void>((resolve) => file.end(resolve));
    const sha256 = whole.digest('hex');
    const href = blobHref(sha256, 'mp4');
    await mkdir(path.dirname(path.join(root, href)), { recursive: true });
    await rename(draft, path.join(root, href));
    const ref = { href, sha256, size, type: 'video/mp4', width: 1280, height: 720, duration: 60 };
    return size > CHUNK_BYTES ? { ...ref, chunks } : ref;
  }

  async function write(plan: MonthPlan): Promise<BenchMonth> {
    const { month, caption } = plan;
    const covered = { width: 880, height: 150 };
    const drawing = {
      ...(await text(
        `<svg xmlns="http://www.w3.org/2000/svg" id="m${month}" viewBox="0 0 880 150"/>`,
        'svg',
        'image/svg+xml',
      )),
      ...covered,
    };
    const bitmap = {
      ...(await put(Buffer.concat([PNG, Buffer.from(month)]), 'png', 'image/png')),
      ...covered,
    };
    const films: BlobRef[] = [...(plan.keep?.films ?? [])];
    for (const size of plan.films ?? []) films.push(await film(size));
    const written = [];
    for (let piece = 0; piece < plan.pieces; piece++) {
      const reading = readingOf(`${month}-${piece}`, plan.sentencesPerPiece);
      const summary = pieceSummary({
        id: `piece-${piece}`,
        kind: 'reading',
        title: reading.title,
        sentenceCount: plan.sentencesPerPiece,
        placeholderSign: false,
        hasCaptions: caption !== undefined && piece === 0,
      });
      const captions =
        caption !== undefined && piece === 0
          ? [
              {
                language: 'zh-Hans',
                file: await text(`WEBVTT\n\n00:00.000 --> 00:02.000\n${caption}\n`, 'vtt', 'text/vtt'),
              },
            ]
          : [];
      written.push({
        ...pieceToWrite(summary),
        html: await text(`<!doctype html><title>${reading.title}</title>`, 'html', 'text/html'),
        cueTracks: {},
        files: { reading: await text(reading, 'json', readingType), tracks: [], captions },
      });
    }
    const whole = issueToWrite();
    const issue = {
      ...whole.issue,
      id: `${month}-${club.id}`,
      month,
      title: `${month} 的月刊`,
      cover: drawing,
      pieceCount: written.length,
      pieces: written.map(({ summary }) => summary),
      sizeBytes: films.reduce((sum, { size }) => sum + size, 200_000),
    };
    const manifest = await text(
      writeManifest({
        ...whole,
        issue,
        covers: [drawing, bitmap],
        glossary: null,
        pieces: written,
        resources: films,
      }),
      'json',
      'application/webpub+json',
    );
    const publication = writePublication({
      issue,
      club,
      language: ['zh-Hans'],
      modified: ISSUED,
      manifest,
      bitmap,
    });
    const blobs = written.flatMap(({ html, files }) => [
      html,
      files.reading,
      ...files.captions.map(({ file }) => file),
    ]);
    return { publication, manifest, films, blobs: [manifest, drawing, bitmap, ...blobs, ...films] };
  }

  return {
    root,
    key: v.parse(PublicKeySchema, keys.publicKey),
    write,
    async release(months) {
      const catalogue = await signCatalogue(
        {
          version: 1,
          sequence: ++sequence,
          issued: ISSUED,
          expires: '2099-05-01T08:00:00.000Z',
          withdrawn: [],
          clubs: [v.parse(ClubSchema, club)],
          feed: writeFeed(
            [club],
            months.map(({ publication }) => publication),
            ISSUED,
          ),
        },
        keys.privateKey,
      );
      await writeFile(path.join(root, 'catalogue.jws'), catalogue);
    },
    async pack(months, file) {
      const catalogue = await readFile(path.join(root, 'catalogue.jws'), 'utf8');
      const blobs = months
        .flatMap((one) => one.blobs)
        .map((ref) => ({ ref, read: reader(path.join(root, ref.href)) }));
      const out = await open(file, 'w');
      for await (const { bytes } of writePack({ catalogue, blobs })) await out.writeFile(bytes);
      await out.close();
    },
  };
}

function reader(file: string): (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>> {
  return async (start, end) => {
    const handle = await open(file);
    const bytes = new Uint8Array(end - start);
    await handle.read(bytes, 0, bytes.byteLength, start);
    await handle.close();
    return bytes;
  };
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Text with as many different characters as a club's text has, and none that means anything. */
function readingOf(seed: string, sentences: number): Reading {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): { text: string } => ({
    text: String.fromCharCode(0x4e00 + next(2500), 0x4e00 + next(2500)),
  });
  return {
    version: 1,
    kind: 'reading',
    title: `第${seed}篇`,
    language: 'zh-Hans',
    blocks: [
      {
        type: 'paragraph',
        sentences: Array.from({ length: sentences }, (_, at) => ({
          id: v.parse(SentenceIdSchema, `s${at + 1}`),
          words: [...Array.from({ length: 10 }, word), { text: '。' }],
        })),
      },
    ],
    terms: [],
    questions: [],
  };
}

/** `2026-11`, `2026-10`, … */
export function monthsBack(count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) => {
    const month = 2026 * 12 + 10 - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
