/** For tests: the hub's release on a real folder, its clock set by hand, asked over HTTP. */
import { expect, vi } from 'vitest';
import * as v from 'valibot';
import { JournalSchema, type JournalEntry } from '../../core/release/journal-entry.ts';
import { ReleaseListSchema, type ReleaseView } from '../../core/release/release-view.ts';
import { verifyCatalogue, type Catalogue } from '../../core/shelf/catalogue.ts';
import { parseManifest, type ParsedManifest } from '../../core/shelf/manifest.ts';
import { openHubDrafts } from '../drafts/draft-store.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import type { Caller } from '../people/access.ts';
import { apiDoor } from '../server/api.ts';
import { testClock, type TestClock } from './fixture.ts';
import { MONTH } from './month-fixture.ts';
import { openReleaseServices, publishRoutes, type ReleaseServices } from './release-services.ts';

const origin = 'http://localhost:4340';
export const now = Date.parse('2026-11-25T02:00:00.000Z');
export const publisher: Caller = {
  person: 'p1',
  name: '社区工作者',
  roles: ['editor', 'publisher'],
  clubs: ['silent-world'],
  signIn: 's1',
  isFresh: false,
};
export const editor: Caller = { ...publisher, name: '手语老师', roles: ['editor'] };

export interface OnShelf {
  readonly catalogue: Catalogue;
  /** The month's; null where it is not listed. */
  readonly manifest: ParsedManifest | null;
}

export interface ReleaseHub {
  readonly workshop: Workshop;
  readonly data: string;
  readonly shelf: OpenShelf;
  readonly clock: TestClock;
  readonly services: ReleaseServices;
  /** What the hub reported as going wrong. */
  readonly errors: readonly unknown[];
  ask(method: string, to: string, body?: unknown, caller?: Caller | null): Promise<Response>;
  planAt(at: string, draft: string, caller?: Caller | null): Promise<Response>;
  view(): Promise<ReleaseView | undefined>;
  /** Lets the scheduler work until it has nothing to do at this moment. */
  untilQuiet(): Promise<void>;
  onShelf(): Promise<OnShelf | null>;
  journal(): Promise<readonly JournalEntry[]>;
  /** Stopped and started again, on this shelf. */
  restart(shelf?: OpenShelf): Promise<void>;
  clear(): Promise<void>;
}

export async function openReleaseHub(): Promise<ReleaseHub> {
  const workshop = await openWorkshop();
  const { data } = workshop.config;
  let shelf = await openShelf(workshop.config);
  const clock = testClock(now);
  const errors: unknown[] = [];
  const open = (): Promise<ReleaseServices> => {
    const onError = (error: unknown): void => void errors.push(error);
    return openReleaseServices({ data, shelf, drafts: openHubDrafts(data), clock, onError });
  };
  let services = await open();

  const ask: ReleaseHub['ask'] = async (method, to, body, caller = publisher) => {
    const door = apiDoor({ origin, findCaller: () => Promise.resolve(caller) });
    door.route('/', publishRoutes(services));
    return door.request(`${origin}${to}`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  const view: ReleaseHub['view'] = async () => {
    const { releases } = v.parse(ReleaseListSchema, await (await ask('GET', '/releases')).json());
    return releases.find(({ issue }) => issue === MONTH);
  };
  const textOf = async (href: string): Promise<string> =>
    new TextDecoder().decode((await shelf.store.read(href)) ?? new Uint8Array());

  return {
    workshop,
    data,
    get shelf() {
      return shelf;
    },
    clock,
    get services() {
      return services;
    },
    errors,
    ask,
    planAt: (at, draft, caller = publisher) => ask('PUT', `/releases/${MONTH}/plan`, { at, draft }, caller),
    view,
    async untilQuiet() {
      await vi.waitFor(
        async () => {
          await clock.run(0);
          const found = await view();
          const isIdle = found?.plan == null || found.plan.now.state !== 'unchecked';
          const isDue =
            found?.plan?.now.state === 'waiting' && Date.parse(found.plan.at) <= services.releases.nowMs();
          // Files take real time, which the clock knows nothing of: it was set on while they were read.
          if (isDue) await clock.run(30_000);
          expect([isIdle, isDue, found?.running ?? null]).toEqual([true, false, null]);
        },
        { timeout: 60_000, interval: 20 },
      );
    },
    async onShelf() {
      if ((await shelf.store.read('catalogue.jws')) === null) return null;
      const catalogue = await verifyCatalogue(await textOf('catalogue.jws'), shelf.keys.publicKey);
      const listed = catalogue.issues.find(({ id }) => id === MONTH);
      if (listed === undefined) return { catalogue, manifest: null };
      return { catalogue, manifest: parseManifest(await textOf(listed.manifest.href)) };
    },
    journal: async () => v.parse(JournalSchema, await (await ask('GET', '/journal')).json()).entries,
    async restart(other = shelf) {
      await services.releases.close();
      shelf = other;
      services = await open();
    },
    async clear() {
      await services.releases.close();
      await workshop.clear();
    },
  };
}

/** A refusal as `[status, code]`. */
export const codeOf = async (response: Response): Promise<unknown> => [
  response.status,
  v.parse(v.object({ code: v.string() }), await response.json()).code,
];
