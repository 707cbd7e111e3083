import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { addressSettings, withConfigFile } from './config-file.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-config-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const write = (file: unknown): Promise<void> =>
  writeFile(path.join(data, 'hub.json'), typeof file === 'string' ? file : JSON.stringify(file));

describe('hub.json', () => {
  it('is not needed', () => {
    expect(readConfig({ SAME_PAGE_DATA: data })).toMatchObject({ port: 4173, host: '127.0.0.1' });
  });

  it('sets what the environment leaves open, and the environment wins', async () => {
    await write({ port: 4199, host: '0.0.0.0' });
    expect(readConfig({ SAME_PAGE_DATA: data })).toMatchObject({ port: 4199, host: '0.0.0.0' });
    expect(readConfig({ SAME_PAGE_DATA: data, PORT: '4200' })).toMatchObject({ port: 4200, host: '0.0.0.0' });
  });

  it('knows every setting of the environment by a readable name', async () => {
    const store = {
      bucket: 'shelf',
      endpoint: 'https://s3.example.org',
      secretKeyFile: '/run/secret',
      pathStyle: true,
    };
    await write({
      publicUrl: 'https://tongye.example.org',
      behindProxy: true,
      shelfUrl: 'https://cdn.example.org/',
      log: 'off',
      store,
    });
    expect(withConfigFile({}, data)).toEqual({
      PUBLIC_URL: 'https://tongye.example.org',
      BEHIND_PROXY: '1',
      SAME_PAGE_SHELF_URL: 'https://cdn.example.org/',
      SAME_PAGE_LOG: 'off',
      SAME_PAGE_STORE: 's3',
      SAME_PAGE_S3_BUCKET: 'shelf',
      SAME_PAGE_S3_ENDPOINT: 'https://s3.example.org',
      SAME_PAGE_S3_SECRET_KEY_FILE: '/run/secret',
      SAME_PAGE_S3_PATH_STYLE: 'yes',
    });
  });

  it('says the address people use, and that a proxy stands before it', async () => {
    expect(addressSettings({}, data)).toEqual({ address: null, hasProxy: false });
    await write({ publicUrl: 'https://tongye.example.org/', behindProxy: true });
    expect(addressSettings({}, data)).toEqual({ address: 'https://tongye.example.org', hasProxy: true });
  });

  it.each([
    ['{ "port": 80', /不是 JSON[\s\S]*is not JSON/u],
    [{ port: '80' }, /port 要写1 到 65535 之间的整数[\s\S]*a whole number from 1 to 65535/u],
    [{ port: 70_000 }, /port 要写/u],
    [{ Port: 80 }, /「Port」不认识[\s\S]*"Port", which is not known/u],
    [{ behindProxy: 'yes' }, /behindProxy 要写true 或 false/u],
    [{ log: 'loud' }, /log 要写"json" 或 "off"/u],
    [{ publicUrl: 'tongye' }, /publicUrl 要写大家打开的网址/u],
    [{ store: {} }, /store\.bucket 要写存储桶的名字/u],
    [{ store: { bucket: 'a', secretKey: 'x' } }, /「store\.secretKey」不认识/u],
    [{ store: 's3' }, /store 要写存储桶的设置/u],
  ])('%j is refused, and the sentence says what to write', async (file, sentence) => {
    await write(file);
    expect(() => readConfig({ SAME_PAGE_DATA: data })).toThrow(sentence);
  });
});
