/** Files on their way to the hub wait while somebody records, in whichever window, and go on by themselves afterwards. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachment } from '../../src/authoring/draft/fixture.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';
import { waitFor } from '../support/wait-for.ts';
import { closeMachine, openMachine, signIn } from './machines.ts';
import { addSignTrack, beginRecording, executablePath } from './sign-studio.ts';

const WAIT = { timeout: 60_000 };
const MB = 1_000_000;

let hub: RunningHub;
let proxy: Proxy;
beforeAll(async () => {
  hub = await startHub();
  proxy = await startProxy(hub.url);
});
afterAll(async () => {
  await proxy.stop();
  await hub.stop();
  await rm(hub.dataFolder, { recursive: true, force: true });
});

const uploadBytes = (): number =>
  proxy.seen.filter(({ method }) => method === 'PATCH').reduce((sum, one) => sum + one.receivedBytes, 0);

it.skipIf(executablePath === null)('a recording has the machine to itself', { retry: 0 }, async () => {
  const cookie = await signIn(hub.dataFolder, hub.url);
  const flags = ['--use-fake-device-for-media-stream=fps=30', '--use-fake-ui-for-media-stream'];
  const machine = await openMachine(proxy.url, { cookie, flags });
  const { page, context } = machine;
  const month = await studioMonth({ isWhole: true });
  const film = randomBytes(30 * MB);
  film.set([0, 0, 0, 24, ...Buffer.from('ftypisom')], 0);
  const original = attachment('e', { name: '录像.mp4', type: 'video/mp4', bytes: film.length });
  const [piece] = month.pieces;
  if (piece === undefined) throw new Error('no piece');
  const tracks = piece.tracks.map((track) => ({ ...track, original }));

  proxy.rule(({ path }) => (path.startsWith('/api/uploads/') ? { uploadBytesPerSecond: MB } : null));
  await page.goto(`${proxy.url}/studio`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seedMonth(page, {
    ...month,
    pieces: [{ ...piece, tracks }, ...month.pieces.slice(1)],
    files: [...month.files, { attachment: original, bytes: film }],
  });
  // Another window, which may well be the one that sends.
  const other = await context.newPage();
  await other.goto(`${proxy.url}/studio`);
  await other.getByText(/正在送文件 \d+%/u).waitFor(WAIT);

  await page.goto(`${proxy.url}/studio/${ISSUE}/${piece.id}/sign`);
  await page.bringToFront();
  await addSignTrack(page);
  await beginRecording(page);
  await other.getByText(/正在录制，先不送文件，录完自己接着送/u).waitFor(WAIT);
  // What was on the line has arrived or been let go: a part of 4 MiB at most.
  let before = -1;
  await waitFor(
    'what was on the line to arrive',
    async () => {
      before = uploadBytes();
      await page.waitForTimeout(1500);
      return uploadBytes() === before;
    },
    10,
  );
  await page.waitForTimeout(4000);
  expect(uploadBytes()).toBe(before);
  expect(before).toBeLessThan(film.length);

  await page.getByRole('button', { name: '先录到这里' }).click();
  await other.getByText(/正在送文件 \d+%/u).waitFor(WAIT);
  await expect.poll(uploadBytes, WAIT).toBeGreaterThan(before + MB);
  await closeMachine(machine);
});
