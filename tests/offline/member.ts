/** A member's tablet in any engine: the club chosen, what it has looked at from outside. */
import { expect } from 'vitest';
import { readStrip } from '../../src/starter/strip.ts';
import type { Engine } from '../support/engines.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hasServiceWorker,
  mark,
  pageText,
  pressSelector,
  readLibrary,
  stripLuma,
  wrongMedia,
  type LibraryRecords,
} from './probes.ts';

export const SETTINGS = {
  club: 'silent-world',
  preset: 'standard',
  medium: 'audio',
  language: 'zh-Hans',
} as const;

/** Opens the app at `url` as somebody whose club is chosen, under its service worker. */
export async function enter(engine: Engine, url: string): Promise<void> {
  await settle(engine, url);
  await engine.goto(`${url}/`);
}

/** As `enter`, and what was chosen outlives a SIGKILL. */
export async function enterForGood(engine: Engine, url: string): Promise<void> {
  await settle(engine, url);
  await engine.restart();
  await engine.goto(`${url}/`);
}

async function settle(engine: Engine, url: string): Promise<void> {
  await engine.goto(`${url}/display`);
  await engine.run(
    (settings) => localStorage.setItem('same-page.settings', settings),
    JSON.stringify(SETTINGS),
  );
  await waitFor('a service worker', () => engine.run(hasServiceWorker));
}

export async function library(engine: Engine): Promise<LibraryRecords> {
  const nothing: LibraryRecords = { installed: [], installs: [], blobs: [], shelf: [] };
  return (await engine.run(readLibrary).catch(() => null)) ?? nothing;
}

export async function isWhole(engine: Engine, issue: string): Promise<boolean> {
  const { installed } = await library(engine);
  return installed.some((record) => record.issue === issue && record.missing.length === 0);
}

export async function untilWhole(engine: Engine, issue: string, seconds = 90): Promise<void> {
  await waitFor(
    () => library(engine).then((records) => `${issue} to be whole: ${JSON.stringify(records)}`),
    () => isWhole(engine, issue),
    seconds,
  );
}

/** Every medium the journal calls whole is, byte for byte, what its name says. */
export async function expectStoredRight(engine: Engine): Promise<void> {
  const media = await wholeMedia(engine);
  const wrong = await engine.run(wrongMedia, media);
  // What nobody needs any more may have been let go meanwhile: the journal forgets it before its file goes.
  const still = wrong.length === 0 ? [] : await wholeMedia(engine);
  expect(wrong.filter(({ sha256 }) => still.some((blob) => blob.sha256 === sha256))).toEqual([]);
}

async function wholeMedia(engine: Engine): Promise<LibraryRecords['blobs']> {
  const records = await engine.run(readLibrary);
  if (records === null) throw new Error('The tablet has no library');
  return records.blobs.filter(
    ({ type, sealedMs }) => sealedMs !== null && /^(?:video|audio|image)\//u.test(type),
  );
}

export async function untilText(engine: Engine, words: string, seconds = 20): Promise<void> {
  await expect.poll(() => engine.run(pageText), { timeout: seconds * 1000 }).toContain(words);
}

export async function untilPressed(engine: Engine, selector: string, number = 1): Promise<void> {
  await expect.poll(() => engine.run(pressSelector, selector, number), { timeout: 60_000 }).toBe(true);
}

/** The control called `name`, or whose name begins so, clicked as by a finger as soon as it is there and at rest. */
export async function press(engine: Engine, name: string): Promise<void> {
  const isPressed = async (): Promise<true | string> => {
    if (!(await engine.run(mark, name))) return `nothing is called ${name}`;
    return engine.click('[data-click]').then(() => true, String);
  };
  await expect.poll(isPressed, { timeout: 30_000 }).toBe(true);
}

/** The number in the pixels of the stand-in on screen. */
export async function signedSentence(engine: Engine): Promise<number | null> {
  const luma = await engine.run(stripLuma);
  return luma === null ? null : (readStrip((x) => luma[Math.floor(x)] ?? 0)?.sentence ?? null);
}
