/** A hub that stands still in the middle of a deletion for longer than its lease lasts, while another publishes what it was deleting. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkshop } from '../../src/hub/fixture.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { readShelf } from '../../src/hub/shelf-state.ts';
import { verifyShelf } from '../../src/hub/store/shelf-files.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';
import { issueProcess, release, titled } from './hub-process.ts';
import { startStoreProxy } from './store-proxy.ts';

const engine = await s3Engine();

describe.skipIf(engine === null)('a hub frozen while it deletes', () => {
  it.each([
    ['with a deletion already on the line', true],
    ['between two deletions', false],
  ])('%s takes nothing from the month another has published meanwhile', async (_when, isOnTheLine) => {
    if (engine === null) return;
    const workshop = await openWorkshop();
    const place = engine.place();
    const proxy = await startStoreProxy(place.endpoint ?? '');
    try {
      const store = { kind: 's3' as const, settings: place };
      const folder = await titled(workshop, '坐公交');
      await release(folder, await openShelf({ ...workshop.config, store }));
      const otherData = path.join(workshop.root, 'other-hub');
      await cp(workshop.config.data, otherData, { recursive: true });
      const other = await openShelf({ ...workshop.config, data: otherData, store });

      let isFrozen = false;
      let deletions = 0;
      const whileFrozen = async (): Promise<void> => {
        isFrozen = true;
        frozen.freeze();
        // Waits until the lease has lain there for its whole time, takes it over, and finds every file of the month there.
        await release(folder, other);
      };
      proxy.rule(({ method, path: asked }) => {
        // A picture: the month that is published meanwhile names it again, unlike the manifest and the book, which have a day in them.
        if (method !== 'DELETE' || !/blobs\/[^?]*\.(?:svg|png)(?:\?|$)/u.test(asked)) return null;
        deletions += 1;
        if (isFrozen) return null;
        const goOn = async (): Promise<void> => {
          await whileFrozen();
          frozen.thaw();
        };
        return isOnTheLine ? { before: goOn } : { after: goOn };
      });
      const frozen = issueProcess(['remove', '2026-11-new-sisters'], {
        ...engine.environment({ ...place, endpoint: proxy.url }),
        SAME_PAGE_DATA: workshop.config.data,
      });
      const { code, output } = await frozen.ended;

      expect(deletions).toBeGreaterThan(0);
      expect({ code, output }).toMatchObject({ code: 0 });
      // To the last byte.
      await verifyShelf(other.store, [other.keys.publicKey]);
      const { publications } = await readShelf(other.store, other.keys.publicKey);
      expect(publications.map(({ metadata }) => metadata.samePage.id)).toEqual(['2026-11-new-sisters']);
    } finally {
      await proxy.stop();
      await emptyPlace(place);
      await workshop.clear();
    }
  });
});
