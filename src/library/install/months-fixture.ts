/** For tests: months as the hub writes them, small but for one film, and the catalogue that names them. */
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { club, issueToWrite, pieceSummary, pieceToWrite } from '../../core/shelf/fixture.ts';
import type { BlobRef } from '../../core/reading/model.ts';
import { manifestType } from '../../core/shelf/feed.ts';
import { glossaryType, guidedType, readingType } from '../../core/shelf/manifest-schema.ts';
import { writeManifest } from '../../core/shelf/manifest-writer.ts';
import { CHUNK_BYTES, chunkHashes, sha256Hex } from '../../core/shelf/verify.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Month {
  readonly entry: Catalogue['issues'][number];
  readonly film: BlobRef;
  readonly files: ReadonlyMap<string, Bytes>;
}

/** `2026-11`; another `edition` has other captions and the same film, unless `film` says otherwise. */
export async function makeMonth(month: string, edition = 1, film = month): Promise<Month> {
  const files = new Map<string, Bytes>();
  async function put(content: string | Bytes, extension: string, type: string): Promise<BlobRef> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const sha256 = await sha256Hex(bytes);
    const chunks = await chunkHashes(bytes);
    const href = blobHref(sha256, extension);
    files.set(href, bytes);
    return { href, sha256, size: bytes.byteLength, type, ...(chunks && { chunks }) };
  }
  const text = (what: string): string => `${what} of ${month}`;
  const media = await put(filmBytes(film), 'mp4', 'video/mp4');
  const written = pieceToWrite(pieceSummary());
  const [track] = written.files.tracks;
  if (!track) throw new Error('the fixture has lost its track');
  const piece = {
    ...written,
    files: {
      reading: await put(text('reading'), 'json', readingType),
      tracks: [{ ...track, media, guided: await put(text('guided'), 'json', guidedType) }],
      captions: [
        { language: 'zh-Hans', file: await put(`${text('captions')} ${edition}`, 'vtt', 'text/vtt') },
      ],
    },
  };
  const whole = issueToWrite(piece);
  const drawing = { ...(await put(text('drawing'), 'svg', 'image/svg+xml')), width: 880, height: 150 };
  const picture = { ...(await put(text('picture'), 'png', 'image/png')), width: 880, height: 150 };
  const id = `${month}-${club.id}`;
  const issue = { ...whole.issue, id, month, cover: drawing };
  const manifest = await put(
    JSON.stringify(
      writeManifest({
        ...whole,
        issue,
        covers: [drawing, picture],
        glossary: await put(text('glossary'), 'json', glossaryType),
        resources: [media],
      }),
    ),
    'json',
    manifestType,
  );
  const { pieces: _pieces, session: _session, ...summary } = issue;
  return { entry: { ...summary, manifest }, film: media, files };
}

export function catalogueOf(
  months: readonly Month[],
  more: Partial<Pick<Catalogue, 'withdrawn' | 'sequence'>> = {},
): Catalogue {
  return {
    sequence: 1,
    issued: '2026-11-20T00:00:00.000Z',
    expires: '2027-11-20T00:00:00.000Z',
    clubs: [club],
    withdrawn: [],
    issues: months.map(({ entry }) => entry),
    ...more,
  };
}

/** Two chunks and a little. */
function filmBytes(seed: string): Bytes {
  const salt = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0);
  return Uint8Array.from(
    { length: CHUNK_BYTES * 2 + 5000 },
    (_unit, at) => (at * 31 + (at >> 12) + salt) & 255,
  );
}
