/**
 * A month of tablets against a real hub with the real installer, on the sizes of the real samples: last month on the tablet, this month
 * released, a text corrected, twenty openings. What is counted is what the page on scale reckons with.
 */
import { cp, mkdtemp, readFile, rm, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCatalogue, type Catalogue } from '../../../src/core/shelf/catalogue.ts';
import { readConfig, type HubConfig } from '../../../src/hub/config.ts';
import { openShelf, type OpenShelf } from '../../../src/hub/open-shelf.ts';
import { addIssue } from '../../../src/hub/publish/add-issue.ts';
import { startServer, type RunningHub } from '../../../src/hub/serve.ts';
import { fakeJournal, fakeStore } from '../../../src/library/install/fakes.ts';
import { createHttpSource } from '../../../src/library/install/http-source.ts';
import { blobsOf, installIssue } from '../../../src/library/install/install-issue.ts';
import { wantedIssues } from '../../../src/library/install/policy.ts';
import { createTally } from '../../../src/library/install/tally.ts';
import { costOf, trafficOf, typicalMonth } from './month-of-tablets.ts';

const club = 'new-sisters';
const openings = 20;
let work: string;
let config: HubConfig;
let shelf: OpenShelf;
let hub: RunningHub;

async function publish(
  id: string,
  change: (folder: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const folder = path.join(work, id);
  await cp(path.join(config.starter, 'issues', id), folder, { recursive: true });
  await change(folder);
  const options = {
    allowPlaceholders: true,
    demandsReasons: false,
    writesIds: false,
    now: new Date(),
    report: () => undefined,
  };
  const { published, notices } = await addIssue(folder, shelf, options);
  if (published === null) throw new Error(JSON.stringify(notices));
}

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'same-page-scale-'));
  config = {
    ...readConfig({ SAME_PAGE_DATA: path.join(work, 'data') }),
    port: 0,
    app: path.join(work, 'app'),
  };
  await mkdir(config.app);
  await writeFile(path.join(config.app, 'index.html'), '<html><head></head><body></body></html>');
  shelf = await openShelf(config);
  await publish('2026-09-new-sisters');
  await publish('2026-10-new-sisters');
  hub = await startServer(config, shelf.keys);
}, 120_000);
afterAll(async () => {
  await hub.close();
  await rm(work, { recursive: true, force: true });
});

/** A tablet as the installer sees it, and every answer it got. */
function tablet() {
  const root = `${hub.url}/shelf/`;
  const asked: { readonly url: string; readonly bytes: number; readonly headerBytes: number }[] = [];
  const counting: typeof fetch = async (input, init) => {
    // As browsers ask over https.
    const headers = { 'accept-encoding': 'br', ...init?.headers };
    const response = await fetch(input, { ...init, headers });
    const headerBytes = [...response.headers].reduce(
      (sum, [name, value]) => sum + name.length + value.length + 4,
      17,
    );
    const length = response.status === 304 ? 0 : Number(response.headers.get('content-length'));
    asked.push({ url: String(input).replace(root, ''), bytes: length, headerBytes });
    return response;
  };
  const [journal, store] = [fakeJournal(), fakeStore()];
  const tools = { journal, store, nowMs: Date.now, signal: new AbortController().signal };
  const source = createHttpSource(root, { fetch: counting });
  let kept: { readonly etag: string; readonly jws: string } | null = null;

  /** As a browser asks with `no-cache`. */
  async function askCatalogue(): Promise<Catalogue> {
    const headers = kept === null ? {} : { 'if-none-match': kept.etag };
    const response = await counting(`${root}catalogue.jws`, { headers });
    if (response.status !== 304)
      kept = { etag: response.headers.get('etag') ?? '', jws: await response.text() };
    return verifyCatalogue(kept?.jws ?? '', shelf.keys.publicKey);
  }
  return {
    asked,
    journal,
    async open(day: string): Promise<void> {
      await askCatalogue();
      for (const { manifest, ...summary } of wantedIssues(await askCatalogue(), club, day)) {
        if (journal.tables.installed.get(summary.id)?.manifest.sha256 === manifest.sha256) continue;
        const tally = createTally(summary.sizeBytes, Date.now, () => undefined);
        await installIssue({ issue: summary.id, manifest, summary }, { ...tools, source, tally });
      }
    },
  };
}

describe('a month of one tablet', () => {
  let one: ReturnType<typeof tablet>;
  let first: Awaited<ReturnType<typeof blobsOf>>;
  let second: typeof first;

  beforeAll(async () => {
    one = tablet();
    await one.open('2026-10-31');
    one.asked.length = 0;
    const id = '2026-11-new-sisters';
    for (let opening = 0; opening < openings; opening++) {
      if (opening === 1) await publish(id);
      if (opening === 2) await one.open('2026-11-02');
      if (opening === 10) {
        first = await contents(id);
        await publish(id, async (folder) => {
          const text = path.join(folder, '01-bus.md');
          await writeFile(text, (await readFile(text, 'utf8')).replace('第一次', '头一次'));
        });
      }
      if (opening !== 2) await one.open(`2026-11-${String(opening + 1).padStart(2, '0')}`);
    }
    second = await contents(id);
  }, 180_000);

  async function contents(id: string): ReturnType<typeof blobsOf> {
    const { manifest } = one.journal.tables.installed.get(id) ?? {};
    if (manifest === undefined) throw new Error(`${id} is not on the tablet`);
    return blobsOf(manifest, one.journal);
  }
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

  it('asks for no book and no page of another reader, and for nothing twice', () => {
    const files = one.asked.map(({ url }) => url).filter((url) => url !== 'catalogue.jws');
    expect(files.filter((url) => /\.(?:epub|html|css)$/u.test(url))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
  });

  it('is what the arithmetic says, to six parts in a hundred', () => {
    const corrected = second.filter(({ sha256 }) => !first.some((blob) => blob.sha256 === sha256));
    const catalogues = one.asked.filter(({ url, bytes }) => url === 'catalogue.jws' && bytes > 0);
    const reckoned = trafficOf({
      tablets: 1,
      monthBytes: sum(first.map(({ size }) => size)),
      monthFiles: first.length,
      correctedBytes: sum(corrected.map(({ size }) => size)),
      correctedFiles: corrected.length,
      catalogueBytes: sum(catalogues.map(({ bytes }) => bytes)) / catalogues.length,
      releases: catalogues.length,
      asks: openings * 2,
      headerBytes: sum(one.asked.map(({ headerBytes }) => headerBytes)) / one.asked.length,
    });
    const counted = sum(one.asked.map(({ bytes, headerBytes }) => bytes + headerBytes));
    expect(one.asked.length).toBe(reckoned.requests);
    // Texts travel compressed and are reckoned as they are: a little too much is reckoned, never too little. The samples' films are small, so texts weigh more here than in a real month.
    expect(counted).toBeLessThanOrEqual(reckoned.bytes);
    expect(counted).toBeGreaterThan(reckoned.bytes * 0.94);
  });
});

describe('the page on scale', () => {
  it.each([
    [35 * 30, '1 050'],
    [10_000 * 30, '300 000'],
  ])('says of %i tablets what the arithmetic says', async (tablets, written) => {
    const page = await readFile('src/hub/SCALE.md', 'utf8');
    const traffic = trafficOf({ ...typicalMonth, tablets });
    const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(written)) ?? '';
    const cells = row.split('|').map((cell) => cell.trim());
    const cost = costOf(traffic, 60 * 2 * typicalMonth.monthBytes * 2);
    const figures = [
      `${(traffic.bytes / 1e12).toFixed(2)} TB`,
      `${(traffic.requests / 1e6).toFixed(2)} 百万`,
      `${Math.round(cost)} 元`,
    ];
    expect(cells).toEqual(expect.arrayContaining(figures));
  });
});
