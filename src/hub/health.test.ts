import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earliestTime, examine, healthOf } from './health.ts';
import { openWorkshop, type Workshop } from './fixture.ts';
import { openShelf, type OpenShelf } from './open-shelf.ts';
import { rotateKey } from './safekeeping/key-changes.ts';
import { changeShelf } from './shelf-state.ts';

let workshop: Workshop;
let shelf: OpenShelf;
let jws: string;
const now = Date.UTC(2026, 11, 1);

beforeAll(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  await changeShelf(shelf, new Date(now), async () => ({
    contents: { publications: [], withdrawn: [] },
    result: null,
  }));
  jws = (await shelf.store.readCatalogue())?.jws ?? '';
});
afterAll(() => workshop.clear());

const of = (more: Partial<Parameters<typeof examine>[0]> = {}) =>
  examine({
    data: workshop.config.data,
    key: shelf.keys.publicKey,
    readCatalogue: async () => jws,
    now: () => now,
    ...more,
  });

describe('the health of the hub', () => {
  it('is good with a shelf, room and a sensible clock, and before anything was released', async () => {
    expect((await of()).isWell).toBe(true);
    expect((await of({ readCatalogue: async () => null })).isWell).toBe(true);
  });

  it('is not when the catalogue cannot be read, or is not ours', async () => {
    const unread = await of({ readCatalogue: () => Promise.reject(new Error('gone')) });
    expect(unread.conditions).toEqual({ shelf: false, space: true, clock: true });
    expect((await of({ readCatalogue: async () => `${jws}x` })).conditions.shelf).toBe(false);
  });

  it('is not when the disk cannot be asked', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'same-page-health-'));
    await rm(folder, { recursive: true });
    expect((await of({ data: folder })).conditions.space).toBe(false);
  });

  it('is not when the clock stands before the program, or before the last release', async () => {
    expect(
      (await of({ now: () => earliestTime - 1, readCatalogue: async () => null })).conditions.clock,
    ).toBe(false);
    expect((await of({ now: () => now - 3_600_000 })).conditions.clock).toBe(false);
  });

  it('asks the disk once for many who ask at once', async () => {
    let asked = 0;
    const health = healthOf({
      data: workshop.config.data,
      key: shelf.keys.publicKey,
      now: () => now,
      readCatalogue: async () => {
        asked += 1;
        return jws;
      },
    });
    await Promise.all(Array.from({ length: 50 }, health));
    expect(asked).toBe(1);
  });

  it('is good when the key was changed beside it, as tablets follow it', async () => {
    await rotateKey(workshop.config.data, shelf, new Date(now));
    const changed = (await shelf.store.readCatalogue())?.jws ?? '';
    expect((await of({ key: shelf.keys.former[0] ?? {}, readCatalogue: async () => changed })).isWell).toBe(
      true,
    );
    expect((await of({ readCatalogue: async () => jws })).conditions.shelf).toBe(false);
  });
});
