/** For a test file: the big month on a real hub, and one Chromium that comes to it by a proxy of its own each time. */
import { afterAll, beforeAll } from 'vitest';
import { openEngine, type Engine } from '../support/engines.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { publishBigIssue, type BigShelf } from './big-issue.ts';

interface Running {
  readonly shelf: BigShelf;
  readonly hub: RunningHub;
  readonly tablet: Engine;
}

interface BigShelfTablet {
  /** Each on an origin of its own: a tablet that has nothing yet. */
  through<T>(work: (proxy: Proxy, running: Running) => Promise<T>): Promise<T>;
}

export function onBigShelf(): BigShelfTablet {
  let running: Running | undefined;
  beforeAll(async () => {
    const shelf = await publishBigIssue();
    const [hub, tablet] = await Promise.all([
      startHub({ dataFolder: shelf.dataFolder }),
      openEngine('chromium'),
    ]);
    running = { shelf, hub, tablet };
  }, 180_000);
  afterAll(async () => {
    await running?.tablet.close();
    await running?.hub.stop();
    await running?.shelf.remove();
  }, 60_000);
  return {
    async through(work) {
      if (!running) throw new Error('Nothing runs');
      const proxy = await startProxy(running.hub.url);
      try {
        return await work(proxy, running);
      } finally {
        await running.tablet.goto('about:blank');
        await proxy.stop();
      }
    },
  };
}

/** Videos and recordings that were asked for, each time they were. */
export function mediaAsked(proxy: Proxy): readonly string[] {
  return proxy.seen.flatMap(({ path }) => (/^\/shelf\/blobs\/.*\.(?:mp4|m4a)$/u.test(path) ? [path] : []));
}
