/** What a page of a reading is sent ahead when its shelf lies elsewhere: hints, as soon as the shelf answers, and no error before. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { issueId, openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import { addIssue } from '../publish/add-issue.ts';
import { readingExtras } from './reading-extras.ts';
import { shelfIndex } from './shelf-index.ts';
import { storeReader, type ShelfReader } from './shelf-reader.ts';

const shelfUrl = 'https://cdn.example.org/shelf/';
const page = `/read/${issueId}/bus`;

let workshop: Workshop;
let shelf: OpenShelf;
beforeAll(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  const options = {
    allowPlaceholders: false,
    writesIds: false,
    demandsReasons: false,
    report: () => undefined,
  };
  await addIssue(await workshop.makeIssue(), shelf, { ...options, now: new Date() });
});
afterAll(() => workshop.clear());

describe('a page of a reading on a shelf elsewhere', () => {
  let isAway = false;
  let asked: string[] = [];
  let reader: ShelfReader;
  beforeEach(() => {
    isAway = false;
    asked = [];
    const real = storeReader(shelf.store);
    reader = {
      state: real.state,
      async text(href) {
        asked.push(href);
        if (isAway && href.startsWith('blobs/')) throw new Error('the store is away');
        return real.text(href);
      },
    };
  });
  const extras = () =>
    readingExtras({
      index: shelfIndex(reader, shelf.keys.publicKey),
      shelfRoot: '',
      shelfUrl,
      buildManifest: null,
    });
  const preloads = (link: string): readonly string[] =>
    [...link.matchAll(/<https:\/\/cdn\.example\.org\/shelf\/([^>]+)>; rel=preload/gu)].map(
      ([, href = '']) => href,
    );

  it('hints at catalogue, manifest and reading, in that order', async () => {
    const hints = preloads((await extras()(page)).link);
    expect(hints[0]).toBe('catalogue.jws');
    expect(hints.slice(1)).toHaveLength(2);
    for (const href of hints.slice(1)) expect(await shelf.store.sizeOf(href)).toBeGreaterThan(0);
    expect(asked).toContain(hints[1]);
  });

  it('has no hints while its manifest cannot be read, and has them as soon as it can', async () => {
    const of = extras();
    isAway = true;
    expect(await of(page)).toEqual({ link: '', ahead: '' });
    isAway = false;
    expect(preloads((await of(page)).link)).toHaveLength(3);
    // And is not asked again for what it knows.
    const before = asked.length;
    expect(preloads((await of(page)).link)).toHaveLength(3);
    expect(asked).toHaveLength(before);
  });

  it('is not kept waiting by a store that says nothing', async () => {
    vi.useFakeTimers();
    try {
      const silent: ShelfReader = { ...reader, state: () => new Promise(() => undefined) };
      const waiting = readingExtras({
        index: shelfIndex(silent, shelf.keys.publicKey),
        shelfRoot: '',
        shelfUrl,
        buildManifest: null,
      })(page);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await waiting).toEqual({ link: '', ahead: '' });
    } finally {
      vi.useRealTimers();
    }
  });
});
