/** A member's tablet in any engine: the club chosen, what it has looked at from outside. */
import { expect } from 'vitest';
import { readStrip } from '../../src/starter/strip.ts';
import type { Engine } from '../support/engines.ts';
import {
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
  await engine.goto(`${url}/display`);
  await engine.run(
    (settings) => localStorage.setItem('same-page.settings', settings),
    JSON.stringify(SETTINGS),
  );
  await engine.run(() => navigator.serviceWorker.ready.then(() => true));
  await engine.goto(`${url}/`);
}

export async function library(engine: Engine): Promise<LibraryRecords> {
  const nothing: LibraryRecords = { installed: [], installs: [], blobs: [], shelf: [] };
  return (await engine.run(readLibrary).catch(() => null)) ?? nothing;
}

export async function isWhole(engine: Engine, issue: string): Promise<boolean> {
  const { installed } = await library(engine);
  return installed.some((record) => record.issue === issue && record.missing.length === 0);
}

export async function untilWhole(engine: Engine, issue: string, seconds = 60): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (!(await isWhole(engine, issue))) {
    if (Date.now() > until)
      throw new Error(`${issue} is not whole: ${JSON.stringify(await library(engine))}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Every medium the journal calls whole is, byte for byte, what its name says. */
export async function expectStoredRight(engine: Engine): Promise<void> {
  const { blobs } = await library(engine);
  const media = blobs.filter(
    ({ type, sealedMs }) => sealedMs !== null && /^(?:video|audio|image)\//u.test(type),
  );
  expect(await engine.run(wrongMedia, media)).toEqual([]);
}

export async function untilText(engine: Engine, words: string, seconds = 20): Promise<void> {
  await expect.poll(() => engine.run(pageText), { timeout: seconds * 1000 }).toContain(words);
}

export async function untilPressed(engine: Engine, selector: string, number = 1): Promise<void> {
  await expect.poll(() => engine.run(pressSelector, selector, number), { timeout: 20_000 }).toBe(true);
}

/** The number in the pixels of the stand-in on screen. */
export async function signedSentence(engine: Engine): Promise<number | null> {
  const luma = await engine.run(stripLuma);
  return luma === null ? null : (readStrip((x) => luma[Math.floor(x)] ?? 0)?.sentence ?? null);
}
