/**
 * SIGKILL at the steps of an install, on one profile, told by a build that says each step and waits
 * (`src/library/install/fault-point.ts`). The proxy hears the step, and the browser dies while it waits for the answer.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine, type Engine } from '../support/engines.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { waitFor } from '../support/wait-for.ts';
import { BIG_ISSUE, publishBigIssue, type BigShelf } from './big-issue.ts';
import { startOf } from './ledger.ts';
import { enterForGood, expectStoredRight, library } from './member.ts';

export const CHUNK = 4 * 1024 * 1024;
export const FAULTS = '/__fault/';

/** In the order of an install. */
export const STEPS = [
  'text',
  'verified',
  'appended',
  'flushed',
  'journalled',
  'sealed',
  'sealed-journalled',
  'complete',
  'completed',
] as const;
export type Step = (typeof STEPS)[number];

export interface KillAt {
  /** Any step, where null. */
  readonly step: Step | null;
  /** The how-many-th of them since the browser was started, from 1. */
  readonly nth: number;
  /** Each chunk takes longer than chunks wait for a flush: every one is flushed and journalled. On a quick line they share one. */
  readonly isSlow: boolean;
}

/** Longer than chunks wait for a flush. */
export const SLOW_MS = 400;

export interface KillRuns {
  /** Starts the browser on the profile and kills it there; false when the month was whole before it came to that. */
  killedAt(at: KillAt): Promise<boolean>;
  /** Lets the last browser finish. Rejects when it does not. */
  finish(): Promise<void>;
  /** The month again, with another film. */
  revise(): Promise<void>;
  close(): Promise<void>;
}

export async function startKillRuns(): Promise<KillRuns> {
  const shelf = await publishBigIssue();
  const project = await projectWithFaultPoints();
  const hub = await startHub({ dataFolder: shelf.dataFolder, project });
  const engine = await openEngine('chromium');
  const proxy = await startProxy(hub.url);
  return runs({ shelf, project, hub, engine, proxy });
}

interface Parts {
  readonly shelf: BigShelf;
  readonly project: string;
  readonly hub: RunningHub;
  readonly engine: Engine;
  readonly proxy: Proxy;
}

function runs({ shelf, project, hub, engine, proxy }: Parts): KillRuns {
  /** Chunks of the film that were written since it was last changed: the ledger. A kill takes nothing from the disk. */
  let written = 0;
  /** The one file of several chunks: it comes when the small ones are here. */
  let film: string | null = null;
  let latest = '';
  let isFirst = true;
  let wasWhole = false;
  let outdated: string | null = null;

  function checkLedger(): void {
    for (const { path: asked, range, sentBytes } of proxy.seen) {
      if (asked.startsWith('/shelf/blobs/')) latest = asked;
      if (asked === latest && sentBytes > CHUNK) film ??= asked;
      if (asked === `${FAULTS}appended` && latest === film) written++;
      if (asked === film && startOf(range) < written * CHUNK)
        throw new Error(`${asked} was asked for from ${startOf(range)} when ${written} chunks were on disk`);
    }
    proxy.forget();
  }

  async function open(): Promise<void> {
    if (isFirst) await enterForGood(engine, proxy.url);
    // The page that asks the installer at once.
    else await engine.goto(`${proxy.url}/storage`);
    isFirst = false;
    const { installed, blobs } = await library(engine);
    if (wasWhole && !installed.some(({ issue }) => issue === BIG_ISSUE))
      throw new Error('A month that was whole is gone');
    const sealed = new Set(blobs.flatMap(({ sha256, sealedMs }) => (sealedMs === null ? [] : [sha256])));
    for (const record of installed) {
      const lacks = record.blobs.filter((sha256) => !sealed.has(sha256));
      if (lacks.length > 0) throw new Error(`${record.issue} says it is whole and lacks ${lacks.join()}`);
    }
  }

  /** Whole, in the revision that was published last. */
  async function isSettled(): Promise<boolean> {
    const { installed, installs } = await library(engine);
    const here = installed.find(({ issue, missing }) => issue === BIG_ISSUE && missing.length === 0);
    return here !== undefined && here.manifest.sha256 !== outdated && installs.length === 0;
  }

  return {
    async killedAt({ step, nth, isSlow }) {
      let met = 0;
      let die: () => void = () => undefined;
      const dying = new Promise<true>((resolve) => (die = () => resolve(true)));
      proxy.rule(({ path: asked }) => {
        if (!asked.startsWith(FAULTS)) return null;
        const answer = { status: 200, type: 'text/plain', body: '' };
        const goOn = { answer, delayMs: isSlow && asked === `${FAULTS}verified` ? SLOW_MS : 0 };
        if (step !== null && asked !== FAULTS + step) return goOn;
        met++;
        if (met < nth) return goOn;
        die();
        // Nothing more of this browser is answered: where it was met is where it stays.
        return { delayMs: 60_000, answer };
      });
      await open().catch((error: unknown) => {
        // It may have died under the page's own questions.
        if (met < nth) throw error;
      });
      let isDying = false;
      void dying.then(() => (isDying = true));
      await waitFor('a step to die at, or the month to be whole', () => isDying || isSettled(), 120);
      const isKilled = isDying;
      if (isKilled) await engine.killAndReopen();
      wasWhole ||= !isKilled || step === 'completed';
      checkLedger();
      return isKilled;
    },
    async finish() {
      proxy.rule(({ path: asked }) =>
        asked.startsWith(FAULTS) ? { answer: { status: 200, type: 'text/plain', body: '' } } : null,
      );
      await open();
      await waitFor('the month to be whole', isSettled, 120);
      checkLedger();
      await expectStoredRight(engine);
      wasWhole = true;
    },
    async revise() {
      const { installed } = await library(engine);
      outdated = installed.find(({ issue }) => issue === BIG_ISSUE)?.manifest.sha256 ?? null;
      await shelf.revise('film');
      written = 0;
      film = null;
    },
    async close() {
      await engine.close();
      await proxy.stop();
      await hub.stop();
      await shelf.remove();
      await rm(project, { recursive: true, force: true });
    },
  };
}

/** The hub as it is, with an app that says its steps. */
export async function projectWithFaultPoints(): Promise<string> {
  const project = await mkdtemp(path.join(tmpdir(), 'same-page-faults-'));
  await mkdir(path.join(project, 'src'));
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'));
  await symlink(path.resolve('src/starter'), path.join(project, 'src/starter'));
  await cp('package.json', path.join(project, 'package.json'));
  await cp('dist/hub', path.join(project, 'dist/hub'), { recursive: true });
  const how = {
    logLevel: 'error',
    define: { __FAULT_POINTS__: 'true' },
    build: { outDir: path.join(project, 'dist/app'), emptyOutDir: true },
  };
  const script = `import('vite').then(({ build }) => build(${JSON.stringify(how)}))`;
  const built = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
  return project;
}
