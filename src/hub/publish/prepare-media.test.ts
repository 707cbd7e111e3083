import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasFfmpeg, makeClip } from '../../authoring/media/fixtures.ts';
import { inspectMedia } from '../../authoring/media/inspect.ts';
import { prepareMedia } from './prepare-media.ts';

let folder: string;
let phone: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-media-'));
  phone = path.join(folder, 'phone.mp4');
  if (hasFfmpeg) await writeFile(phone, makeClip({ sound: true, extra: ['-movflags', '0'] }));
});
afterEach(() => vi.useRealTimers());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function prepared(use: 'sign' | 'film', at: string, largest?: number): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
  const { blob, error } = await prepareMedia(phone, use, true, path.join(folder, 'temporary'), largest);
  if (blob === null || !('path' in blob.source)) throw new Error(`not prepared: ${error}`);
  return blob.source.path;
}

describe.skipIf(!hasFfmpeg)('a film whose index stands last', () => {
  it.each([
    ['a small one', undefined],
    ['a large one, which is not held in memory', 0],
  ])('is repaired to the same bytes every day: %s', async (_, largest) => {
    const [one, other] = [
      await prepared('film', '2026-11-01T08:00:00Z', largest),
      await prepared('film', '2027-03-05T09:30:00Z', largest),
    ];
    expect(await inspectMedia(one)).toMatchObject({ moovFirst: true, hasAudio: true, frameRate: 25 });
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  });

  it('loses the sound a sign video must not have, and no frame, however large it is', async () => {
    const before = await inspectMedia(phone);
    const after = await inspectMedia(await prepared('sign', '2026-11-01T08:00:00Z', 0));
    expect(after).toMatchObject({ moovFirst: true, hasAudio: false, frameRate: before.frameRate });
    expect(after.durationSeconds).toBeCloseTo(before.durationSeconds, 1);
  });
});
