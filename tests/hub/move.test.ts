/** A shelf on its way from one store to another: killed, damaged or released into meanwhile, it arrives whole. */
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../../src/hub/config.ts';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { runHubCommand } from '../../src/hub/hub-command.ts';
import { openShelf, type OpenShelf } from '../../src/hub/open-shelf.ts';
import { addIssue } from '../../src/hub/publish/add-issue.ts';
import { folderStore } from '../../src/hub/store/folder-store.ts';
import { moveShelf } from '../../src/hub/store/move-shelf.ts';
import { openBucket } from '../../src/hub/store/open-store.ts';
import { verifyShelf } from '../../src/hub/store/shelf-files.ts';
import type { ShelfStore } from '../../src/hub/store/store.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';

const engine = await s3Engine();
let workshop: Workshop;
let shelf: OpenShelf;
let target: string;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  target = path.join(workshop.root, 'target');
  await release();
});
afterEach(() => workshop.clear());

async function release(change: Record<string, string> = {}): Promise<void> {
  const options = {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now: new Date(),
    report: () => undefined,
  };
  if ((await addIssue(await workshop.makeIssue(change), shelf, options)).published === null)
    throw new Error('not released');
}

const there = () => folderStore(target, path.join(workshop.root, 'target-temporary'));
const move = (to: ShelfStore, from = shelf.store) =>
  moveShelf({ from, to, keys: [shelf.keys.publicKey], report: () => undefined });
const isWhole = () => verifyShelf(there(), [shelf.keys.publicKey]);

describe('moving a shelf', () => {
  it('by the command line copies all of it, and says what to do next', async () => {
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    const { shelf: from } = dataPaths(workshop.config.data);
    const exit = await runHubCommand(['move', from, 'target'], workshop.config, {
      ...io,
      cwd: workshop.root,
    });
    expect(exit).toBe(0);
    expect(lines.join('\n')).toMatch(/核对过了/u);
    expect(await isWhole()).toEqual(await verifyShelf(shelf.store, [shelf.keys.publicKey]));
  });

  it('offers nothing before everything is there, and goes on where it was cut off', async () => {
    const { length } = await shelf.store.listBlobs();
    for (let round = 0; round < Math.floor(length / 2); round += 1) {
      // One blob more each time, and killed at the next.
      let left = 2;
      const dying: ShelfStore = {
        ...there(),
        async putBlob(ref, source) {
          if ((left -= 1) === 0) throw new Error('killed');
          return there().putBlob(ref, source);
        },
      };
      await move(dying).catch(() => undefined);
      expect(await isWhole()).toBeNull();
    }
    let again = 0;
    const counting: ShelfStore = {
      ...there(),
      async putBlob(ref, source) {
        again += 1;
        return there().putBlob(ref, source);
      },
    };
    await move(counting);
    expect(again).toBe(length - Math.floor(length / 2));
    expect(await isWhole()).not.toBeNull();
  });

  it('mends at the target what is there and damaged', async () => {
    await move(there());
    const [first = '', second = ''] = await there().listBlobs();
    await truncate(path.join(target, first), 3);
    await writeFile(path.join(target, second), 'x'.repeat((await there().sizeOf(second)) ?? 0));
    await move(there());
    expect(await isWhole()).not.toBeNull();
  });

  it('stops at what is damaged where it comes from, and does not switch', async () => {
    const [first = ''] = await shelf.store.listBlobs();
    const file = path.join(dataPaths(workshop.config.data).shelf, first);
    await writeFile(file, 'x'.repeat((await shelf.store.sizeOf(first)) ?? 0));
    await expect(move(there())).rejects.toMatchObject({ fault: 'blob-damaged' });
    expect(await there().readCatalogue()).toBeNull();
  });

  it('takes along what is released meanwhile', async () => {
    let isFirst = true;
    const from: ShelfStore = {
      ...shelf.store,
      async listBlobs() {
        const names = await shelf.store.listBlobs();
        if (isFirst) {
          isFirst = false;
          await release({
            'terms.yaml': '- id: jinzhang\n  word: 紧张\n  explanation: 心里不安，手心出汗。\n',
          });
        }
        return names;
      },
    };
    await move(there(), from);
    expect((await there().readCatalogue())?.jws).toBe((await shelf.store.readCatalogue())?.jws);
    expect(await isWhole()).not.toBeNull();
  });

  it('never puts an older shelf over a newer one, nor one over another', async () => {
    await move(there());
    const old = path.join(workshop.root, 'old');
    await move(folderStore(old, path.join(workshop.root, 'old-temporary')));
    await release();
    await move(there());
    const back = folderStore(old, path.join(workshop.root, 'old-temporary'));
    await expect(move(there(), back)).rejects.toMatchObject({ fault: 'move-target-newer' });
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, 'catalogue.jws'), 'a.b.c');
    await expect(move(there())).rejects.toMatchObject({ fault: 'catalogue-unreadable' });
    expect(await readdir(target)).toContain('catalogue.jws');
  });
});

describe.skipIf(engine === null)('moving a shelf into a bucket and out of it', () => {
  it('changes no byte', async () => {
    if (engine === null) return;
    const place = engine.place();
    const folder = await mkdtemp(path.join(tmpdir(), 'same-page-move-'));
    try {
      const bucket = await openBucket(place);
      await move(bucket);
      const manifest = (await bucket.listBlobs()).find((href) => href.endsWith('.html')) ?? '';
      const answer = await fetch(engine.publicUrl(place) + manifest);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const back = folderStore(path.join(folder, 'shelf'), path.join(folder, 'temporary'));
      await move(back, bucket);
      expect(await back.listBlobs()).toEqual(await shelf.store.listBlobs());
      expect(await verifyShelf(back, [shelf.keys.publicKey])).toEqual(
        await verifyShelf(shelf.store, [shelf.keys.publicKey]),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
      await emptyPlace(place);
    }
  });
});
