/** A month that a pack or folder began, after its page or the browser died. */
import { beforeAll, describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import {
  isWhole,
  makeMonths,
  november,
  october,
  queued,
  running,
  signal,
  tablet,
  until,
} from './engine-fixture.ts';
import { catalogueOf, makeMonth, type Month } from './months-fixture.ts';
import { recordOf } from './queue.ts';
import { createTally } from './tally.ts';

/** Of long ago: nothing a tablet keeps by default. */
let old: Month;
const later = ['2026-08', '2026-09', '2026-10', '2026-11'] as const;
let others: readonly Month[];
beforeAll(async () => {
  await makeMonths();
  old = await makeMonth('2026-07');
  others = await Promise.all(later.map((month) => makeMonth(month)));
});

const IMPORT = 'the import that began it';

/** As a kill in the middle of an import leaves it. */
function cutOff({ entry }: Month, on: ReturnType<typeof tablet>): void {
  const record = recordOf(entry, { by: 'person', mayCost: false, addedMs: 1 });
  on.journal.tables.installs.set(entry.id, {
    ...record,
    state: 'paused',
    isCarried: true,
    carriedBy: IMPORT,
  });
}

function withFiles(on: ReturnType<typeof tablet>, months: readonly Month[]): typeof on {
  for (const { files } of months) for (const [href, bytes] of files) on.source.files.set(href, bytes);
  return on;
}

/** What comes after a film's first chunk comes when somebody says so: that chunk is not to share its flush with others. */
function slowAfterOneChunk(on: ReturnType<typeof tablet>, later: Promise<void>): typeof on {
  const { read } = on.source;
  on.source.read = async function* (blob, start, signal) {
    let sent = start;
    for await (const piece of read(blob, start, signal)) {
      if (sent >= CHUNK_BYTES) await later;
      yield piece;
      sent += piece.byteLength;
    }
  };
  return on;
}

const askedFor = (on: ReturnType<typeof tablet>, { entry }: Month): boolean =>
  on.source.asked.some(({ sha256 }) => sha256 === entry.manifest.sha256);

describe('a month whose pack was cut off', () => {
  it('is not fetched by itself, says so, and comes when a person wants it', async () => {
    const all = [...others, old];
    const on = withFiles(tablet({ catalogue: () => catalogueOf(all) }), all);
    cutOff(old, on);
    await running(on, async (engine) => {
      await until(() => others.every((month) => isWhole(on, month)));
      await engine.followCatalogue();
      expect(askedFor(on, old)).toBe(false);
      const { issues } = await engine.snapshot();
      expect(issues.get(old.entry.id)).toMatchObject({ state: 'paused', isCutOff: true });
      await engine.resume(old.entry.id);
      await until(() => isWhole(on, old));
    });
  });

  it('that is kept by default comes as it would have without the pack', async () => {
    const on = tablet({});
    cutOff(november, on);
    await running(on, async () => void (await until(() => isWhole(on, november))));
    expect(queued(on, november)).toBeUndefined();
  });

  it('and that a person did not want stays away', async () => {
    const on = tablet({ months: [november, october] });
    cutOff(november, on);
    await on.journal.decline(november.entry.id, true);
    await running(on, async () => void (await until(() => isWhole(on, october))));
    expect(queued(on, november)).toMatchObject({ state: 'paused', isCarried: true });
    expect(askedFor(on, november)).toBe(false);
  });

  it('keeps what was written of it', async () => {
    const first = signal();
    const goOn = signal();
    const on = slowAfterOneChunk(tablet({}), first.promise);
    const { putBlob } = on.journal;
    on.journal.putBlob = async (record) => {
      await putBlob(record);
      if (record.sha256 !== november.film.sha256 || record.verifiedChunks !== 1) return;
      first.resolve();
      await goOn.promise;
    };
    await running(on, async (engine) => {
      await first.promise;
      const pausing = engine.pause(november.entry.id);
      goOn.resolve();
      await pausing;
    });
    on.journal.putBlob = putBlob;
    const verified = on.journal.tables.blobs.get(november.film.sha256)?.verifiedChunks ?? 0;
    expect(verified).toBeGreaterThan(0);
    cutOff(november, on);
    await on.journal.decline(november.entry.id, true);
    const before = on.source.asked.length;
    await running(on, async (engine) => {
      await engine.followCatalogue();
      await engine.resume(november.entry.id);
      await until(() => isWhole(on, november));
    });
    const film = on.source.asked.slice(before).filter(({ sha256 }) => sha256 === november.film.sha256);
    for (const { start } of film) expect(start).toBeGreaterThanOrEqual(verified * CHUNK_BYTES);
  });
});

describe('a month that is being put in, in whatever window', () => {
  it('is not said to be cut off, nor fetched, while the page that has the pack lives', async () => {
    let open = [IMPORT];
    const on = tablet({ openImports: () => Promise.resolve(new Set(open)) });
    cutOff(november, on);
    await running(on, async (engine) => {
      await engine.followCatalogue();
      expect(queued(on, november)).toMatchObject({ state: 'paused', isCarried: true });
      expect((await engine.snapshot()).issues.get(november.entry.id)).toEqual(
        expect.objectContaining({ state: 'queued' }),
      );
      expect(askedFor(on, november)).toBe(false);
      open = [];
      await engine.followCatalogue();
      await until(() => isWhole(on, november));
    });
  });

  it('is said to be cut off while another pack is put in, and comes by itself if it is kept by default', async () => {
    const all = [...others, old];
    const openImports = () => Promise.resolve(new Set(['another import']));
    const on = withFiles(tablet({ catalogue: () => catalogueOf(all), openImports }), all);
    const [kept] = others.slice(-1);
    if (!kept) throw new Error('No month is kept by default');
    cutOff(old, on);
    cutOff(kept, on);
    await running(on, async (engine) => {
      await until(() => isWhole(on, kept));
      expect((await engine.snapshot()).issues.get(old.entry.id)).toMatchObject({
        state: 'paused',
        isCutOff: true,
      });
      expect(askedFor(on, old)).toBe(false);
    });
  });

  it('is told as moving, with how far it is, where it comes from and how fast', async () => {
    const on = tablet({ openImports: () => Promise.resolve(new Set([IMPORT])) });
    cutOff(november, on);
    await running(on, async (engine) => {
      const { id: issue } = november.entry;
      await engine.alone(async () => {
        const tally = createTally(100, Date.now, () => undefined);
        tally.verified('a', 25);
        engine.importing({ issue, tally, kind: 'pack' });
        const { issues, transfer } = await engine.snapshot();
        expect(issues.get(issue)).toEqual({ state: 'running', doneBytes: 25, sizeBytes: 100 });
        expect(transfer).toMatchObject({ issue, doneBytes: 25, totalBytes: 100, source: 'pack' });
      });
      expect((await engine.snapshot()).transfer).toBeNull();
    });
  });
});
