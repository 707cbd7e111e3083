/** A release killed at each step it takes: the shelf on offer is the old one or the new one, whole and signed. */
import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { openShelf, type OpenShelf } from '../../src/hub/open-shelf.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';
import { changeIssue, issueProcess, offered, release, titled } from './hub-process.ts';
import { startStoreProxy } from './store-proxy.ts';

const engine = await s3Engine();
const [before, after] = ['坐公交', '坐公交，新版'];

describe('a release into a folder', () => {
  let workshop: Workshop;
  let folder: string;
  let log: string;
  beforeAll(async () => {
    workshop = await openWorkshop();
    log = path.join(workshop.root, 'steps.log');
    folder = await titled(workshop, before);
    await release(folder, await openShelf(workshop.config));
    await changeIssue(folder, { title: after });
  });
  afterAll(() => workshop.clear());

  /** On a copy of the shelf as it was. @param at 0: not killed. */
  async function publish(at: number): Promise<{ shelf: OpenShelf; isKilled: boolean; steps: string[] }> {
    const data = path.join(workshop.root, `data-${at}`);
    await cp(workshop.config.data, data, { recursive: true });
    await rm(log, { force: true });
    const { signal, output, code } = await issueProcess(
      ['add', folder],
      { SAME_PAGE_DATA: data, KILL_AT: String(at), KILL_BELOW: data, KILL_LOG: log },
      'kill-at-write.mjs',
    ).ended;
    if (signal === null && code !== 0) throw new Error(output);
    const steps = (await readFile(log, 'utf8')).trim().split('\n');
    return {
      shelf: await openShelf({ ...workshop.config, data }),
      isKilled: signal === 'SIGKILL',
      steps,
    };
  }

  it('flushes every file before it gets its name, and the folder after', async () => {
    const { steps } = await publish(0);
    const renames = steps.flatMap((step, at) => (step.startsWith('rename shelf/') ? [at] : []));
    expect(renames.length).toBeGreaterThan(3);
    for (const at of renames) {
      expect(steps[at - 1]).toMatch(/^sync temporary\//u);
      expect(steps[at + 1]).toMatch(/^sync-folder shelf/u);
    }
    // Nothing is ever written under the name it is read by.
    expect(steps.filter((step) => /^(write|half|create|writeFile) shelf\//u.test(step))).toEqual([]);
    expect(steps[renames.at(-1) ?? -1]).toBe('rename shelf/catalogue.jws');
  });

  it('killed at any of them leaves a whole shelf, and the next release goes through', async () => {
    const seen: string[] = [];
    for (let at = 1; ; at += 1) {
      const { shelf, isKilled } = await publish(at);
      const { title = '' } = await offered(shelf);
      seen.push(title);
      if (!isKilled) break;
      await release(folder, shelf);
      expect((await offered(shelf)).title).toBe(after);
      await rm(path.join(workshop.root, `data-${at}`), { recursive: true });
    }
    expect(seen.length).toBeGreaterThan(30);
    // Old until the one step that switches, new from there on.
    expect(seen).toEqual([...seen].sort((one, other) => one.length - other.length));
    expect(new Set(seen)).toEqual(new Set([before, after]));
  });
});

describe.skipIf(engine === null)('a release into a bucket', () => {
  it.each([['before the store gets it'], ['after, the answer still on its way']])(
    'killed at any request, %s, leaves a whole shelf',
    async (when) => {
      if (engine === null) return;
      const workshop = await openWorkshop();
      const place = engine.place();
      const proxy = await startStoreProxy(place.endpoint ?? '');
      const config = { ...workshop.config, store: { kind: 's3' as const, settings: place } };
      try {
        const folder = await titled(workshop, before);
        const shelf = await openShelf(config);
        await release(folder, shelf);
        const seen: string[] = [];
        for (let at = 1, isKilled = true; isKilled; at += 1) {
          const name = `${after}${at}`;
          await changeIssue(folder, { title: name });
          let count = 0;
          const child = issueProcess(['add', folder], {
            ...engine.environment({ ...place, endpoint: proxy.url }),
            SAME_PAGE_DATA: workshop.config.data,
          });
          isKilled = false;
          proxy.rule(({ method, path: asked }) => {
            if (method === 'GET' || method === 'HEAD' || asked.includes('.probe-')) return null;
            count += 1;
            if (count !== at) return null;
            isKilled = true;
            const kill = async (): Promise<void> => {
              child.kill();
              await child.ended;
            };
            return when.startsWith('before') ? { before: kill, isRefused: true } : { after: kill };
          });
          const { output, code } = await child.ended;
          if (!isKilled && code !== 0) throw new Error(output);
          const { title = '' } = await offered(shelf);
          seen.push(title);
          expect([before, name]).toContain(title);
          // From the same state each time; and a dead hub's lease is not waited for.
          await emptyPlace({ ...place, prefix: `${place.prefix}.writing` });
          await changeIssue(folder, { title: before });
          await release(folder, shelf);
        }
        expect(seen.length).toBeGreaterThan(5);
        expect(seen[0]).toBe(before);
        expect(seen.at(-1)).not.toBe(before);
      } finally {
        await proxy.stop();
        await emptyPlace(place);
        await workshop.clear();
      }
    },
  );
});
