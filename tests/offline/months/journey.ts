/**
 * A month that says 已经存好 is there with the hub switched off: its process ended, the browser killed and opened anew on
 * the same profile. In Chromium and Firefox, and in WebKitGTK on its IndexedDB store. Automation of WebKitGTK has no
 * profile that outlives the browser: there the hub ends within one session, and every page after it is opened by address.
 */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFor, openEngine, type Engine, type EngineName } from '../../support/engines.ts';
import { startHub, type RunningHub } from '../../support/hub-setup.ts';
import { piecesOnShelf } from '../../support/places.ts';
import { MONTH } from '../../support/tablets.ts';
import {
  enter,
  enterForGood,
  expectStoredRight,
  library,
  press,
  signedSentence,
  untilPressed,
  untilText,
  untilWhole,
} from '../member.ts';
import { count, mediaNow, missingPictures, pageText, typeWords, type Medium } from '../probes.ts';

const ISSUE = `${MONTH}-silent-world`;
/** Long enough for a machine that does other things too. */
const WAIT = { timeout: 40_000 };

function journey(name: EngineName): void {
  let hub: RunningHub | undefined;
  let engine: Engine | undefined;
  let pieces: Awaited<ReturnType<typeof piecesOnShelf>> = [];
  const here = (): Engine => {
    if (!engine) throw new Error('The browser is not running');
    return engine;
  };
  const open = (path: string): Promise<void> => here().goto(`${hub?.url ?? ''}${path}`);
  const openPiece = (kind: string): Promise<void> =>
    open(
      `/read/${ISSUE}/${pieces.find((entry) => entry.issue === ISSUE && entry.kind === kind)?.piece ?? ''}`,
    );

  beforeAll(async () => {
    [hub, engine] = await Promise.all([startHub(), openEngine(name)]);
    pieces = await piecesOnShelf(hub.url);
  }, 180_000);
  afterAll(async () => {
    await engine?.close();
    await hub?.stop();
    if (hub) await rm(hub.dataFolder, { recursive: true, force: true });
  }, 60_000);

  it('this month and the last ones come by themselves, and the page says so', async () => {
    await (name === 'webkitgtk' ? enter : enterForGood)(here(), hub?.url ?? '');
    await untilWhole(here(), ISSUE);
    await untilText(here(), '已经存好');
    await expect
      .poll(async () => (await library(here())).installed.map(({ issue }) => issue).sort(), WAIT)
      .toEqual(['2026-09-silent-world', '2026-10-silent-world', ISSUE]);
    await expectStoredRight(here());
    await hub?.stop();
    if (name === 'webkitgtk') await here().goto('about:blank');
    else await here().killAndReopen();
  });

  it('opens cold: home, then the bookshelf', async () => {
    await open('/');
    await untilText(here(), '从虹镇老街到瑞虹新城');
    await untilText(here(), '已经存好');
    await open('/bookshelf');
    await untilText(here(), '从虹镇老街到瑞虹新城');
    expect(await here().run(() => navigator.serviceWorker.controller !== null)).toBe(true);
  });

  it('finds a word in the sentences of every month that is here', async () => {
    await open('/bookshelf');
    await expect.poll(() => here().run(typeWords, '给水站'), WAIT).toBe(true);
    await expect.poll(() => here().run(count, `a[href*="/${ISSUE}/"][href*="?s="]`), WAIT).toBeGreaterThan(0);
  });

  it('a reading: its text, and the frame in which sentence 5 is signed', async () => {
    await openPiece('reading');
    await untilPressed(here(), '[data-sentence]', 5);
    await expect.poll(() => signedSentence(here()), WAIT).toBe(5);
    expect(await playing(here(), ({ muted }) => muted)).toMatch(/^\/media\//u);
  });

  it('the film plays and seeks, its signer with it', async () => {
    await openPiece('film');
    await playAndSeek(here(), ({ kind, muted }) => kind === 'video' && !muted);
    await expect.poll(() => signedSentence(here()), WAIT).toBeGreaterThan(3);
  });

  it('the recitation plays and seeks', async () => {
    await openPiece('recitation');
    await playAndSeek(here(), ({ kind }) => kind === 'audio');
    expect(await playing(here(), ({ kind }) => kind === 'audio')).toMatch(/^\/media\//u);
  });

  it('every picture of the gallery is there', async () => {
    await openPiece('gallery');
    await expect.poll(() => here().run(count, 'img'), WAIT).toBeGreaterThan(4);
    expect(await here().run(missingPictures)).toEqual([]);
  });

  it('a word, with the clip that signs it', async () => {
    await open('/words');
    await untilText(here(), '给水站');
    await press(here(), '看手语');
    await expect
      .poll(async () => (await here().run(mediaNow)).find(({ ready }) => ready >= 2)?.src, WAIT)
      .toMatch(/^\/media\//u);
  });
}

async function playing(engine: Engine, which: (medium: Medium) => boolean): Promise<string> {
  return (await engine.run(mediaNow)).find(which)?.src ?? '';
}

/** By its own buttons: playing, then sentence by sentence to its second fifth. */
async function playAndSeek(engine: Engine, which: (medium: Medium) => boolean): Promise<void> {
  const now = async (): Promise<Medium | undefined> => (await engine.run(mediaNow)).find(which);
  // Where there is none, what the page says instead.
  const nowOrWords = async (): Promise<Medium | string> => (await now()) ?? (await engine.run(pageText));
  await expect.poll(nowOrWords, WAIT).toMatchObject({ error: null });
  await expect.poll(async () => (await now())?.ready, WAIT).toBeGreaterThan(0);
  await press(engine, '播放');
  await expect.poll(async () => (await now())?.time, WAIT).toBeGreaterThan(0.7);
  expect((await now())?.src).toMatch(/^\/media\//u);
  const { duration = 0 } = (await now()) ?? {};
  const isFar = async (): Promise<boolean> => ((await now())?.time ?? 0) > duration / 5;
  for (let sentence = 0; sentence < 12 && !(await isFar()); sentence++) {
    const { time = 0 } = (await now()) ?? {};
    await press(engine, '下一句');
    await expect.poll(async () => (await now())?.time, WAIT).not.toBe(time);
  }
  expect(await isFar()).toBe(true);
  const { time = 0 } = (await now()) ?? {};
  await expect.poll(async () => (await now())?.time, WAIT).toBeGreaterThan(time + 0.3);
}

/** Skipped, and said so, where the engine is not installed. */
export function monthJourney(name: EngineName): void {
  const missing = missingFor(name);
  if (missing !== null)
    console.warn(`SKIPPED: offline in ${name} is not tested, ${missing} is not installed.`);
  describe.skipIf(missing !== null)(`${name}, with the hub switched off`, { timeout: 180_000 }, () => {
    journey(name);
  });
}
