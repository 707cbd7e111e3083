/** The real S3 engine the tests use, where there is one: `tests/tools/s3-engine.mjs` installs and starts it. */
import { randomUUID } from 'node:crypto';
import { s3Bucket, type S3Bucket } from '../../src/hub/store/s3-bucket.ts';
import type { S3Settings } from '../../src/hub/store/s3-settings.ts';

export interface Engine {
  /** A place of its own in the bucket, for one test. */
  place(more?: Partial<S3Settings>): S3Settings;
  /** Where anybody can read that place. */
  publicUrl(settings: S3Settings): string;
  /** The environment that makes a hub use it. */
  environment(settings: S3Settings): Record<string, string>;
}

const {
  S3_ENDPOINT: endpoint = 'http://127.0.0.1:7480',
  S3_ACCESS_KEY: accessKey = 'hubtestkey',
  S3_SECRET_KEY: secretKey = 'hubtestsecret0123456789',
  S3_BUCKET: bucket = 'hub',
} = process.env;

/** Null, and said, where none answers. */
export async function s3Engine(): Promise<Engine | null> {
  const isUp = await fetch(endpoint, { signal: AbortSignal.timeout(3_000) }).then(
    () => true,
    () => false,
  );
  if (!isUp) {
    console.warn(`NOTE: no S3 engine answers at ${endpoint}; what needs a real bucket is SKIPPED.`);
    return null;
  }
  const publicUrl = ({ prefix }: S3Settings): string => `${endpoint}/${bucket}/${prefix}`;
  return {
    publicUrl,
    place: (more = {}) => ({
      endpoint,
      region: 'us-east-1',
      bucket,
      prefix: `test-${randomUUID()}/`,
      accessKey,
      secretKey,
      isPathStyle: true,
      patienceMs: 20_000,
      ...more,
    }),
    environment: (settings) => ({
      SAME_PAGE_STORE: 's3',
      SAME_PAGE_SHELF_URL: publicUrl(settings),
      SAME_PAGE_S3_ENDPOINT: settings.endpoint ?? '',
      SAME_PAGE_S3_BUCKET: settings.bucket,
      SAME_PAGE_S3_PREFIX: settings.prefix,
      SAME_PAGE_S3_ACCESS_KEY: settings.accessKey,
      SAME_PAGE_S3_SECRET_KEY: settings.secretKey,
    }),
  };
}

export async function emptyPlace(settings: S3Settings): Promise<void> {
  const place: S3Bucket = s3Bucket(settings);
  for (const name of await place.list('')) await place.remove(name);
}
