import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { EngineParts } from './engine-parts.ts';
import { createEngine } from './engine.ts';
import { fakeJournal, fakeSource, fakeStore, type Trip } from './fakes.ts';
import { catalogueOf, makeMonth, type Month } from './months-fixture.ts';
import { sleep } from './sleep.ts';
import { SourceError } from './source.ts';

let november: Month;
let revised: Month;
let october: Month;
beforeAll(async () => {
  november = await makeMonth('2026-11');
  revised = await makeMonth('2026-11', 2, '2026-11 again');
  october = await makeMonth('2026-10');
});

interface Setting {
  readonly months: readonly Month[];
  readonly catalogue: () => Catalogue;
  readonly trip: Trip;
  readonly spoil: Parameters<typeof fakeSource>[1];
  readonly isRead: EngineParts['isRead'];
  readonly lost: EngineParts['lost'];
}

/** A tablet of somebody of the club; the engine runs until the test stops it. */
function tablet({ months, trip, spoil, isRead, lost, ...setting }: Partial<Setting>) {
  const all = months ?? [november];
  const store = fakeStore(trip);
  const journal = fakeJournal(trip);
  const source = fakeSource(new Map([november, revised, october].flatMap(({ files }) => [...files])), spoil);
  const onFull = vi.fn<EngineParts['onFull']>();
  const onInstalled = vi.fn<EngineParts['onInstalled']>(() => Promise.resolve());
  const start = () =>
    createEngine({
      journal,
      store,
      source,
      catalogue: async () => setting.catalogue?.() ?? catalogueOf(all),
      nowMs: () => 1000,
      today: () => '2026-11-25',
      random: () => 0,
      // Time passes at once, but others get their turn.
      sleep: (_ms, signals) => sleep(0, signals),
      isRead: isRead ?? (() => Promise.resolve(false)),
      lost: lost ?? (() => []),
      onChange: () => undefined,
      onInstalled,
      onFull,
    });
  return { store, journal, source, onFull, onInstalled, start };
}

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

type Tablet = ReturnType<typeof tablet>;

/** Runs a new engine for as long as `work` takes. */
async function running(
  on: Tablet,
  work: (engine: ReturnType<typeof createEngine>) => Promise<void>,
  isMetered = false,
): Promise<void> {
  const engine = on.start();
  await engine.surround({ club: 'silent-world', isMetered });
  const ended = engine.run();
  try {
    await work(engine);
  } finally {
    engine.stop();
    await ended;
  }
}

const until = (is: () => unknown): Promise<unknown> =>
  vi.waitFor(() => expect(is()).toBeTruthy(), { timeout: 20_000, interval: 5 });
const isWhole = (on: Tablet, { entry }: Month): boolean =>
  on.journal.tables.installed.get(entry.id)?.manifest.sha256 === entry.manifest.sha256;
const queued = (on: Tablet, { entry }: Month) => on.journal.tables.installs.get(entry.id);

describe('a month that is wanted', () => {
  it('comes by itself and is said to be whole once', async () => {
    const on = tablet({ months: [november, october] });
    await running(on, async () => {
      await until(() => isWhole(on, november) && isWhole(on, october));
    });
    expect(on.onInstalled.mock.calls).toEqual([[november.entry.id], [october.entry.id]]);
    expect(on.journal.tables.installs.size).toBe(0);
  });

  it('waits for a yes where the connection costs money, whatever else is fetched', async () => {
    const on = tablet({ months: [november, october] });
    await running(
      on,
      async (engine) => {
        await until(() => queued(on, november));
        await engine.resume(october.entry.id);
        await until(() => isWhole(on, october));
        expect(on.source.asked.map(({ sha256 }) => sha256)).not.toContain(november.entry.manifest.sha256);
        const { issues } = await engine.snapshot();
        expect(issues.get(november.entry.id)).toMatchObject({ state: 'waiting', reason: 'metered' });
        await engine.resume(november.entry.id);
        await until(() => isWhole(on, november));
      },
      true,
    );
  });

  it('gets the yes a person gives while the catalogue is being followed', async () => {
    const on = tablet({});
    const engine = on.start();
    await engine.surround({ club: 'silent-world', isMetered: true });
    const { changeQueue } = on.journal;
    // The yes is written down when everything the catalogue is compared with has been read.
    vi.spyOn(on.journal, 'changeQueue').mockImplementationOnce(async (change) => {
      await engine.resume(november.entry.id);
      return changeQueue(change);
    });
    await engine.followCatalogue();
    expect(queued(on, november)?.mayCost).toBe(true);
  });

  it('that a person took off the list is not brought back', async () => {
    const on = tablet({});
    await running(on, async (engine) => {
      await until(() => isWhole(on, november));
      await engine.remove(november.entry.id);
      await until(() => on.store.files.size === 0);
      await engine.followCatalogue();
    });
    await running(on, async (engine) => engine.followCatalogue());
    expect(queued(on, november)).toBeUndefined();
    expect(on.journal.tables.installed.size).toBe(0);
  });

  it('goes on from the last verified chunk after a pause', async () => {
    let chunks = 0;
    const met = signal();
    const on = tablet({
      trip(step) {
        if (step === 'append' && ++chunks === 2) met.resolve();
      },
    });
    await running(on, async (engine) => {
      await met.promise;
      await engine.pause(november.entry.id);
      expect(queued(on, november)?.state).toBe('paused');
      const verified = on.journal.tables.blobs.get(november.film.sha256)?.verifiedChunks ?? 0;
      const before = on.source.asked.length;
      await engine.resume(november.entry.id);
      await until(() => isWhole(on, november));
      const again = on.source.asked.slice(before).filter(({ sha256 }) => sha256 === november.film.sha256);
      for (const { start } of again) expect(start).toBeGreaterThanOrEqual(verified * 4 * 1024 * 1024);
    });
  });
});

describe('a month that is whole', () => {
  it('stays whole and readable while its revision fails for good', async () => {
    let months = [november];
    const rotten = { sha256: '' };
    const on = tablet({
      catalogue: () => catalogueOf(months),
      spoil: (piece, blob) => (blob.sha256 === rotten.sha256 ? piece.map((byte) => byte ^ 1) : piece),
    });
    await running(on, async (engine) => {
      await until(() => isWhole(on, november));
      months = [revised];
      rotten.sha256 = revised.film.sha256;
      await engine.followCatalogue();
      await until(() => queued(on, revised)?.state === 'failed');
      expect(queued(on, revised)?.fault).toBe('not-verified');
      expect(isWhole(on, november)).toBe(true);
      expect(on.journal.tables.installed.get(november.entry.id)?.missing).toEqual([]);
      expect(on.store.files.get(november.film.sha256)?.sealed).toBe(true);
      expect(on.store.files.get(revised.film.sha256)?.sealed ?? false).toBe(false);
    });
  });

  it('gives way to its revision at once and whole, and only what changed is fetched', async () => {
    const captions = await makeMonth('2026-11', 3);
    let months = [november];
    const on = tablet({ catalogue: () => catalogueOf(months) });
    for (const [href, bytes] of captions.files) on.source.files.set(href, bytes);
    await running(on, async (engine) => {
      await until(() => isWhole(on, november));
      const before = on.source.asked.length;
      months = [captions];
      await engine.followCatalogue();
      await until(() => isWhole(on, captions));
      expect(on.source.asked.slice(before).map(({ sha256 }) => sha256)).not.toContain(november.film.sha256);
      expect(on.source.asked.slice(before)).toHaveLength(2);
    });
  });

  it('and has lost a file is mended from the shelf at the next start, though the catalogue has let it go', async () => {
    let months = [november];
    const on = tablet({ catalogue: () => catalogueOf(months) });
    await running(on, async () => void (await until(() => isWhole(on, november))));
    on.store.files.delete(november.film.sha256);
    months = [];
    const before = on.source.asked.length;
    await running(on, async () => {
      await until(() => on.store.files.get(november.film.sha256)?.sealed);
      await until(() => on.journal.tables.installed.get(november.entry.id)?.missing.length === 0);
    });
    expect(on.source.asked.slice(before).map(({ sha256 }) => sha256)).toEqual([november.film.sha256]);
  });

  it('and is withdrawn goes, but not under the eyes of whoever reads it', async () => {
    let withdrawn: string[] = [];
    let isRead = true;
    const on = tablet({
      catalogue: () => catalogueOf([november], { withdrawn }),
      isRead: () => Promise.resolve(isRead),
    });
    await running(on, async (engine) => {
      await until(() => isWhole(on, november));
      withdrawn = [november.entry.id];
      await engine.followCatalogue();
      expect(isWhole(on, november)).toBe(true);
      isRead = false;
      await engine.followCatalogue();
      await until(() => on.journal.tables.installed.size === 0 && on.store.files.size === 0);
    });
  });

  it('stays when the catalogue does not name it any more', async () => {
    let months: readonly Month[] = [november];
    const on = tablet({ catalogue: () => catalogueOf(months) });
    await running(on, async (engine) => {
      await until(() => isWhole(on, november));
      months = [];
      await engine.followCatalogue();
    });
    await running(on, async (engine) => engine.followCatalogue());
    expect(isWhole(on, november)).toBe(true);
    expect(on.store.files.get(november.film.sha256)?.sealed).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('no room: what nobody needs goes first, and then it is said', async () => {
    const useless = 'ee'.repeat(32);
    let isFull = true;
    const on = tablet({
      // There is room again only once the useless file is gone.
      trip(step) {
        if (step === 'remove') isFull = false;
        if (step === 'append' && isFull) throw new MediaStoreError('full', 'no room');
      },
      lost: () => ['2026-09-silent-world'],
    });
    on.store.files.set(useless, { bytes: new Uint8Array(9), sealed: true });
    await running(on, async () => void (await until(() => isWhole(on, november))));
    expect(on.store.files.has(useless)).toBe(false);
    expect(on.onFull).not.toHaveBeenCalled();
  });

  it('no room at all: the month fails as full, the other ones stay whole', async () => {
    let isFull = false;
    const on = tablet({
      months: [october],
      catalogue: () => catalogueOf(isFull ? [october, november] : [october]),
      trip(step) {
        if (step === 'append' && isFull) throw new MediaStoreError('full', 'no room');
      },
    });
    await running(on, async (engine) => {
      await until(() => isWhole(on, october));
      isFull = true;
      await engine.followCatalogue();
      await until(() => on.onFull.mock.calls.length > 0);
      expect(queued(on, november)).toMatchObject({ state: 'failed', fault: 'full' });
      expect(isWhole(on, october)).toBe(true);
      expect(on.store.files.get(october.film.sha256)?.sealed).toBe(true);
    });
  });

  it('wrong bytes again and again: the next month gets its turn', async () => {
    const on = tablet({
      months: [november, october],
      spoil: (piece, blob) => (blob.sha256 === november.film.sha256 ? piece.map((byte) => byte ^ 1) : piece),
    });
    await running(on, async () => void (await until(() => isWhole(on, october))));
    expect(queued(on, november)).toMatchObject({ state: 'failed', fault: 'not-verified' });
    expect(on.store.files.get(november.film.sha256)?.sealed ?? false).toBe(false);
  });

  it('a network that is away is asked again until it is back, however long', async () => {
    let tries = 0;
    const on = tablet({
      spoil(piece, blob) {
        if (blob.sha256 === november.film.sha256 && ++tries < 12) throw new SourceError('offline', 'cut');
        return piece;
      },
    });
    await running(on, async () => void (await until(() => isWhole(on, november))));
    expect(tries).toBeGreaterThanOrEqual(12);
  });

  it('files of a month that was lost are kept until it is known what they are', async () => {
    const orphan = 'dd'.repeat(32);
    let lost: readonly string[] = ['2026-09-silent-world'];
    const on = tablet({ lost: () => lost });
    on.store.files.set(orphan, { bytes: new Uint8Array(9), sealed: true });
    await running(on, async () => void (await until(() => isWhole(on, november))));
    expect(on.store.files.has(orphan)).toBe(true);
    lost = [];
    await running(on, async () => void (await until(() => !on.store.files.has(orphan))));
  });

  it('work that must be alone stops the install, and it goes on afterwards', async () => {
    const met = signal();
    const on = tablet({
      trip(step) {
        if (step === 'append') met.resolve();
      },
    });
    await running(on, async (engine) => {
      await met.promise;
      await engine.alone(async () => {
        const before = on.source.asked.length;
        await sleep(30, []);
        expect(on.source.asked).toHaveLength(before);
        expect(isWhole(on, november)).toBe(false);
      });
      await until(() => isWhole(on, november));
    });
  });
});
