import { afterEach, describe, expect, it } from 'vitest';
import { HubError } from '../hub-error.ts';
import { probedBucket } from './probe-conditions.ts';
import { s3Store } from './s3-store.ts';
import { oddStore, type Manners, type OddStore } from './store-fixture.ts';

let store: OddStore;
afterEach(() => store.close());

async function refusal(manners: Manners): Promise<HubError> {
  store = await oddStore(manners);
  const error = await probedBucket(store.settings).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof HubError)) throw new Error(`not refused as it should: ${String(error)}`);
  return error;
}

describe('a store that is asked at start whether it keeps conditions', () => {
  it('is used when it does', async () => {
    store = await oddStore();
    const shelf = s3Store(await probedBucket(store.settings));
    expect(await shelf.switchCatalogue('first', null)).toBe(true);
    expect(store.names()).toEqual(['/odd/catalogue.jws']);
  });

  it('is spoken to with quotes when that is how it understands', async () => {
    store = await oddStore({ wantsQuotes: true });
    const shelf = s3Store(await probedBucket(store.settings));
    await shelf.switchCatalogue('first', null);
    const version = (await shelf.readCatalogue())?.version ?? '';
    expect(await shelf.switchCatalogue('second', version)).toBe(true);
    expect(await shelf.switchCatalogue('third', version)).toBe(false);
  });

  it.each<[string, Manners]>([
    ['writes over what it was told not to', { ignoresNoneMatch: true }],
    ['writes over what somebody else has changed', { ignoresMatch: true }],
    ['ignores every condition', { ignoresNoneMatch: true, ignoresMatch: true }],
    ['lets several win the same race', { isSlowToWrite: true }],
    ['does not know conditions', { refusesWith: 501 }],
  ])('is refused, in a sentence, when it %s', async (_what, manners) => {
    const error = await refusal(manners);
    expect(error.fault).toBe('store-unconditional');
    expect(error.message).toMatch(/请换一个.*\n.*Choose a store/u);
  });

  it.each<[string, Manners]>([
    ['does a deletion whose time is over', { lateDeletions: 'done' }],
    ['refuses such a deletion and does it all the same', { lateDeletions: 'done and refused' }],
    ['says something else to it than that its time is over', { lateDeletions: 'answered with 400' }],
  ])('is refused, in a sentence, when it %s', async (_what, manners) => {
    const error = await refusal(manners);
    expect(error.fault).toBe('store-deletes-late');
    expect(error.message).toMatch(/请换一个.*\n.*Choose a store/u);
  });

  it('is refused when we may not delete in it, which is not taken for a deletion that came too late', async () => {
    const error = await refusal({ forbidsDeletions: true });
    expect(error.fault).toBe('store-forbids');
    expect(error.message).toMatch(/删除.*\n.*delete/u);
  });

  it.each<[string, number]>([
    ['store-forbids', 403],
    ['store-unreachable', 503],
  ])('is not taken for one when it answers otherwise: %s', async (fault, status) => {
    expect((await refusal({ refusesWith: status })).fault).toBe(fault);
  });

  it('is said to be unreachable when nobody answers', async () => {
    store = await oddStore();
    await store.close();
    await expect(probedBucket(store.settings)).rejects.toMatchObject({ fault: 'store-unreachable' });
    store = await oddStore();
  });
});
