/**
 * A tablet that is full at byte N. The quota is set before the first write: later it binds IndexedDB only after a while
 * (`traps.md`). What fitted stays and is never fetched again; nothing half is called whole; the person is told.
 */
import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { BIG_ISSUE } from './big-issue.ts';
import { onBigShelf } from './big-shelf-tablet.ts';
import { startOf } from './ledger.ts';
import { enter, expectStoredRight, isWhole, library, untilText, untilWhole } from './member.ts';
import { SEED, seeded } from './seeded.ts';

const MIB = 1024 * 1024;
const CHUNK = 4 * MIB;
const { through } = onBigShelf();
const random = seeded(SEED);
/** The app's own files and the small ones of the month are in by then, the film is not. */
const SAMPLES = [0, 1].map((nth) => Math.floor((7 + nth * 4 + random() * 4) * MIB));

describe('a tablet', { timeout: 300_000 }, () => {
  it.each(SAMPLES)(
    'that is full at byte %i says so, keeps what fitted, and goes on when there is room',
    async (quotaSize) => {
      await through(async (proxy, { tablet }) => {
        const tools = await tablet.devTools();
        await tools.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize });
        await enter(tablet, proxy.url);
        await waitFor(
          async () => `the month to fail as full: ${JSON.stringify((await library(tablet)).installs)}`,
          async () => (await library(tablet)).installs.some(({ fault }) => fault === 'full'),
          120,
        );
        expect(await isWhole(tablet, BIG_ISSUE)).toBe(false);
        await expectStoredRight(tablet);
        await tablet.goto(`${proxy.url}/storage`);
        await untilText(tablet, '平板满了', 60);
        const { blobs } = await library(tablet);
        const verified = new Map(blobs.map(({ sha256, verifiedChunks }) => [sha256, verifiedChunks * CHUNK]));
        await tablet.goto('about:blank');
        proxy.forget();
        await tools.send('Storage.overrideQuotaForOrigin', { origin: proxy.url });
        await tablet.goto(`${proxy.url}/`);
        await untilWhole(tablet, BIG_ISSUE, 120);
        await expectStoredRight(tablet);
        for (const { path, range } of proxy.seen) {
          const sha256 = /\/([0-9a-f]{64})\./u.exec(path)?.[1] ?? '';
          expect(startOf(range)).toBeGreaterThanOrEqual(verified.get(sha256) ?? 0);
        }
      });
    },
  );
});
