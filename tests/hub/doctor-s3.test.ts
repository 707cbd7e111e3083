/** What the doctor says of a bucket, asked of a real one. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConfig } from '../../src/hub/config.ts';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import type { S3Settings } from '../../src/hub/store/s3-settings.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';
import { release } from './hub-process.ts';
import { runHub } from './run-hub.ts';

const engine = await s3Engine();

describe.skipIf(engine === null)('npm run hub -- doctor, of a bucket', () => {
  let workshop: Workshop;
  let place: S3Settings;
  let config: HubConfig;
  beforeEach(async () => {
    if (engine === null) throw new Error('no engine');
    workshop = await openWorkshop();
    place = engine.place({ patienceMs: 1_000 });
    config = on(place);
    await release(await workshop.makeIssue(), await openShelf(config));
  });
  afterEach(async () => {
    await emptyPlace(place);
    await workshop.clear();
  });

  const on = (settings: S3Settings, shelfUrl = engine?.publicUrl(place) ?? null): HubConfig => ({
    ...workshop.config,
    port: 9,
    store: { kind: 's3', settings },
    shelfUrl,
  });
  const doctor = (of: HubConfig) => runHub(['doctor'], { config: of, cwd: workshop.root });

  it('says that it is reached, honours conditions, has the shelf, and can be read by tablets', async () => {
    const [exit, said] = await doctor(config);
    expect(said).toMatch(/✓ 存储桶.*连得上，条件写入都遵守/u);
    expect(said).toMatch(/✓ 书架 /u);
    expect(said).toMatch(/✓ 书架的网址.*读得到，能分段，不会放旧/u);
    expect(said).toContain('都好');
    expect(exit).toBe(0);
  });

  it('leaves nothing in it', async () => {
    const { store } = await openShelf(config);
    const before = await store.listBlobs();
    await doctor(config);
    expect(await store.listBlobs()).toEqual(before);
  });

  it.each([
    ['a wrong key', { secretKey: 'wrong' }, /不让我们用存储桶.*请检查钥匙/u],
    ['a bucket that is not there', { bucket: 'no-such-bucket' }, /没有存储桶 no-such-bucket，请先建好它/u],
    [
      'a store that is away',
      { endpoint: 'http://127.0.0.1:9' },
      /没有回应.*请检查网络和 SAME_PAGE_S3_ENDPOINT/u,
    ],
  ])('says of %s what to do, and ends with 1', async (_what, more, sentence) => {
    const [exit, said] = await doctor(on({ ...place, ...more }));
    expect(said).toMatch(/✗ 书架/u);
    expect(said).toMatch(sentence);
    expect(exit).toBe(1);
  });

  it('says of an address where tablets find nothing that it is the wrong one', async () => {
    const [exit, said] = await doctor(on(place, `${engine?.publicUrl(place)}elsewhere/`));
    expect(said).toMatch(/✓ 存储桶/u);
    expect(said).toMatch(/✗ 书架的网址/u);
    expect(exit).toBe(1);
  });

  it('says of a key that did not sign this shelf that it is another one', async () => {
    await rm(path.join(workshop.config.data, 'keys'), { recursive: true });
    await openShelf(workshop.config);
    const [exit, said] = await doctor(config);
    expect(said).toMatch(/✗ 书架/u);
    expect(exit).toBe(1);
  });
});
