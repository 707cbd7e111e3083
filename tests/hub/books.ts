/** The books on a shelf, by the catalogue's own word. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { publicationsOf, verifyPayload } from '../../src/core/shelf/catalogue.ts';
import { epubType, type Publication } from '../../src/core/shelf/feed.ts';

/** @param data The hub's data folder. */
export async function booksIn(data: string): Promise<{ readonly id: string; readonly file: string }[]> {
  const { d: _secret, ...key } = JSON.parse(await readFile(path.join(data, 'keys/shelf.jwk.json'), 'utf8'));
  const jws = await readFile(path.join(data, 'shelf/catalogue.jws'), 'utf8');
  const { feed } = await verifyPayload(jws, key);
  return publicationsOf(feed).map((publication) => ({
    id: publication.metadata.samePage.id,
    file: path.join(data, 'shelf', bookOf(publication)),
  }));
}

function bookOf({ links }: Publication): string {
  const [book] = links.filter(({ type }) => type === epubType);
  if (book === undefined) throw new Error('no book');
  return book.href;
}
