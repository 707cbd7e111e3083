// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyPair, type KeyPair } from '../core/shelf/attack-fixture.ts';
import { deleteDatabase, withRecords } from '../storage/database.ts';
import { createShelfBookcase } from './shelf-bookcase.ts';
import { readShelfConfig } from './shelf-config.ts';
import { trustNotice } from './trust-notice.ts';
import { refreshCatalogue } from './trust.ts';
import { SHELF_URL, networkOf, writeShelf, type ShelfFixture } from './shelf-fixture.ts';

const ISSUE = '2026-11-silent-world';
let keys: KeyPair;
let shelf: ShelfFixture | null;
let network: ReturnType<typeof networkOf>;

/** The shelf's address and key as the hub writes them into the page. */
function configure(key: KeyPair): void {
  document.head.innerHTML = `<script type="application/json" id="shelf">${JSON.stringify({ url: SHELF_URL, key: key.publicKey })}</script>`;
}

beforeAll(async () => {
  keys = await keyPair();
});

beforeEach(async () => {
  shelf = await writeShelf(keys);
  network = networkOf(() => shelf);
  vi.stubGlobal('fetch', network.fetch);
  vi.setSystemTime('2026-11-23T06:00:00Z');
  configure(keys);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await deleteDatabase();
});

describe('a bookcase over a shelf', () => {
  it('opens a piece with its text, cues and captions, each verified', async () => {
    const piece = await createShelfBookcase().piece(ISSUE, 'old-street');
    expect(piece.reading.title).toBe('老街的早晨');
    expect(piece.tracks[0]?.cues.map((cue) => cue.sentence)).toEqual(['s1', 's2']);
    expect(piece.captions[0]?.cues[0]).toMatchObject({ text: '去给水站', sentence: 's1' });
  });

  it('asks once for what several pages need at the same time', async () => {
    const bookcase = createShelfBookcase();
    await Promise.all([bookcase.clubs(), bookcase.issue(ISSUE), bookcase.piece(ISSUE, 'old-street')]);
    expect(new Set(network.asked).size).toBe(network.asked.length);
  });

  it('points to files below the shelf', async () => {
    const bookcase = createShelfBookcase();
    const { tracks } = await bookcase.piece(ISSUE, 'old-street');
    const media = tracks[0]?.media;
    expect(media && bookcase.urlOf(media)).toMatch(/^https:\/\/shelf\.example\/blobs\/sha256\/.+\.mp4$/u);
  });

  it('shows a piece of the day from its own day in Shanghai, whatever the tablet thinks', async () => {
    shelf = await writeShelf(keys, { showFrom: '2026-11-24' });
    // 15:59 in London is one minute to midnight in Shanghai.
    vi.setSystemTime('2026-11-23T15:59:00Z');
    const bookcase = createShelfBookcase();
    expect((await bookcase.issue(ISSUE)).pieces.map((piece) => piece.id)).toEqual(['old-street']);
    await expect(bookcase.piece(ISSUE, 'daily')).rejects.toMatchObject({ problem: 'not-found' });
    vi.setSystemTime('2026-11-23T16:00:00Z');
    expect((await bookcase.issue(ISSUE)).pieces.map((piece) => piece.id)).toEqual(['old-street', 'daily']);
  });

  it('gives the words of a club with the issue they come from', async () => {
    const { terms, missing } = await createShelfBookcase().terms('silent-world');
    expect(terms).toMatchObject([{ id: 'jishuizhan', issue: ISSUE }]);
    expect(missing).toEqual([]);
  });

  it('names an issue whose words could not be read instead of failing', async () => {
    shelf?.files.delete(shelf.manifest.href);
    expect(await createShelfBookcase().terms('silent-world')).toEqual({ terms: [], missing: [ISSUE] });
  });
});

describe('what goes wrong, said as what it is', () => {
  it.each([
    [
      'an unknown issue',
      (bookcase: ReturnType<typeof createShelfBookcase>) => bookcase.issue('2020-01-none'),
    ],
    ['an unknown piece', (bookcase: ReturnType<typeof createShelfBookcase>) => bookcase.piece(ISSUE, 'none')],
  ])('%s is not found', async (_what, ask) => {
    await expect(ask(createShelfBookcase())).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('a shelf that never was is missing, a network that is away is offline', async () => {
    shelf?.files.delete('catalogue.jws');
    await expect(createShelfBookcase().clubs()).rejects.toMatchObject({ problem: 'shelf-missing' });
    shelf = null;
    await expect(createShelfBookcase().clubs()).rejects.toMatchObject({ problem: 'offline' });
  });

  it('a changed text is not shown', async () => {
    const { reading, files } = shelf ?? (await writeShelf(keys));
    const bytes = files.get(reading.href);
    if (bytes)
      files.set(
        reading.href,
        bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      );
    await expect(createShelfBookcase().piece(ISSUE, 'old-street')).rejects.toMatchObject({
      problem: 'not-verified',
    });
  });

  it('a text larger than promised is dropped', async () => {
    const { reading, files } = shelf ?? (await writeShelf(keys));
    files.set(reading.href, new Uint8Array(reading.size + 1));
    await expect(createShelfBookcase().piece(ISSUE, 'old-street')).rejects.toMatchObject({
      problem: 'not-verified',
    });
  });

  it('a failure is not remembered: the next question asks again', async () => {
    const whole = shelf;
    const bookcase = createShelfBookcase();
    await bookcase.clubs();
    shelf = null;
    await expect(bookcase.issue(ISSUE)).rejects.toMatchObject({ problem: 'offline' });
    shelf = whole;
    expect((await bookcase.issue(ISSUE)).id).toBe(ISSUE);
  });
});

describe('what this tablet has seen', () => {
  it('opens again without a network: the catalogue and every text that was opened', async () => {
    await createShelfBookcase().piece(ISSUE, 'old-street');
    shelf = null;
    const offline = createShelfBookcase();
    expect((await offline.issues('silent-world')).map((issue) => issue.id)).toEqual([ISSUE]);
    expect((await offline.piece(ISSUE, 'old-street')).reading.title).toBe('老街的早晨');
  });

  it('opens whatever one spoilt record of an installed month says', async () => {
    await createShelfBookcase().piece(ISSUE, 'old-street');
    shelf = null;
    // Only its key is left of it.
    const spoilt: never = JSON.parse(JSON.stringify({ issue: ISSUE }));
    await withRecords((records) => records.put('installed', spoilt));
    expect((await createShelfBookcase().piece(ISSUE, 'old-street')).reading.title).toBe('老街的早晨');
  });

  it('does not open what was never opened', async () => {
    await createShelfBookcase().clubs();
    shelf = null;
    await expect(createShelfBookcase().piece(ISSUE, 'old-street')).rejects.toMatchObject({
      problem: 'offline',
    });
  });

  it('holds against a sign-in page in place of the shelf', async () => {
    await createShelfBookcase().clubs();
    shelf?.files.set('catalogue.jws', new TextEncoder().encode('<!doctype html><p>Please sign in'));
    expect(await createShelfBookcase().issues('silent-world')).toHaveLength(1);
  });

  it('holds against an older catalogue', async () => {
    shelf = await writeShelf(keys, { sequence: 9 });
    await createShelfBookcase().clubs();
    shelf = await writeShelf(keys, { sequence: 8, showFrom: '2000-01-01' });
    await expect(createShelfBookcase().refresh()).rejects.toMatchObject({ problem: 'not-verified' });
  });

  it('goes on when the shelf comes with another key, about which a person is asked', async () => {
    await createShelfBookcase().clubs();
    const others = await keyPair();
    shelf = await writeShelf(others, { sequence: 99 });
    configure(others);
    const bookcase = createShelfBookcase();
    expect(await bookcase.issues('silent-world')).toHaveLength(1);
    await expect(bookcase.refresh()).rejects.toMatchObject({ problem: 'key-changed' });
    expect(await trustNotice(SHELF_URL)).toMatchObject({ kind: 'key-changed' });
  });

  it('refuses a catalogue that the offered key did not sign', async () => {
    configure(await keyPair());
    await expect(createShelfBookcase().clubs()).rejects.toMatchObject({ problem: 'not-verified' });
  });

  it('finds a newer catalogue when asked to look', async () => {
    const bookcase = createShelfBookcase();
    await bookcase.clubs();
    expect(await bookcase.refresh()).toBe(false);
    shelf = await writeShelf(keys, { sequence: 6 });
    expect(await bookcase.refresh()).toBe(true);
  });

  it('shows what the page has found out at the side, without being asked to look', async () => {
    const bookcase = createShelfBookcase();
    await bookcase.issues('silent-world');
    const asked = network.asked.length;
    await bookcase.issues('silent-world');
    expect(network.asked).toHaveLength(asked);
    shelf = await writeShelf(keys, { sequence: 6, title: '新来的一期' });
    await refreshCatalogue(await readShelfConfig());
    expect((await bookcase.issues('silent-world')).map(({ title }) => title)).toEqual(['新来的一期']);
  });
});
