/** The product's own service worker over the stores, with the server switched off, in every engine that is here. */
import { beforeAll, describe, expect, it } from 'vitest';
import { blobHref } from '../../../src/core/shelf/blob-href.ts';
import type { EngineName } from '../../support/engines.ts';
import { FILM_SECONDS, greyAt, renderFilm, type Film } from './film.ts';
import { anyName, pattern } from './harness/bytes.ts';
import { describeEngine, type Harness } from './store-promises.ts';

const MB = 1_000_000;
const SIZE = 9 * MB;
const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkitgtk'];

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly text: string | null;
}

const film: Film | null = renderFilm();
if (film === null) console.warn('SKIPPED: playing from the store, ffmpeg is not installed.');

function answersLikeAServer({ inWorker, inPage, server }: Harness): void {
  const file = anyName();
  const address = (name: string, more = '&'): string => `/media/${name}?type=video/mp4${more}`;
  const ask = (
    url: string,
    range: string | null,
    method = 'GET',
    patternFrom: number | null = null,
  ): Promise<Answer> => inPage('ask', url, range === null ? {} : { range }, method, patternFrom);

  beforeAll(async () => {
    await inWorker('a', 'chosen', 'write', file, SIZE, 'seal');
    if (server().isUp()) await server().stop();
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-1', 0, 1],
    ['bytes=0-', 0, SIZE - 1],
    [`bytes=${SIZE - 1}-`, SIZE - 1, SIZE - 1],
    ['bytes=-1', SIZE - 1, SIZE - 1],
    [`bytes=-${2 * SIZE}`, 0, SIZE - 1],
    ['bytes=4194300-4194310', 4_194_300, 4_194_310],
    [`bytes=8000000-${9 * SIZE}`, 8_000_000, SIZE - 1],
  ])('%s is answered with exactly those bytes', async (range, start, end) => {
    const answer = await ask(address(file), range, 'GET', start);
    expect(answer).toMatchObject({ status: 206, bytes: end + 1 - start });
    expect(answer.headers).toMatchObject({
      'content-range': `bytes ${start}-${end}/${SIZE}`,
      'content-length': String(end + 1 - start),
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      etag: `"${file}"`,
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });

  it.each([null, 'bytes=0-1,5-6'])('the whole file is the answer to %s', async (range) => {
    const answer = await ask(address(file), range, 'GET', 0);
    expect(answer).toMatchObject({ status: 200, bytes: SIZE });
    expect(answer.headers['content-length']).toBe(String(SIZE));
    expect(answer.headers['content-range']).toBeUndefined();
  });

  it('HEAD says the size and sends nothing', async () => {
    const answer = await ask(address(file), null, 'HEAD');
    expect(answer).toMatchObject({ status: 200, bytes: 0 });
    expect(answer.headers['content-length']).toBe(String(SIZE));
  });

  it.each([`bytes=${SIZE}-`, 'bytes=-0', 'bytes=5-2', 'bytes=x'])('%s is refused', async (range) => {
    const answer = await ask(address(file), range);
    expect(answer).toMatchObject({ status: 416, bytes: 0 });
    expect(answer.headers['content-range']).toBe(`bytes */${SIZE}`);
  });

  it('another type, another name and another method are refused', async () => {
    for (const url of [
      `/media/${file}?type=text/html`,
      `/media/${file}`,
      `/media/${file}.mp4?type=video/mp4`,
      '/media/',
    ]) {
      expect({ url, ...(await ask(url, null)) }).toMatchObject({ url, status: 400 });
    }
    expect(await ask(address(file), null, 'POST')).toMatchObject({ status: 405 });
  });

  it('without the file and without a network, words', async () => {
    const name = anyName();
    const answer = await ask(address(name, `&shelf=${blobHref(name, 'mp4')}`), 'bytes=0-1');
    expect(answer).toMatchObject({ status: 404, text: '这个文件没有存在这台平板上。' });
  });

  it('without the file, with a network, the shelf answers the same range', async () => {
    await server().start();
    const name = anyName();
    await server().put(`shelf/${blobHref(name, 'mp4')}`, pattern(MB));
    const url = address(name, `&shelf=${blobHref(name, 'mp4')}`);
    const answer = await ask(url, 'bytes=500-599', 'GET', 500);
    expect(answer).toMatchObject({ status: 206, bytes: 100 });
    expect(answer.headers).toMatchObject({
      'content-range': `bytes 500-599/${MB}`,
      'content-type': 'video/mp4',
    });
    expect(await ask(url, null, 'GET', 0)).toMatchObject({ status: 200, bytes: MB });
    expect(await ask(address(name), null)).toMatchObject({ status: 404 });
    expect(await ask(address(file, `&shelf=${blobHref(name, 'mp4')}`), null)).toMatchObject({ status: 400 });
    await server().put(`shelf/${blobHref(name, 'html')}`, '<h1>Please sign in</h1>');
    expect(await ask(address(name, `&shelf=${blobHref(name, 'html')}`), null)).toMatchObject({ status: 404 });
    await server().stop();
  });
}

function playsFromTheStore({ inWorker, inPage, server }: Harness): void {
  it.skipIf(film === null)(
    'a film plays and seeks, back and forth, with the server switched off',
    async () => {
      if (film === null) return;
      if (!server().isUp()) await server().start();
      await server().put('film.mp4', film.bytes);
      expect(await inWorker('a', 'chosen', 'download', film.sha256, '/film.mp4')).toBe(film.bytes.length);
      await server().stop();
      const seconds = [12, 3, 18, 7.5];
      const seen = await inPage<{ duration: number; greys: number[] }>(
        'playAndSeek',
        `/media/${film.sha256}?type=video/mp4`,
        seconds,
        seconds.map(greyAt),
      );
      expect(seen.duration).toBeCloseTo(FILM_SECONDS, 0);
      for (const [index, at] of seconds.entries()) {
        expect(Math.abs((seen.greys[index] ?? -1) - greyAt(at))).toBeLessThan(15);
      }
    },
  );
}

function underTheWorker({ server, engine, inPage }: Harness): void {
  beforeAll(async () => {
    await server().put('shelf.json', JSON.stringify({ url: '/shelf/', key: {} }));
    await inPage('waitForWorker');
    await engine().reload();
    expect(await inPage('waitForWorker')).toBe(true);
  });
}

for (const name of ENGINES) {
  describeEngine(name, (harness) => {
    underTheWorker(harness);
    playsFromTheStore(harness);
    answersLikeAServer(harness);
  });
}

// WebKitGTK had no other choice above.
for (const name of ['chromium', 'firefox'] as const) {
  describeEngine(name, (harness) => {
    describe('with the records of IndexedDB', () => {
      beforeAll(() => harness.inPage('choose', 'indexeddb'));
      underTheWorker(harness);
      playsFromTheStore(harness);
      answersLikeAServer(harness);
    });
  });
}
