/** Files that are lost or rot on the tablet, after the month was whole: noticed, said, and mended file by file. */
import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import type { Proxy } from '../support/proxy.ts';
import type { Engine } from '../support/engines.ts';
import { BIG_ISSUE } from './big-issue.ts';
import { mediaAsked, onBigShelf } from './big-shelf-tablet.ts';
import { enter, expectStoredRight, isWhole, library, press, untilText, untilWhole } from './member.ts';
import { loseFile, rotFile } from './probes.ts';
import { SEED, seeded } from './seeded.ts';

const FILM_PIECE = 'a-day-in-ruihong';
const { through } = onBigShelf();
const random = seeded(SEED);

/** A month that is whole, and its film. */
async function withFilm(tablet: Engine, proxy: Proxy): Promise<{ sha256: string; size: number }> {
  await enter(tablet, proxy.url);
  await untilWhole(tablet, BIG_ISSUE);
  const [film] = (await library(tablet)).blobs.toSorted((a, b) => b.size - a.size);
  if (!film) throw new Error('The month has no files');
  // No page of the app, so nobody holds the files.
  await tablet.goto(`${proxy.url}/shelf.json`);
  proxy.forget();
  return film;
}

describe('a month that was whole', { timeout: 240_000 }, () => {
  it('and has lost a file at the next start gets that file again and no other', async () => {
    await through(async (proxy, { tablet }) => {
      const film = await withFilm(tablet, proxy);
      await tablet.run(loseFile, film.sha256);
      let letGo = (): void => undefined;
      const heldUntil = new Promise<void>((resolve) => (letGo = resolve));
      proxy.rule(({ path }) => (path.includes(film.sha256) ? { heldUntil } : null));
      await tablet.goto(`${proxy.url}/`);
      await waitFor('the film to be asked for', () => mediaAsked(proxy).length > 0);
      // Read meanwhile: only the film is on its way.
      await tablet.goto(`${proxy.url}/read/${BIG_ISSUE}/${FILM_PIECE}`);
      await press(tablet, '文字稿');
      await untilText(tablet, '下雨天要踩着砖头走');
      letGo();
      await untilWhole(tablet, BIG_ISSUE);
      await expectStoredRight(tablet);
      expect(new Set(mediaAsked(proxy))).toEqual(new Set([proxyPath(proxy, film.sha256)]));
    });
  });

  it('and in which a bit has turned over is found out by 全部检查一遍, said, and mended', async () => {
    await through(async (proxy, { tablet }) => {
      const film = await withFilm(tablet, proxy);
      await tablet.run(rotFile, film.sha256, Math.floor(random() * film.size));
      await tablet.goto(`${proxy.url}/storage`);
      await press(tablet, '全部检查一遍');
      await untilText(tablet, '有文件坏了', 90);
      await waitFor('the film to be asked for', () => mediaAsked(proxy).length > 0);
      await waitFor('the month to be whole again', () => isWhole(tablet, BIG_ISSUE), 90);
      await expectStoredRight(tablet);
      expect(new Set(mediaAsked(proxy))).toEqual(new Set([proxyPath(proxy, film.sha256)]));
    });
  });
});

const proxyPath = (proxy: Proxy, sha256: string): string =>
  proxy.seen.find(({ path }) => path.includes(sha256))?.path ?? sha256;
