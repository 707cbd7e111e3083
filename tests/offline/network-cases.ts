/** What a poor network does to the requests for one file, and the ledger of what it sent. */
import { expect } from 'vitest';
import type { Engine } from '../support/engines.ts';
import type { Misbehaviour, Proxy } from '../support/proxy.ts';
import { BIG_ISSUE } from './big-issue.ts';
import { fetchedTwice, type Fetched } from './ledger.ts';
import { enter, expectStoredRight, library, untilWhole } from './member.ts';

const CHUNK = 4 * 1024 * 1024;

/** How many times a request for the film, the n-th from 0, is met with what. */
type Plan = (attempt: number) => (Misbehaviour & { readonly spoils?: boolean }) | null;

export interface NetworkCase {
  readonly name: string;
  readonly plan: Plan;
  /** Requests for the film at least: fewer, and the case met nothing. */
  readonly atLeast: number;
}

const once =
  (how: Misbehaviour & { readonly spoils?: boolean }): Plan =>
  (attempt) =>
    attempt === 0 ? how : null;
const afterCut =
  (cutAfter: number, how: Misbehaviour & { readonly spoils?: boolean }): Plan =>
  (attempt) =>
    attempt === 0 ? { cutAfter } : attempt === 1 ? how : null;

/** One of each kind, at places drawn with `random`. */
export function oneOfEach(random: () => number): readonly NetworkCase[] {
  const below = (bytes: number): number => 1 + Math.floor(random() * (bytes - 1));
  const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  /** Past one chunk, so that there is something to go on from. */
  const cut = (): number => CHUNK + below(2 * CHUNK);
  return [
    cutAgainAndAgain(random),
    bitFlipped(random),
    {
      name: 'the whole instead of the rest',
      plan: afterCut(cut(), { ignoreRange: true, spoils: true }),
      atLeast: 3,
    },
    {
      name: 'another range than was asked for',
      plan: afterCut(cut(), {
        replaceHeaders: { 'content-range': 'bytes 0-99/13000000' },
        spoils: true,
      }),
      atLeast: 3,
    },
    {
      name: 'an answer that ends early, as if it were whole',
      plan: once({ answer: { status: 200, type: 'video/mp4', body: noise(below(CHUNK)) }, spoils: true }),
      atLeast: 2,
    },
    {
      name: 'other content, and more of it',
      plan: once({ answer: { status: 200, type: 'video/mp4', body: noise(5 * CHUNK) }, spoils: true }),
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
    stalled(random),
  ];
}

/** A little more or less than a chunk each time, so that something is left for the next. */
export function cutAgainAndAgain(random: () => number): NetworkCase {
  const cuts = Array.from({ length: 4 }, () => 1 + Math.floor(random() * 1.3 * CHUNK));
  return {
    name: `cuts after ${cuts.join(', ')} bytes`,
    plan: (attempt) => (cuts[attempt] === undefined ? null : { cutAfter: cuts[attempt] }),
    atLeast: 3,
  };
}

export function bitFlipped(random: () => number): NetworkCase {
  const flipAt = Math.floor(random() * 3 * CHUNK);
  return { name: `the bit at ${flipAt} flipped`, plan: once({ flipAt }), atLeast: 2 };
}

/** Longer than anyone waits. */
export function stalled(random: () => number): NetworkCase {
  const stallAfter = Math.floor(random() * 2.5 * CHUNK);
  return {
    name: `nothing after ${stallAfter} bytes, for ever`,
    plan: once({ stallAfter, stallMs: 120_000 }),
    atLeast: 2,
  };
}

function follow(proxy: Proxy, film: string, plan: Plan): { readonly fetched: () => readonly Fetched[] } {
  /** By attempt: from which byte of the answer on it was not the file. */
  const spoiled = new Map<number, number>();
  const asked = (): Proxy['seen'] => proxy.seen.filter(({ path }) => path === film);
  proxy.rule(({ path }) => {
    if (path !== film) return null;
    const attempt = asked().length - 1;
    const how = plan(attempt);
    if (how?.spoils) spoiled.set(attempt, 0);
    if (how?.flipAt !== undefined) spoiled.set(attempt, how.flipAt);
    return how;
  });
  return {
    fetched: () => asked().map((entry, at) => ({ ...entry, goodBytes: spoiled.get(at) ?? Infinity })),
  };
}

/** A tablet that has nothing yet, over a network that behaves so: the month is whole and right. Resolves to what came twice. */
export async function fetchedTwiceOver(
  proxy: Proxy,
  tablet: Engine,
  film: string,
  { plan, atLeast }: NetworkCase,
): Promise<readonly string[]> {
  const { fetched } = follow(proxy, film, plan);
  await enter(tablet, proxy.url);
  await untilWhole(tablet, BIG_ISSUE, 150);
  expect(fetched().length).toBeGreaterThanOrEqual(atLeast);
  await expectStoredRight(tablet);
  return fetchedTwice(fetched());
}

/** Over a good network: each request for the film, by its path on this shelf. */
export async function filmOverGoodNetwork(proxy: Proxy, tablet: Engine): Promise<readonly string[]> {
  await enter(tablet, proxy.url);
  await untilWhole(tablet, BIG_ISSUE);
  const [largest] = (await library(tablet)).blobs.toSorted((a, b) => b.size - a.size);
  expect(largest?.size).toBeGreaterThan(3 * CHUNK);
  return proxy.seen.map(({ path }) => path).filter((path) => path.includes(largest?.sha256 ?? '?'));
}
