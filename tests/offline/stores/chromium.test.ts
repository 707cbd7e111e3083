/** Both stores in Chromium, with what only Chromium can show: a quota that is met, an engine that cannot rename. */
import { expect, it } from 'vitest';
import { anyName } from './harness/bytes.ts';
import { choosesOnce, describeEngine, promisesOf, survivesKilling } from './store-promises.ts';

const MB = 1_000_000;

describeEngine('chromium', (harness) => {
  const { inWorker, inPage } = harness;
  choosesOnce('opfs', harness);
  promisesOf('opfs', harness);
  promisesOf('opfs-without-move', harness);
  promisesOf('indexeddb', harness);
  survivesKilling('opfs', harness);
  survivesKilling('opfs-without-move', harness);
  survivesKilling('indexeddb', harness);

  it('outside a dedicated worker, private files are read only', async () => {
    expect(await inPage('writeHere', anyName())).toBe('refused');
  });

  it('erasing waits for no one, and leaves nothing', async () => {
    const file = anyName();
    await inWorker('a', 'opfs', 'write', file, MB, 'hold');
    expect(await inPage('eraseHere')).toBe('busy');
    await inPage('endWorker', 'a', 'opfs');
    await expect.poll(() => inPage('eraseHere'), { timeout: 60_000 }).toBe('none');
    expect(await inWorker('a', 'opfs', 'list')).toEqual([]);
    expect(await inWorker('a', 'indexeddb', 'list')).toEqual([]);
  });
});

describeEngine('chromium', ({ inWorker, engine, server }) => {
  it.each(['opfs', 'indexeddb'] as const)('%s: a full tablet loses nothing it had', async (store) => {
    // On an origin of its own each, before its first write: later, the quota binds some forty seconds late.
    const origin = store === 'opfs' ? server().url : server().url.replace('localhost', '127.0.0.1');
    await engine().goto(origin);
    const session = await engine().devTools();
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20 * MB });
    const [kept, partial] = [anyName(), anyName()];
    await inWorker('a', store, 'write', kept, 8 * MB, 'seal');
    const met = await inWorker<{ flushed: number; left: number; fault: string | null }>(
      'a',
      store,
      'writeUntilFull',
      partial,
      60 * MB,
    );
    expect(met.fault).toBe('full');
    expect(met.left).toBe(met.flushed);
    expect(met.flushed).toBeGreaterThan(MB);
    expect(await inWorker('a', store, 'checkSealed', kept)).toBe(8 * MB);
    expect(await inWorker('a', store, 'readPartial', partial)).toBe(met.flushed);
    await inWorker('a', store, 'remove', kept);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200 * MB });
    await inWorker('a', store, 'write', partial, met.flushed + 2 * MB, 'seal');
    expect(await inWorker('a', store, 'checkSealed', partial)).toBe(met.flushed + 2 * MB);
  });
});
