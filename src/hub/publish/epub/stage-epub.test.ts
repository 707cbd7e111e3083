import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { epubType } from '../../../core/shelf/feed.ts';
import { openStoredZip } from '../../../core/shelf/pack/stored-zip.ts';
import { parseManifest } from '../../../core/shelf/manifest.ts';
import { issueId, openWorkshop, type Workshop } from '../../fixture.ts';
import { openShelf, type OpenShelf } from '../../open-shelf.ts';
import { blobsOf, chosenIssues, readCatalogue } from '../../pack/issue-blobs.ts';
import { readShelf } from '../../shelf-state.ts';
import { addIssue } from '../add-issue.ts';
import { removeIssue } from '../remove-issue.ts';

let workshop: Workshop;
let shelf: OpenShelf;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
});
afterEach(() => workshop.clear());

async function publish(now = new Date()): Promise<void> {
  const options = {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now,
    report: () => undefined,
  };
  const { published } = await addIssue(await workshop.makeIssue(), shelf, options);
  expect(published).not.toBeNull();
}
async function links() {
  const { publications } = await readShelf(shelf.store, shelf.keys.publicKey);
  return publications.flatMap((publication) => [...publication.links]);
}
const book = async () => (await links()).find(({ type }) => type === epubType);
const booksOnShelf = async () => (await shelf.store.listBlobs()).filter((href) => href.endsWith('.epub'));

describe('the book of a released issue', () => {
  it('is on the shelf under its hash, offered by the feed, with its cover and its texts in it', async () => {
    await publish();
    const link = await book();
    expect(await booksOnShelf()).toEqual([link?.href]);
    const bytes = await shelf.store.read(link?.href ?? '');
    if (bytes === null) throw new Error('no book');
    expect(bytes.byteLength).toBe(link?.properties.size);
    const slice = async (start: number, end: number) => bytes.slice(start, end);
    const names = [...(await openStoredZip({ size: bytes.byteLength, slice })).keys()];
    expect(names).toEqual(
      expect.arrayContaining(['EPUB/01-bus.xhtml', 'EPUB/glossary.xhtml', 'EPUB/nav.xhtml']),
    );
    expect(names[0]).toBe('mimetype');
  });

  it('is the same book when the issue is added again later', async () => {
    await publish(new Date('2026-11-01T08:00:00Z'));
    const first = await book();
    await publish(new Date('2026-11-20T08:00:00Z'));
    expect(await book()).toEqual(first);
    expect(await booksOnShelf()).toHaveLength(1);
  });

  it('is nothing a tablet installs and nothing a pack carries', async () => {
    await publish();
    const { catalogue } = await readCatalogue(shelf);
    for (const entry of chosenIssues(catalogue, [])) {
      const bytes = await shelf.store.read(entry.manifest.href);
      const { blobs } = parseManifest(new TextDecoder().decode(bytes ?? new Uint8Array()));
      const packed = await blobsOf(entry, shelf);
      const all = [...blobs, ...packed].map(({ href }) => href);
      expect(all.length).toBeGreaterThan(3);
      expect(all.filter((href) => /\.(?:epub|html)$/u.test(href))).toEqual([]);
    }
  });

  it('is gone when the issue is taken back, and nothing of its making is left behind', async () => {
    await publish();
    expect(await readdir(shelf.temporary)).toEqual([]);
    await removeIssue(issueId, shelf, new Date());
    expect(await booksOnShelf()).toEqual([]);
  });
});
