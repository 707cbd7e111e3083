/** Which sentences a published piece has, so that nothing else is ever counted. */
import type { JWK } from 'jose';
import * as v from 'valibot';
import { ReadingSchema, sentencesOf } from '../../core/reading/model.ts';
import { verifyCatalogue } from '../../core/shelf/catalogue.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';

/** A file of the shelf, or null. */
export type ReadShelf = (href: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Null for a piece that is not on the shelf. */
export type ShelfSentences = (issue: string, piece: string) => Promise<ReadonlySet<string> | null>;

/** How many pieces are remembered; they are asked about one month at a time. */
const MOST_KNOWN = 200;

export function shelfSentences(read: ReadShelf, key: () => Promise<JWK | null>): ShelfSentences {
  const known = new Map<string, ReadonlySet<string>>();
  const text = async (href: string): Promise<string | null> => {
    const bytes = await read(href);
    return bytes && new TextDecoder().decode(bytes);
  };

  async function ofReading(href: string): Promise<ReadonlySet<string> | null> {
    const before = known.get(href);
    if (before) return before;
    const found = await text(href);
    if (found === null) return null;
    const ids = new Set(sentencesOf(v.parse(ReadingSchema, JSON.parse(found))).map(({ id }): string => id));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(href, ids);
    return ids;
  }

  return async (issue, piece) => {
    const [signed, publicKey] = [await text('catalogue.jws'), await key()];
    if (signed === null || publicKey === null) return null;
    const listed = (await verifyCatalogue(signed, publicKey)).issues.find(({ id }) => id === issue);
    const manifest = listed && (await text(listed.manifest.href));
    const files = manifest ? parseManifest(manifest).pieces[piece] : undefined;
    return files ? ofReading(files.reading.href) : null;
  };
}
