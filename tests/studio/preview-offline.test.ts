/** A member's tablet opens a month nobody has published yet without a network, from where packs are imported, and keeps nothing of it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { textFile } from '../../src/authoring/draft/draft-file.ts';
import { draftToFolder } from '../../src/authoring/draft/to-folder.ts';
import { writeStoredZip } from '../../src/core/shelf/pack/stored-zip.ts';
import { useBrowser } from '../support/browser.ts';
import { SILENT } from '../support/places.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { sayIn } from '../support/say.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';
import { expectReadingPlays } from './previewed.ts';

const club = useBrowser();
const say = sayIn('zh-Hans');
let network: Proxy | null = null;
afterAll(() => network?.stop());

/** What the studio hands over. */
async function issueZip(): Promise<string> {
  const { issue, pieces, files } = await studioMonth({ isWhole: true });
  const { texts, media } = draftToFolder(issue, pieces);
  const bytesOf = new Map(files.map(({ attachment, bytes }) => [attachment.id, bytes]));
  const entries = [
    ...[...texts].map(([name, text]) => textFile(name, text)),
    ...[...media].map(([name, { id }]) => {
      const bytes = Uint8Array.from(bytesOf.get(id) ?? []);
      return {
        name,
        size: bytes.byteLength,
        read: async (from: number, to: number) => bytes.slice(from, to),
      };
    }),
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeStoredZip(entries)) parts.push(part);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'same-page-preview-')), `${ISSUE}.issue.zip`);
  await writeFile(file, Buffer.concat(parts));
  return file;
}

it('an unsigned month brought to the storage room is offered as a preview, and opens, plays and closes offline', async () => {
  const file = await issueZip();
  network = await startProxy(inject('hubUrl'));
  const { url: origin } = network;
  const { page, errors } = await club.tablet({ settings: SILENT, serviceWorkers: 'allow' });
  // Everything comes from the cache, which takes its time on a busy machine.
  page.setDefaultTimeout(90_000);
  await page.goto(`${origin}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Nobody has opened the studio on this tablet.
  const kept = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('.studio.')));
  expect(await kept()).toEqual([]);
  await network.stop();

  await page.goto(`${origin}/storage`);
  await page.getByLabel('选一个离线包').setInputFiles(file);
  await page.getByText(/还没有发布的内容，不是离线包/u).waitFor();
  await page.getByRole('button', { name: say('storage-room', 'import.preview.open') }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByText(say('studio-preview', 'label')).waitFor();
  await expectReadingPlays(frame);
  await page.getByRole('button', { name: say('studio-preview', 'file.close') }).click();
  await page.getByRole('link', { name: say('studio-preview', 'file.back') }).click();
  await page.getByLabel('选一个离线包').waitFor({ state: 'attached' });
  expect(await page.getByText('一条苏州河').count()).toBe(0);
  expect(await kept()).toEqual([]);
  expect(errors.filter((error) => !/net::ERR|Failed to load resource/u.test(error))).toEqual([]);
}, 240_000);
