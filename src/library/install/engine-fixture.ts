/** A tablet with an engine over a store, a journal and a shelf that do as they are told. */
import { expect, vi } from 'vitest';
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import type { EngineParts } from './engine-parts.ts';
import { createEngine } from './engine.ts';
import { fakeJournal, fakeSource, fakeStore, type Trip } from './fakes.ts';
import { catalogueOf, makeMonth, type Month } from './months-fixture.ts';
import { sleep } from './sleep.ts';

export let november: Month;
export let revised: Month;
export let october: Month;
export async function makeMonths(): Promise<void> {
  november = await makeMonth('2026-11');
  revised = await makeMonth('2026-11', 2, '2026-11 again');
  october = await makeMonth('2026-10');
}

interface Setting {
  readonly months: readonly Month[];
  readonly catalogue: () => Catalogue;
  readonly trip: Trip;
  readonly spoil: Parameters<typeof fakeSource>[1];
  readonly isRead: EngineParts['isRead'];
  readonly lost: EngineParts['lost'];
  readonly openImports: EngineParts['openImports'];
  readonly sleep: EngineParts['sleep'];
}

/** A tablet of somebody of the club; the engine runs until the test stops it. */
export function tablet({ months, trip, spoil, isRead, lost, ...setting }: Partial<Setting>) {
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
      sleep: setting.sleep ?? ((_ms, signals) => sleep(0, signals)),
      isRead: isRead ?? (() => Promise.resolve(false)),
      lost: lost ?? (() => []),
      openImports: setting.openImports ?? (() => Promise.resolve(new Set<string>())),
      onChange: () => undefined,
      onInstalled,
      onFull,
    });
  return { store, journal, source, onFull, onInstalled, start };
}

export function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

type Tablet = ReturnType<typeof tablet>;

/** Runs a new engine for as long as `work` takes. */
export async function running(
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

export const until = (is: () => unknown): Promise<unknown> =>
  vi.waitFor(() => expect(is()).toBeTruthy(), { timeout: 60_000, interval: 5 });
export const isWhole = (on: Tablet, { entry }: Month): boolean =>
  on.journal.tables.installed.get(entry.id)?.manifest.sha256 === entry.manifest.sha256;
export const queued = (on: Tablet, { entry }: Month) => on.journal.tables.installs.get(entry.id);
