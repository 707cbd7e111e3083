import { beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogueOf, makeMonth, type Month } from './months-fixture.ts';
import {
  november,
  revised,
  october,
  makeMonths,
  tablet,
  signal,
  running,
  until,
  isWhole,
  queued,
} from './engine-fixture.ts';

beforeAll(makeMonths);

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
