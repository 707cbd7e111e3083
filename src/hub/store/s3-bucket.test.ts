import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Bucket, type S3Bucket } from './s3-bucket.ts';
import { oddStore, type OddStore } from './store-fixture.ts';

const headers = { ContentType: 'application/jose', CacheControl: 'no-cache' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let store: OddStore;
let bucket: S3Bucket;
beforeEach(async () => {
  store = await oddStore();
  bucket = s3Bucket({ ...store.settings, patienceMs: 5_000 });
});
afterEach(() => store.close());

const text = async (): Promise<string> => Buffer.from((await bucket.get('it'))?.bytes ?? []).toString();

describe('a conditional write', () => {
  it('whose answer was lost has happened, when it is there', async () => {
    expect(await bucket.putIf('it', bytes('first'), headers, null)).toBe(true);
    const etag = (await bucket.get('it'))?.etag ?? '';
    store.behave({ losesAnswers: 1 });
    expect(await bucket.putIf('it', bytes('second'), headers, etag)).toBe(true);
    expect(await text()).toBe('second');
  });

  it('that a busy store failed is tried again', async () => {
    store.behave({ fails: 2 });
    expect(await bucket.putIf('it', bytes('first'), headers, null)).toBe(true);
    expect(await text()).toBe('first');
  });

  it('that lost a race the store answers with 500 is lost, and nothing is written over', async () => {
    await bucket.putIf('it', bytes('first'), headers, null);
    const etag = (await bucket.get('it'))?.etag ?? '';
    await bucket.putIf('it', bytes('of another'), headers, etag);
    const hasty = s3Bucket({ ...store.settings, patienceMs: 0 });
    store.behave({ fails: 1 });
    expect(await hasty.putIf('it', bytes('ours'), headers, etag)).toBe(false);
    expect(await text()).toBe('of another');
  });

  it('that nobody answered is neither won nor lost: it is said', async () => {
    await bucket.putIf('it', bytes('first'), headers, null);
    const etag = (await bucket.get('it'))?.etag ?? '';
    const hasty = s3Bucket({ ...store.settings, patienceMs: 0 });
    store.behave({ fails: 9 });
    await expect(hasty.putIf('it', bytes('ours'), headers, etag)).rejects.toMatchObject({
      fault: 'store-unreachable',
    });
    expect(await text()).toBe('first');
  });
});
