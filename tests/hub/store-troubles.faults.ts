/** A store that is away, a disk that is full, clocks that jump, several publishers at once: never half a shelf, none lost. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blobHref } from '../../src/core/shelf/blob-href.ts';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import type { HubConfig } from '../../src/hub/config.ts';
import { HubError } from '../../src/hub/hub-error.ts';
import { openShelf, type OpenShelf } from '../../src/hub/open-shelf.ts';
import { removeIssue } from '../../src/hub/publish/remove-issue.ts';
import { readShelf } from '../../src/hub/shelf-state.ts';
import { openStore } from '../../src/hub/store/open-store.ts';
import type { S3Settings } from '../../src/hub/store/s3-settings.ts';
import { isIntact, verifyShelf } from '../../src/hub/store/shelf-files.ts';
import type { ShelfStore } from '../../src/hub/store/store.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';
import { startEngine, stopEngine } from '../tools/s3-engine.mjs';
import { changeIssue, issueProcess, offered, release, titled } from './hub-process.ts';
import { startStoreProxy, type StoreProxy } from './store-proxy.ts';

const engine = await s3Engine();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const year = 365 * 86_400_000;

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(async () => {
  vi.useRealTimers();
  await workshop.clear();
});

/** One after another: each is copied from the workshop's one folder, which making it writes anew. */
async function monthFolders(months: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const month of months) {
    const folder = path.join(workshop.root, `${month}-new-sisters`);
    await cp(await workshop.makeIssue(), folder, { recursive: true });
    await changeIssue(folder, { id: `${month}-new-sisters`, month });
    folders.push(folder);
  }
  return folders;
}

const onS3 = (settings: S3Settings, data = workshop.config.data): HubConfig => ({
  ...workshop.config,
  data,
  store: { kind: 's3', settings },
});

describe.skipIf(engine === null)('a bucket', () => {
  let place: S3Settings;
  let proxy: StoreProxy;
  beforeEach(async () => {
    if (engine === null) throw new Error('no engine');
    place = engine.place();
    proxy = await startStoreProxy(place.endpoint ?? '');
  });
  afterEach(async () => {
    await proxy.stop();
    await emptyPlace(place);
  });
  const through = (patienceMs: number) => openShelf(onS3({ ...place, endpoint: proxy.url, patienceMs }));
  const direct = () => openShelf(onS3(place));

  it('that is away for a minute is waited for, and the release goes through', async () => {
    const folder = await titled(workshop, '第一版');
    const shelf = await through(120_000);
    let awaySinceMs = 0;
    let backMs = 0;
    let isAway = false;
    let refused = 0;
    proxy.rule(({ method, path: asked }) => {
      if (method === 'PUT' && asked.includes('blobs/') && refused === 0) isAway = true;
      if (isAway) refused += 1;
      if (isAway && refused === 1) {
        awaySinceMs = performance.now();
        setTimeout(() => ((isAway = false), (backMs = performance.now())), 60_000);
      }
      return isAway ? { isRefused: true } : null;
    });
    await release(folder, shelf);
    expect(refused).toBeGreaterThan(2);
    expect(backMs - awaySinceMs).toBeGreaterThan(59_000);
    expect((await offered(await direct())).title).toBe('第一版');
  });

  it('that stays away is said to be, and offers what it did; the release goes through when it is back', async () => {
    const folder = await titled(workshop, '第一版');
    const shelf = await through(1_500);
    await release(folder, shelf);
    await changeIssue(folder, { title: '第二版' });
    for (const from of ['blobs/', 'opds.json', 'catalogue.jws']) {
      let isAway = false;
      proxy.rule(({ method, path: asked }) => {
        isAway ||= method === 'PUT' && asked.includes(from);
        return isAway ? { isRefused: true } : null;
      });
      await expect(release(folder, shelf)).rejects.toMatchObject({ fault: 'store-unreachable' });
      proxy.rule(() => null);
      expect((await offered(await direct())).title).toBe('第一版');
      // Its lease could not be given back; a hub that died there would be waited for.
      await emptyPlace({ ...place, prefix: `${place.prefix}.writing` });
    }
    await release(folder, shelf);
    expect((await offered(await direct())).title).toBe('第二版');
  });

  it('that has switched, though its answer was lost, is not switched again', async () => {
    const folder = await titled(workshop, '第一版');
    const shelf = await through(20_000);
    await release(folder, shelf);
    await changeIssue(folder, { title: '第二版' });
    let feeds = 0;
    let lost = 0;
    proxy.rule(({ method, path: asked }) => {
      if (method === 'PUT' && asked.includes('opds.json')) feeds += 1;
      if (method !== 'PUT' || !asked.includes('catalogue.jws') || lost > 0) return null;
      lost += 1;
      return { after: async () => undefined };
    });
    await release(folder, shelf);
    expect({ feeds, lost }).toEqual({ feeds: 1, lost: 1 });
    expect((await offered(await direct())).title).toBe('第二版');
  });

  it('of two hubs in two processes loses no release, and its sequence only rises', async () => {
    if (engine === null) return;
    const each = 5;
    const first = await direct();
    const other = path.join(workshop.root, 'other-hub');
    await cp(workshop.config.data, other, { recursive: true });
    const months = Array.from(
      { length: each * 2 },
      (_, index) => `2025-${String(index + 1).padStart(2, '0')}`,
    );
    const folders = await monthFolders(months);
    const environment = engine.environment(place);
    const hubs = [workshop.config.data, other].map((data, index) =>
      issueProcess(['add', ...folders.slice(index * each, (index + 1) * each)], {
        ...environment,
        SAME_PAGE_DATA: data,
      }),
    );
    const sequences: number[] = [];
    let isGoing = true;
    const watching = { ended: Promise.all(hubs.map(({ ended }) => ended)) };
    void watching.ended.finally(() => (isGoing = false));
    const isStillGoing = (): boolean => isGoing;
    while (isStillGoing()) {
      sequences.push((await readShelf(first.store, first.keys.publicKey)).sequence);
      await pause(100);
    }
    for (const { code, output } of await watching.ended) expect({ code, output }).toMatchObject({ code: 0 });
    const { publications } = await readShelf(first.store, first.keys.publicKey);
    expect(publications.map(({ metadata }) => metadata.samePage.id).sort()).toEqual(
      months.map((month) => `${month}-new-sisters`),
    );
    expect(sequences).toEqual([...sequences].sort((one, two) => one - two));
    expect(new Set(sequences).size).toBeGreaterThan(4);
    await verifyShelf(first.store, [first.keys.publicKey]);
  });

  it('loses none either where the lease fails: the compare-and-swap decides', async () => {
    const shelf = await direct();
    const leaseless = (): OpenShelf => {
      const store: ShelfStore = { ...shelf.store, whileAlone: (work) => work() };
      return Object.create(shelf, {
        store: { value: store },
        withLock: { value: <T>(work: () => Promise<T>) => work() },
      });
    };
    const months = Array.from({ length: 8 }, (_, index) => `2025-0${index + 1}`);
    const folders = await monthFolders(months);
    const [one, two] = [leaseless(), leaseless()];
    const run = async (hub: OpenShelf, own: readonly string[]): Promise<void> => {
      for (const folder of own) await release(folder, hub);
    };
    await Promise.all([run(one, folders.slice(0, 4)), run(two, folders.slice(4))]);
    const { publications } = await readShelf(shelf.store, shelf.keys.publicKey);
    expect(publications).toHaveLength(8);
  });

  it('keeps what one hub publishes while another takes back what it shares', async () => {
    const folder = await titled(workshop, '共用图片');
    const shelf = await direct();
    const otherData = path.join(workshop.root, 'other-hub');
    await cp(workshop.config.data, otherData, { recursive: true });
    const other = await openShelf(onS3(place, otherData));
    const [november = ''] = await monthFolders(['2025-11']);
    for (let round = 0; round < 4; round += 1) {
      await release(folder, shelf);
      await changeIssue(november, { title: `第${round}次` });
      // The same drawing and the same style lie under both.
      await Promise.all([removeIssue('2026-11-new-sisters', shelf, new Date()), release(november, other)]);
      expect(await verifyShelf(shelf.store, [shelf.keys.publicKey])).toMatchObject({
        issues: ['2025-11-new-sisters'],
      });
    }
  });

  it('is written to by a hub whose clock is a year off, and goes on when it is right again', async () => {
    const folder = await titled(workshop, '今天');
    const shelf = await direct();
    await release(folder, shelf);
    const sequences = [(await offered(shelf)).sequence];
    const real = Date.now();
    for (const [title, shift] of [
      ['明年', year],
      ['今天又来', 0],
      ['去年', -year],
      ['终于', 0],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: real + shift });
      await changeIssue(folder, { title });
      await release(folder, await direct(), new Date());
      vi.useRealTimers();
      const now = await offered(shelf);
      expect(now.title).toBe(title);
      sequences.push(now.sequence);
    }
    expect(sequences).toEqual([...new Set(sequences)].sort((one, two) => one - two));
  });

  it('takes a film of half a gigabyte, and gives it back, without holding it in memory', async () => {
    const { store } = await direct();
    expect(await growthMb(store)).toBeLessThan(200);
  });
});

const filmPieces = 512;
const piece = randomBytes(1 << 20);
async function* film(): AsyncGenerator<Uint8Array, void> {
  for (let count = 0; count < filmPieces; count += 1) {
    // Never twice the same part.
    piece.writeUInt32BE(count);
    yield Buffer.from(piece);
  }
}

/** Puts a large film and reads it back. @returns By how much the memory grew at most. */
async function growthMb(store: ShelfStore): Promise<number> {
  const hash = createHash('sha256');
  for await (const part of film()) hash.update(part);
  const sha256 = hash.digest('hex');
  const href = blobHref(sha256, 'mp4');
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  try {
    await store.putBlob({ href, sha256, size: filmPieces << 20, type: 'video/mp4' }, { open: film });
    if ((await isIntact(store, href)) !== true) throw new Error('not stored as it was');
  } finally {
    clearInterval(watch);
    await store.removeBlob(href);
  }
  const grownMb = (most - before) / 1e6;
  console.log(`${store.name}: ${filmPieces} MiB stored and read, memory grew by ${grownMb.toFixed(0)} MB`);
  return grownMb;
}

describe('a folder', () => {
  it('takes a film of half a gigabyte, and gives it back, without holding it in memory', async () => {
    expect(await growthMb((await openShelf(workshop.config)).store)).toBeLessThan(200);
  });

  it('goes through a clock that jumps a year ahead and back: a tablet takes every release', async () => {
    const folder = await titled(workshop, '今天');
    const shelf = await openShelf(workshop.config);
    const real = Date.now();
    let last = 0;
    for (const shift of [0, year, 0, -year, 0]) {
      await changeIssue(folder, { title: `${shift}` });
      await release(folder, shelf, new Date(real + shift));
      const { sequence, title } = await offered(shelf);
      expect(title).toBe(`${shift}`);
      expect(sequence).toBeGreaterThan(last);
      last = sequence;
    }
  });

  it('loses no release of two hubs on one machine', async () => {
    const shelf = await openShelf(workshop.config);
    const months = Array.from({ length: 6 }, (_, index) => `2025-0${index + 1}`);
    const folders = await monthFolders(months);
    const environment = { SAME_PAGE_DATA: workshop.config.data, SAME_PAGE_STORE: 'folder' };
    const hubs = [folders.slice(0, 3), folders.slice(3)].map((own) =>
      issueProcess(['add', ...own], environment),
    );
    for (const { ended } of hubs) expect(await ended).toMatchObject({ code: 0 });
    const { publications } = await readShelf(shelf.store, shelf.keys.publicKey);
    expect(publications).toHaveLength(6);
  });
});

const disk = await mkdtemp(path.join(tmpdir(), 'same-page-disk-'));
const canMount =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
if (canMount) spawnSync('umount', [disk]);
else console.warn('NOTE: no small disk can be mounted here (not root); what needs a full disk is SKIPPED.');

describe.skipIf(!canMount)('a disk that is full', () => {
  beforeEach(() => void spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]));
  afterEach(() => void spawnSync('umount', [disk]));

  it('is said to be; the shelf is as it was, nothing is left lying, and with room the release goes through', async () => {
    const config = { ...workshop.config, data: path.join(disk, 'data') };
    const shelf = await openShelf(config);
    const folder = await titled(workshop, '第一版');
    await release(folder, shelf);
    const ballast = path.join(disk, 'ballast');
    const seen: { readonly spareKb: number; readonly said: string; readonly isNew: boolean }[] = [];
    // From no room at all up to room for all but the last of it.
    for (const spareKb of [0, 4, 8, 16, 32, 64, 256]) {
      const name = `第二版${spareKb}`;
      await changeIssue(folder, { title: name });
      await rm(ballast, { force: true });
      await fill(ballast);
      if (spareKb > 0) spawnSync('truncate', ['-s', `-${spareKb}K`, ballast]);
      const said = await release(folder, shelf).then(
        () => 'released',
        (error: unknown) => (error instanceof HubError ? error.fault : String(error)),
      );
      seen.push({ spareKb, said, isNew: (await offered(shelf)).title === name });
      expect(await readdir(path.join(config.data, 'temporary'))).toEqual([]);
      expect((await readdir(config.data)).filter((file) => file.startsWith('write.lock'))).toEqual([]);
    }
    for (const { said, isNew } of seen) expect(said).toBe(isNew ? 'released' : 'shelf-full');
    expect(seen[0]?.isNew).toBe(false);
    expect(seen.at(-1)?.isNew).toBe(true);
    await rm(ballast);
    await changeIssue(folder, { title: '第三版' });
    await release(folder, shelf);
    expect((await offered(shelf)).title).toBe('第三版');
  });

  async function fill(file: string): Promise<void> {
    await writeFile(file, '');
    for (const size of [1 << 20, 4096, 512])
      for (;;) {
        const more = await writeFile(file, randomBytes(size), { flag: 'a' }).then(
          () => true,
          () => false,
        );
        if (!more) break;
      }
  }
});

describe('a store that refuses conditions', () => {
  it('is refused in a sentence: OpenStack Swift', async () => {
    const swift = startEngine('swift-start.sh');
    if (swift === null) {
      console.warn('NOTE: Swift cannot be installed here; that it is refused is SKIPPED.');
      return;
    }
    try {
      const settings: S3Settings = {
        endpoint: swift['S3_ENDPOINT'] ?? '',
        region: 'us-east-1',
        bucket: swift['S3_BUCKET'] ?? '',
        prefix: '',
        accessKey: swift['S3_ACCESS_KEY'] ?? '',
        secretKey: swift['S3_SECRET_KEY'] ?? '',
        isPathStyle: true,
        patienceMs: 5_000,
      };
      await expect(openStore(onS3(settings))).rejects.toMatchObject({
        fault: 'store-unconditional',
        message: expect.stringMatching(/请换一个/u),
      });
    } finally {
      stopEngine('swift-stop.sh');
    }
  });
});
