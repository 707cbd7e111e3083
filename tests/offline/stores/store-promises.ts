/** The one suite both stores must pass, in every engine that is here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFor, openEngine, type Engine, type EngineName } from '../../support/engines.ts';
import { anyName } from './harness/bytes.ts';
import { CASES } from './harness/cases.ts';
import type { StoreName } from './harness/worker.ts';
import { serveHarness, type HarnessServer } from './serve-harness.ts';

export interface Harness {
  readonly server: () => HarnessServer;
  readonly engine: () => Engine;
  /** In dedicated worker `worker`; made when first called. */
  inWorker<T>(worker: string, store: StoreName, call: string, ...args: readonly unknown[]): Promise<T>;
  /** In the page. */
  inPage<T>(call: string, ...args: readonly unknown[]): Promise<T>;
}

/** Says loudly what is missing: a skipped engine is an engine nobody tried. */
export function describeEngine(name: EngineName, body: (harness: Harness) => void): void {
  const missing = missingFor(name);
  if (missing !== null) console.warn(`SKIPPED: ${name} is not tested, ${missing} is not installed.`);
  describe.skipIf(missing !== null)(`${name}`, () => {
    let server: HarnessServer | undefined;
    let engine: Engine | undefined;
    const needed = <T>(value: T | undefined): T => {
      if (value === undefined) throw new Error('The harness is not running');
      return value;
    };
    beforeAll(async () => {
      [server, engine] = await Promise.all([serveHarness(), openEngine(name)]);
      await engine.goto(server.url);
    });
    afterAll(async () => {
      await engine?.close();
      await server?.close();
    });
    body({
      server: () => needed(server),
      engine: () => needed(engine),
      inWorker: (worker, store, call, ...args) =>
        needed(engine).call('harness', 'call', worker, store, call, ...args),
      inPage: (call, ...args) => needed(engine).call('harness', call, ...args),
    });
  });
}

const MB = 1_000_000;

export function promisesOf(store: StoreName, { inWorker, inPage }: Harness): void {
  describe(`${store}`, () => {
    it.each(Object.keys(CASES))('%s', async (name) => {
      await expect(inWorker('a', store, 'runCase', name)).resolves.toBeNull();
    });

    it('another worker finds a file busy until its writer ends, even by dying', async () => {
      const file = anyName();
      await inWorker('a', store, 'write', file, 5 * MB, 'hold');
      await expect(inWorker('b', store, 'write', file, 6 * MB, 'seal')).rejects.toThrow('busy');
      await expect(inWorker('b', store, 'remove', file)).rejects.toThrow('busy');
      await inPage('endWorker', 'a', store);
      // The engine lets go of a dead worker's locks a moment later.
      await expect
        .poll(() => inWorker('b', store, 'write', file, 6 * MB, 'seal').catch(String), { timeout: 60_000 })
        .toBeNull();
      expect(await inWorker('b', store, 'checkSealed', file)).toBe(6 * MB);
    });
  });
}

export function survivesKilling(store: StoreName, { inWorker, engine, server }: Harness): void {
  it(`${store}: what was flushed is there after the browser was killed, sealed or not`, async () => {
    const sealed = anyName();
    const partial = anyName();
    await inWorker('a', store, 'write', sealed, 9 * MB, 'seal');
    await inWorker('a', store, 'write', partial, 9 * MB, 'hold');
    await engine().killAndReopen();
    await engine().goto(server().url);
    expect(await inWorker('a', store, 'checkSealed', sealed)).toBe(9 * MB);
    expect(await inWorker('a', store, 'checkSealed', partial)).toBeNull();
    expect(await inWorker('a', store, 'readPartial', partial)).toBe(9 * MB);
    await inWorker('a', store, 'write', partial, 10 * MB, 'seal');
    expect(await inWorker('a', store, 'checkSealed', partial)).toBe(10 * MB);
  });
}

export function choosesOnce(expected: 'opfs' | 'indexeddb', { inWorker, inPage, engine }: Harness): void {
  it(`chooses ${expected}, the same in page and worker, also next time`, async () => {
    expect(await inPage('chosenKind')).toBe(expected);
    expect(await inWorker('a', 'chosen', 'kind')).toBe(expected);
    await engine().reload();
    expect(await inPage('chosenKind')).toBe(expected);
  });

  it('a page reads what a worker sealed', async () => {
    const file = anyName();
    await inWorker('a', 'chosen', 'write', file, 5 * MB, 'seal');
    expect(await inPage('checkSlice', file, 4 * MB, 4 * MB + 400_000)).toBe(400_000);
  });
}
