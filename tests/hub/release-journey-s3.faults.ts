/** As release-journey.faults.ts, on the real S3 engine: the hub writes to the bucket, and the tablet reads straight from it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { S3Settings } from '../../src/hub/store/s3-settings.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';
import { ISSUE, SIGNED } from '../support/studio-month.ts';
import { findChromium } from '../tools/chromium.mjs';
import {
  bringMonth,
  enrol,
  openProfiles,
  pageWithPasskeys,
  planNextMinute,
  signedAt,
  untilOnTablet,
  untilReleased,
  type Profiles,
} from './release-journey.ts';

const engine = await s3Engine();

describe.skipIf(findChromium() === null || engine === null)(
  'a month queued once, for a bucket',
  { timeout: 400_000 },
  () => {
    let settings: S3Settings;
    let hub: RunningHub;
    let profiles: Profiles;
    beforeAll(async () => {
      if (engine === null) return;
      settings = engine.place();
      hub = await startHub({ environment: engine.environment(settings) });
      profiles = await openProfiles(await mkdtemp(path.join(tmpdir(), 'same-page-release-s3-')));
    }, 300_000);
    afterAll(async () => {
      await profiles?.close();
      await hub?.stop();
      if (engine !== null) await emptyPlace(settings);
    });

    it('reaches the tablet from there, and plays with hub and bucket out of reach', async () => {
      if (engine === null) return;
      const page = await pageWithPasskeys(profiles.studio);
      await enrol(page, hub);
      await bringMonth(page, hub);
      const member = profiles.tablet.pages()[0] ?? (await profiles.tablet.newPage());
      const asked: string[] = [];
      profiles.tablet.on('request', (request) => asked.push(request.url()));
      await member.goto(`${hub.url}/`);
      await member.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await planNextMinute(page);
      await untilReleased(page);
      const shelf = engine.publicUrl(settings);
      expect(await (await fetch(`${shelf}opds.json`)).text()).toContain(ISSUE);
      await untilOnTablet(member, hub.url);
      expect(asked.some((url) => url.startsWith(`${shelf}catalogue.jws`))).toBe(true);
      expect(asked.filter((url) => url.startsWith(`${hub.url}/shelf/`))).toEqual([]);
      await hub.stop();
      expect(await signedAt(member, hub.url)).toBeLessThan(SIGNED.s4 + 1);
    });
  },
);
