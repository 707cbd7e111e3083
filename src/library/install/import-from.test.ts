import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyPair, type KeyPair } from '../../core/shelf/attack-fixture.ts';
import { PublicKeySchema } from '../../core/shelf/catalogue.ts';
import { writeFeed } from '../../core/shelf/feed.ts';
import { club } from '../../core/shelf/fixture.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { joined } from '../../core/shelf/pack/fixture.ts';
import { planVolumes, type BlobToPack } from '../../core/shelf/pack/plan-volumes.ts';
import { writePack } from '../../core/shelf/pack/write-pack.ts';
import { deleteDatabase } from '../../storage/database.ts';
import { takeCatalogue } from '../trust.ts';
import { changed } from './queue.ts';
import {
  ISSUE,
  ISSUED,
  monthOf,
  release,
  tabletWith,
  URL_OF_SHELF,
  type Month,
} from '../whole-shelf-fixture.ts';

let keys: KeyPair;
let month: Month;
let tablet: ReturnType<typeof tabletWith>;
beforeAll(async () => {
  keys = await keyPair();
  month = await monthOf();
});
beforeEach(() => {
  tablet = tabletWith({ url: URL_OF_SHELF, key: v.parse(PublicKeySchema, keys.publicKey) });
});
afterEach(() => deleteDatabase());

/** As the tablet and the hub make them. */
async function volumes(of = month, sequence = 5): Promise<readonly File[]> {
  const catalogue = await release(of, keys, { sequence });
  const toPack = (ref: BlobToPack['ref']): BlobToPack => ({
    ref,
    read: async (start, end) => of.files.get(ref.href)?.slice(start, end) ?? new Uint8Array(),
  });
  const namedBy = toPack(of.manifest);
  const { blobs } = parseManifest(new TextDecoder().decode(of.files.get(of.manifest.href)));
  const all = [namedBy, ...blobs.map((ref) => ({ ...toPack(ref), namedBy }))];
  const [whole] = planVolumes({ catalogue, blobs: all });
  // A byte too little for all of it: the last file needs a second volume.
  const volumeBytes = (whole?.sizeBytes ?? 0) - 1;
  const parts: Uint8Array<ArrayBuffer>[][] = [];
  for await (const { volume, bytes } of writePack({ catalogue, blobs: all, volumeBytes }))
    (parts[volume - 1] ??= []).push(bytes);
  return parts.map((part, at) => new File([joined(part)], `month-${at + 1}.samepage.zip`));
}

/** A file whose stick is gone: any reading of it fails. */
function unreadable(): Blob {
  const gone = new Blob();
  gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  return gone;
}

describe('a pack of several volumes', () => {
  it('is whole when all are put in at once, in whatever order they were chosen', async () => {
    const all = await volumes();
    expect(all.length).toBeGreaterThan(1);
    const report = await tablet.importFrom(all.toReversed());
    expect(report).toEqual({ installed: [ISSUE], incomplete: [], isNewerCatalogue: true });
    expect(tablet.isWhole()).toBe(true);
  });

  it.each([
    ['first to last', (all: readonly File[]) => all],
    ['last to first', (all: readonly File[]) => all.toReversed()],
  ])('is whole when they are put in one after the other, %s', async (_order, inOrder) => {
    const all = inOrder(await volumes());
    for (const volume of all.slice(0, -1)) {
      expect(await tablet.importFrom([volume])).toMatchObject({ installed: [], incomplete: [ISSUE] });
      expect(tablet.isWhole()).toBe(false);
    }
    expect(await tablet.importFrom(all.slice(-1))).toMatchObject({ installed: [ISSUE], incomplete: [] });
    expect(tablet.isWhole()).toBe(true);
  });

  it('is not fetched over the network by who stopped it: what came waits for the pack or for a yes', async () => {
    const all = await volumes();
    const stopping = new AbortController();
    const stop = { signal: stopping.signal, onProgress: () => stopping.abort() };
    await expect(tablet.importFrom(all, stop)).rejects.toMatchObject({ name: 'AbortError' });
    const [left] = tablet.journal.tables.installs.values();
    expect(left).toMatchObject({ issue: ISSUE, state: 'paused' });
    expect(left).not.toHaveProperty('isCarried');
    expect(await tablet.importFrom(all)).toMatchObject({ installed: [ISSUE] });
    expect([...tablet.journal.tables.installs.values()]).toEqual([]);
  });

  it('that was to come over the network anyway still does when its import was stopped', async () => {
    const all = await volumes();
    await tablet.importFrom(all.slice(0, 1));
    const stopping = new AbortController();
    const stop = { signal: stopping.signal, onProgress: () => stopping.abort() };
    await expect(tablet.importFrom(all.slice(1), stop)).rejects.toMatchObject({ name: 'AbortError' });
    expect([...tablet.journal.tables.installs.values()]).toMatchObject([{ issue: ISSUE, state: 'queued' }]);
  });

  it.each([
    [
      'nobody had asked for is not left to the network when it is cut off',
      [],
      { state: 'paused', isCarried: true },
    ],
    ['was to come over the network anyway still is when it is cut off', ['queued'], { state: 'queued' }],
    ['a person had paused stays paused when it is cut off', ['paused'], { state: 'paused' }],
  ] as const)('of a month that %s', async (_what, before, left) => {
    const all = await volumes();
    if (before[0]) {
      await tablet.importFrom(all.slice(0, 1));
      await tablet.journal.changeQueue(({ queue }) => changed(queue, ISSUE, { state: before[0] }));
    }
    // What a killed browser leaves is what is written down while it moves.
    const written: object[] = [];
    const onProgress = (): void => void written.push(...tablet.journal.tables.installs.values());
    await tablet.importFrom(all, { onProgress });
    expect(written.length).toBeGreaterThan(0);
    for (const record of written) {
      expect(record).toMatchObject(left);
      expect(record).toHaveProperty('manifest.sha256', month.manifest.sha256);
      expect('isCarried' in record).toBe(before.length === 0);
    }
    expect(tablet.isWhole()).toBe(true);
  });

  it('that was cut off is in the hands of the import that has its pack now', async () => {
    const all = await volumes();
    await tablet.importFrom(all.slice(0, 1));
    const carried = { state: 'paused', isCarried: true, carriedBy: 'an import whose page is gone' } as const;
    await tablet.journal.changeQueue(({ queue }) => changed(queue, ISSUE, carried));
    const written: object[] = [];
    const onProgress = (): void => void written.push(...tablet.journal.tables.installs.values());
    await tablet.importFrom(all, { onProgress });
    expect(written.length).toBeGreaterThan(0);
    for (const now of written) expect(now).toMatchObject({ isCarried: true, carriedBy: 'an import' });
    expect(tablet.isWhole()).toBe(true);
  });

  it('whose stick is pulled out leaves its month to the stick, with what was read', async () => {
    const [first] = await volumes();
    if (!first) throw new Error('There is no volume');
    let isOut = false;
    const stick = new File([first], first.name);
    const slice = stick.slice.bind(stick);
    stick.slice = (...part) => (isOut ? unreadable() : slice(...part));
    const pullOut = { onProgress: () => void (isOut = tablet.journal.tables.held.size > 0) };
    await expect(tablet.importFrom([stick], pullOut)).rejects.toMatchObject({ fault: 'interrupted' });
    expect([...tablet.journal.tables.installs.values()]).toMatchObject([
      { state: 'paused', isCarried: true },
    ]);
    expect(tablet.journal.tables.held.size).toBeGreaterThan(0);
  });

  it('says which file it is when one of them is damaged, and takes nothing from any', async () => {
    const [first, second] = await volumes();
    if (!first || !second) throw new Error('There is only one volume');
    const half = new File([second.slice(0, second.size / 2)], second.name);
    await expect(tablet.importFrom([first, half])).rejects.toMatchObject({
      fault: 'not-a-pack',
      file: 'month-2.samepage.zip',
    });
    expect(tablet.journal.tables.blobs.size).toBe(0);
    expect(tablet.store.files.size).toBe(0);
  });
});

describe('a month that the catalogue does not name any more', () => {
  it('and that has lost a file is mended from a pack', async () => {
    const all = await volumes();
    await tablet.importFrom(all);
    const record = tablet.journal.tables.installed.get(ISSUE);
    if (!record) throw new Error('It was not installed');
    await tablet.journal.putInstalled({ ...record, missing: [month.media.sha256] });
    await tablet.journal.forget([month.media.sha256]);
    await tablet.store.remove(month.media.sha256);
    const without = await release(month, keys, { sequence: 6, feed: writeFeed([club], [], ISSUED) });
    await takeCatalogue(without, tablet.config);
    expect(await tablet.importFrom(all)).toMatchObject({ installed: [ISSUE], incomplete: [] });
    expect(tablet.isWhole()).toBe(true);
  });
});

describe('an older pack', () => {
  it('gives the files a revised month still has, once the tablet knows what it is made of', async () => {
    const older = await volumes();
    const revised: Month = await monthOf(2);
    const newer = await volumes(revised, 6);
    expect(await tablet.importFrom(newer.slice(0, 1))).toMatchObject({ incomplete: [ISSUE] });
    const needed = [...tablet.journal.tables.blobs.keys()].length;
    // What it has of the revision is here already, but for nothing: then there is nothing useful in it.
    await expect(tablet.importFrom(older)).rejects.toMatchObject({ fault: 'nothing-useful' });
    expect(tablet.journal.tables.blobs.size).toBe(needed);
    // Lost since: it is taken from the older pack, under the newer catalogue.
    const text = parseManifest(new TextDecoder().decode(revised.files.get(revised.manifest.href))).blobs.find(
      ({ type }) => type === 'image/png',
    );
    if (!text) throw new Error('The month has no picture');
    await tablet.journal.forget([text.sha256]);
    await tablet.store.remove(text.sha256);
    expect(await tablet.importFrom(older)).toMatchObject({ incomplete: [ISSUE], isNewerCatalogue: false });
    expect(tablet.store.files.get(text.sha256)?.sealed).toBe(true);
  });
});
