/**
 * A poor network, told from outside: whatever it does, the month ends up whole and right, nothing that was not verified
 * is shown, and no byte that was verified is fetched again. The sample is drawn with a seed (`SEED=… npm test`).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../support/engines.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Misbehaviour, type Proxy } from '../support/proxy.ts';
import { BIG_ISSUE, publishBigIssue, type BigShelf } from './big-issue.ts';
import { fetchedTwice, startOf, type Fetched } from './ledger.ts';
import { enter, expectStoredRight, library, untilWhole } from './member.ts';
import { SEED, seeded } from './seeded.ts';

const CHUNK = 4 * 1024 * 1024;
const random = seeded(SEED);
const below = (bytes: number): number => 1 + Math.floor(random() * (bytes - 1));

let shelf: BigShelf | undefined;
let hub: RunningHub | undefined;
let engine: Engine | undefined;
let film = { path: '', size: 0 };

beforeAll(async () => {
  shelf = await publishBigIssue();
  [hub, engine] = await Promise.all([startHub({ dataFolder: shelf.dataFolder }), openEngine('chromium')]);
});
afterAll(async () => {
  await engine?.close();
  await hub?.stop();
  await shelf?.remove();
});

/** How many times a request for the film, the n-th from 0, is met with what. */
type Plan = (attempt: number, start: number) => (Misbehaviour & { readonly spoils?: boolean }) | null;

interface Case {
  readonly name: string;
  readonly plan: Plan;
  /** Requests for the film at least: fewer, and the case met nothing. */
  readonly atLeast: number;
}

const once =
  (how: Misbehaviour & { readonly spoils?: boolean }): Plan =>
  (attempt) =>
    attempt === 0 ? how : null;
const cutThen = (how: Misbehaviour & { readonly spoils?: boolean }): Plan => {
  const cut = below(2 * CHUNK) + CHUNK;
  return (attempt) => (attempt === 0 ? { cutAfter: cut } : attempt === 1 ? how : null);
};
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(random() * 256));

/** Each of the answer that is cut: a little more or less than a chunk, so that something is left for the next. */
const CUTS = Array.from({ length: 4 }, () => below(1.3 * CHUNK));
const FLIP = below(3 * CHUNK);

const CASES: readonly Case[] = [
  {
    name: `cut after ${CUTS.join(', ')} bytes`,
    plan: (attempt) => (CUTS[attempt] === undefined ? null : { cutAfter: CUTS[attempt] }),
    atLeast: 3,
  },
  { name: `the bit at ${FLIP} flipped`, plan: once({ flipAt: FLIP }), atLeast: 2 },
  { name: 'the whole instead of the rest', plan: cutThen({ ignoreRange: true, spoils: true }), atLeast: 3 },
  {
    name: 'another range than was asked for',
    plan: cutThen({ replaceHeaders: { 'content-range': 'bytes 0-99/13000000' }, spoils: true }),
    atLeast: 3,
  },
  {
    name: 'an answer that ends early, as if it were whole',
    plan: once({ answer: { status: 200, type: 'video/mp4', body: noise(CHUNK / 2) }, spoils: true }),
    atLeast: 2,
  },
  {
    name: 'other content of the right length',
    plan: (attempt) =>
      attempt === 0
        ? { answer: { status: 200, type: 'video/mp4', body: noise(film.size) }, spoils: true }
        : null,
    atLeast: 2,
  },
  {
    name: 'a page to sign in to the network',
    plan: (attempt) =>
      attempt < 2
        ? { answer: { status: 200, type: 'text/html', body: '<h1>请登录</h1>' }, spoils: true }
        : null,
    atLeast: 3,
  },
  {
    name: 'a server that is broken',
    plan: once({ answer: { status: 500, type: 'text/plain', body: 'no' }, spoils: true }),
    atLeast: 2,
  },
  {
    name: 'a stall longer than anyone waits',
    plan: once({ stallAfter: CHUNK + 70_000, stallMs: 40_000 }),
    atLeast: 2,
  },
];

const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Not running');
  return value;
};

/** Each case on an origin of its own: a tablet that has nothing yet. */
async function through<T>(work: (proxy: Proxy) => Promise<T>): Promise<T> {
  const proxy = await startProxy(needed(hub).url);
  try {
    return await work(proxy);
  } finally {
    await needed(engine).goto('about:blank');
    await proxy.stop();
  }
}

function follow(proxy: Proxy, plan: Plan): { readonly fetched: () => readonly Fetched[] } {
  const spoiled = new Set<number>();
  const asked = (): Proxy['seen'] => proxy.seen.filter(({ path }) => path === film.path);
  proxy.rule(({ path, range }) => {
    if (path !== film.path) return null;
    const attempt = asked().length - 1;
    const how = plan(attempt, startOf(range));
    if (how?.spoils || how?.flipAt !== undefined) spoiled.add(attempt);
    return how;
  });
  return { fetched: () => asked().map((entry, at) => ({ ...entry, isSpoiled: spoiled.has(at) })) };
}

describe('an install over a network that', () => {
  it('is good fetches each file once', async () => {
    await through(async (proxy) => {
      await enter(needed(engine), proxy.url);
      await untilWhole(needed(engine), BIG_ISSUE);
      const [largest] = (await library(needed(engine))).blobs.toSorted((a, b) => b.size - a.size);
      expect(largest?.size).toBeGreaterThan(3 * CHUNK);
      const path = proxy.seen.find((entry) => entry.path.includes(largest?.sha256 ?? '?'))?.path ?? '';
      film = { path, size: largest?.size ?? 0 };
      expect(
        fetchedTwice(
          proxy.seen.filter((entry) => entry.path === path).map((entry) => ({ ...entry, isSpoiled: false })),
        ),
      ).toEqual([]);
    });
  });

  it.each(CASES)('gives: $name', async ({ plan, atLeast }) => {
    await through(async (proxy) => {
      const { fetched } = follow(proxy, plan);
      await enter(needed(engine), proxy.url);
      await untilWhole(needed(engine), BIG_ISSUE, 75);
      expect(fetched().length).toBeGreaterThanOrEqual(atLeast);
      expect(fetchedTwice(fetched())).toEqual([]);
      await expectStoredRight(needed(engine));
    });
  });
});
