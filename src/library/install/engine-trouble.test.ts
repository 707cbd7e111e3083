import { beforeAll, describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import { catalogueOf } from './months-fixture.ts';
import { sleep } from './sleep.ts';
import { SourceError } from './source.ts';
import {
  november,
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

  it('a network that comes back is used at once, whatever was left of the wait', async () => {
    let isAway = true;
    const waits: number[] = [];
    const on = tablet({
      spoil(piece) {
        if (isAway) throw new SourceError('offline', 'away');
        return piece;
      },
      // Nobody but `online` ends such a wait.
      async sleep(ms, signals) {
        waits.push(ms);
        await sleep(2 ** 30, signals);
      },
    });
    await running(on, async (engine) => {
      await until(() => waits.length > 0);
      expect((await engine.snapshot()).issues.get(november.entry.id)).toMatchObject({
        state: 'waiting',
        reason: 'network',
      });
      engine.poke();
      await until(() => waits.length > 1);
      expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
      isAway = false;
      engine.poke();
      await until(() => isWhole(on, november));
    });
  });

  it('a month that a person puts first comes first, and the other goes on where it was', async () => {
    const goOn = signal();
    const first = signal();
    const on = tablet({ months: [november, october] });
    const { read } = on.source;
    on.source.read = async function* (blob, start, given) {
      let sent = start;
      for await (const piece of read(blob, start, given)) {
        yield piece;
        sent += piece.byteLength;
        if (blob.sha256 !== november.film.sha256 || sent < CHUNK_BYTES) continue;
        first.resolve();
        await Promise.race([
          goOn.promise,
          new Promise((_, reject) => given.addEventListener('abort', () => reject(new Error('stopped')))),
        ]);
      }
    };
    await running(on, async (engine) => {
      await first.promise;
      await until(() => on.journal.tables.blobs.get(november.film.sha256)?.verifiedChunks);
      await engine.move(october.entry.id, -1);
      expect((await engine.snapshot()).queue[0]).toBe(october.entry.id);
      await until(() => isWhole(on, october));
      expect(isWhole(on, november)).toBe(false);
      goOn.resolve();
      await until(() => isWhole(on, november));
    });
    const asked = on.source.asked.filter(({ sha256 }) => sha256 === november.film.sha256);
    expect(asked.map(({ start }) => start / CHUNK_BYTES)).toEqual([0, expect.any(Number)]);
    expect(asked[1]?.start).toBeGreaterThan(0);
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
