import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { readS3Settings } from './s3-settings.ts';

const whole = {
  SAME_PAGE_STORE: 's3',
  SAME_PAGE_SHELF_URL: 'https://shelf.example/club/',
  SAME_PAGE_S3_ENDPOINT: 'https://s3.example',
  SAME_PAGE_S3_BUCKET: 'same-page',
  SAME_PAGE_S3_ACCESS_KEY: 'a',
  SAME_PAGE_S3_SECRET_KEY: 'b',
};

describe('where the shelf lies', () => {
  it('is the data folder when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ store: { kind: 'folder' }, shelfUrl: null });
  });

  it('is a bucket when the environment says so', () => {
    const { store, shelfUrl } = readConfig({ ...whole, SAME_PAGE_S3_PREFIX: '/one/two/' });
    expect(shelfUrl).toBe('https://shelf.example/club/');
    expect(store).toMatchObject({
      kind: 's3',
      settings: { bucket: 'same-page', prefix: 'one/two/', region: 'us-east-1', isPathStyle: true },
    });
  });

  it.each([
    ['SAME_PAGE_SHELF_URL', undefined, 'setting-missing'],
    ['SAME_PAGE_S3_BUCKET', undefined, 'setting-missing'],
    ['SAME_PAGE_S3_SECRET_KEY', '', 'setting-missing'],
    ['SAME_PAGE_STORE', 'ftp', 'setting-wrong'],
    ['SAME_PAGE_SHELF_URL', 'https://shelf.example/club', 'setting-wrong'],
    ['SAME_PAGE_S3_ENDPOINT', 's3.example', 'setting-wrong'],
    ['SAME_PAGE_S3_BUCKET', '../x', 'setting-wrong'],
    ['SAME_PAGE_S3_SECRET_KEY_FILE', '/nowhere/secret', 'setting-wrong'],
  ])('says which setting is amiss: %s = %s', (name, value, fault) => {
    const read = (): unknown => readConfig({ ...whole, [name]: value });
    expect(read).toThrow(expect.objectContaining({ fault }));
    expect(read).toThrow(new RegExp(name, 'u'));
  });

  it('takes the secret from a file, so that no list of processes shows it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'same-page-secret-'));
    try {
      await writeFile(path.join(folder, 'secret'), 'hush\n');
      const settings = readS3Settings({
        ...whole,
        SAME_PAGE_S3_SECRET_KEY: undefined,
        SAME_PAGE_S3_SECRET_KEY_FILE: path.join(folder, 'secret'),
      });
      expect(settings.secretKey).toBe('hush');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('may be another store’s for the place a shelf is copied from', () => {
    const environment = { ...whole, SAME_PAGE_FROM_S3_ENDPOINT: 'https://old.example' };
    expect(readS3Settings(environment, 'old/prefix', ['SAME_PAGE_FROM_S3_', 'SAME_PAGE_S3_'])).toMatchObject({
      endpoint: 'https://old.example',
      bucket: 'old',
      prefix: 'prefix/',
      accessKey: 'a',
    });
  });
});
