/** The shelf's key through its life, with the tablet's own code as the judge of what the hub puts out. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { fingerprintOf } from '../../src/core/shelf/key-chain.ts';
import { issueId, openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { keyPath, nextKeys, readKeyFile, writeKeyFile } from '../../src/hub/keys.ts';
import { openShelf, type OpenShelf } from '../../src/hub/open-shelf.ts';
import { planPack } from '../../src/hub/pack/pack-issues.ts';
import { addIssue } from '../../src/hub/publish/add-issue.ts';
import { removeIssue } from '../../src/hub/publish/remove-issue.ts';
import { approvedDrafts } from '../../src/hub/release/approved-draft.ts';
import { hubPublisher } from '../../src/hub/release/hub-publisher.ts';
import { finishRotation, rotateKey } from '../../src/hub/safekeeping/key-changes.ts';
import { createApp } from '../../src/hub/server/create-app.ts';
import { readShelf } from '../../src/hub/shelf-state.ts';
import { acceptKey } from '../../src/library/key-offer.ts';
import { trustNotice } from '../../src/library/trust-notice.ts';
import { keptCatalogue, takeCatalogue } from '../../src/library/trust.ts';
import { deleteDatabase } from '../../src/storage/database.ts';
import { runHub } from './run-hub.ts';

const url = 'https://shelf.example/';
let workshop: Workshop;
let shelf: OpenShelf;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  await release();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDatabase();
  await workshop.clear();
});

async function release(title = '坐公交', on = shelf): Promise<void> {
  const folder = await workshop.makeIssue();
  const file = path.join(folder, 'issue.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), title }));
  const { published } = await addIssue(folder, on, {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now: new Date(),
    report: () => undefined,
  });
  if (published === null) throw new Error('not released');
}

/** A tablet that first saw this shelf with that key. */
const tablet = (key: OpenShelf['keys']['publicKey']) => async (): Promise<string | undefined> =>
  (await takeCatalogue((await shelf.store.readCatalogue())?.jws ?? '', { url, key })).issues[0]?.title;

const hub = (args: readonly string[], secret: string | null = null): Promise<[number, string]> =>
  runHub(args, { config: workshop.config, cwd: workshop.root, secret });

describe('a key that is changed', () => {
  it('is followed by a tablet that pinned the old one, without asking anybody', async () => {
    const look = tablet(shelf.keys.publicKey);
    await look();
    const [exit, said] = await hub(['keys', 'rotate']);
    expect(exit).toBe(0);
    expect(said).toMatch(/不用重新启动[\s\S]*by itself/u);
    expect(await look()).toBe('坐公交');
    expect(await trustNotice(url)).toBeNull();
    // And goes on with the new one alone.
    await shelf.withLock(async () => undefined);
    await release('坐地铁');
    expect(await look()).toBe('坐地铁');
    expect(await trustNotice(url)).toBeNull();
  });

  it('is told to new tablets by a hub that ran on, from the moment its shelf is signed with it', async () => {
    const { data } = workshop.config;
    const app = createApp({
      folder: workshop.root,
      earlier: [],
      shell: '<html><head></head><body></body></html>',
      buildManifest: null,
      shelfRoot: shelf.store.name,
      shelf: { url: '/shelf/', key: shelf.keys.publicKey },
    });
    const told = async (): Promise<readonly [unknown, string]> => {
      const { key } = v.parse(
        v.object({ key: v.looseObject({}) }),
        await (await app.request('/shelf.json')).json(),
      );
      return [key, /"x":"(?<x>[^"]+)"/u.exec(await (await app.request('/')).text())?.groups?.['x'] ?? ''];
    };
    const before = shelf.keys.publicKey;
    expect(await told()).toEqual([before, before.x]);
    // Killed between the key and the catalogue: the shelf is still the old one's.
    const file = await readKeyFile(data);
    if (file === null) throw new Error('no key');
    await writeKeyFile(data, await nextKeys(file));
    expect(await told()).toEqual([before, before.x]);
    await finishRotation(await openShelf(workshop.config), new Date());
    const after = (await openShelf(workshop.config)).keys.publicKey;
    expect(after.x).not.toBe(before.x);
    expect(await told()).toEqual([after, after.x]);
  });

  it('is followed over several changes, by who slept through all of them', async () => {
    const first = shelf.keys.publicKey;
    const look = tablet(first);
    await look();
    for (let change = 0; change < 3; change += 1) {
      await rotateKey(workshop.config.data, shelf, new Date());
      await release(`第${change}次`);
      await removeIssue('2026-11-new-sisters', shelf, new Date());
      await release(`又${change}次`);
    }
    expect(shelf.keys.links).toHaveLength(3);
    expect(await look()).toBe('又2次');
    expect(await trustNotice(url)).toBeNull();
  });

  it('killed between key and catalogue is finished at the next start, and a release in between holds', async () => {
    const look = tablet(shelf.keys.publicKey);
    await look();
    const old = await readKeyFile(workshop.config.data);
    if (old === null) throw new Error('no key');
    await writeKeyFile(workshop.config.data, await nextKeys(old));
    const restarted = await openShelf(workshop.config);
    await finishRotation(restarted, new Date());
    expect(await readShelf(restarted.store, restarted.keys.publicKey)).toMatchObject({
      publications: [{ metadata: { title: '坐公交' } }],
    });
    expect(await look()).toBe('坐公交');
  });

  it('is used at once by a hub that was running meanwhile', async () => {
    const running = await openShelf(workshop.config);
    await rotateKey(workshop.config.data, shelf, new Date());
    await release('坐地铁', running);
    expect(running.keys.publicKey).toEqual(shelf.keys.publicKey);
    expect(await tablet(shelf.keys.publicKey)()).toBe('坐地铁');
  });

  it('keeps a hub that was running meanwhile from nothing, also before it releases anything', async () => {
    const [packing, publishing] = [await openShelf(workshop.config), await openShelf(workshop.config)];
    await rotateKey(workshop.config.data, shelf, new Date());
    expect((await planPack([], packing)).issues.map(({ title }) => title)).toEqual(['坐公交']);
    const publisher = hubPublisher({
      shelf: publishing,
      attachments: { find: async () => null },
      approved: approvedDrafts(path.join(workshop.root, 'approved'), publishing.temporary),
      nowMs: Date.now,
    });
    expect(await publisher.look(issueId)).toMatchObject({ title: '坐公交', isWithdrawn: false });
  });
});

describe('a key in safekeeping', () => {
  const exported = async (): Promise<string> => {
    const [exit, said] = await hub(['keys', 'export', 'key.safe']);
    expect(exit).toBe(0);
    return /passphrase: (?<words>[a-z0-9-]+)/u.exec(said)?.groups?.['words'] ?? '';
  };
  const safe = () => path.join(workshop.root, 'key.safe');

  it('opens with its passphrase alone, however it is typed, and is nobody else’s to read', async () => {
    const passphrase = await exported();
    expect(passphrase).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/u);
    expect((await stat(safe())).mode & 0o777).toBe(0o600);
    expect(await readFile(safe(), 'utf8')).not.toContain((await readKeyFile(workshop.config.data))?.d);
    const { publicKey } = shelf.keys;
    await rm(keyPath(workshop.config.data));
    expect(await hub(['keys', 'import', 'key.safe'], passphrase.replace('a', 'b').slice(1))).toEqual([
      1,
      expect.stringMatching(/口令不对/u),
    ]);
    expect(await hub(['keys', 'import', 'key.safe'])).toEqual([
      1,
      expect.stringMatching(/SAME_PAGE_PASSPHRASE/u),
    ]);
    expect(
      (await hub(['keys', 'import', 'key.safe'], passphrase.toUpperCase().replaceAll('-', ' ')))[0],
    ).toBe(0);
    expect((await openShelf(workshop.config)).keys.publicKey).toEqual(publicKey);
    await release('又能发了', await openShelf(workshop.config));
  });

  it('is refused when a byte of the file was changed', async () => {
    const passphrase = await exported();
    const text = await readFile(safe(), 'utf8');
    await writeFile(safe(), text.replace(/"content": "..../u, '"content": "AAAA'));
    expect((await hub(['keys', 'import', 'key.safe'], passphrase))[0]).toBe(1);
  });

  it('never replaces another shelf’s key', async () => {
    const passphrase = await exported();
    const other = await openWorkshop();
    try {
      const file = path.join(other.root, 'key.safe');
      await writeFile(file, await readFile(safe()));
      const { keys, ...theirs } = await openShelf(other.config);
      await addIssue(
        await other.makeIssue(),
        { ...theirs, keys },
        {
          allowPlaceholders: false,
          demandsReasons: false,
          writesIds: false,
          now: new Date(),
          report: () => undefined,
        },
      );
      const theirHub = { config: other.config, cwd: other.root, secret: passphrase };
      const [exit, said] = await runHub(['keys', 'import', 'key.safe'], theirHub);
      expect(exit).toBe(1);
      expect(said).toContain(await fingerprintOf(keys.publicKey));
      expect((await openShelf(other.config)).keys.publicKey).toEqual(keys.publicKey);
    } finally {
      await other.clear();
    }
  });

  it('carries a change of key to another hub, and keeps what it replaces', async () => {
    const before = await readKeyFile(workshop.config.data);
    await rotateKey(workshop.config.data, shelf, new Date());
    const passphrase = await exported();
    if (before === null) throw new Error('no key');
    await writeKeyFile(workshop.config.data, before);
    expect((await hub(['keys', 'import', 'key.safe'], passphrase))[0]).toBe(0);
    await release('另一台', await openShelf(workshop.config));
    expect(await readdir(path.join(workshop.config.data, 'keys'))).toHaveLength(2);
  });

  it('writes over no file', async () => {
    await writeFile(safe(), 'mine');
    expect((await hub(['keys', 'export', 'key.safe']))[0]).toBe(1);
    expect(await readFile(safe(), 'utf8')).toBe('mine');
  });
});

describe('a key that is lost', () => {
  it('is replaced over the same shelf, and a person on each tablet decides, with both fingerprints', async () => {
    const old = shelf.keys.publicKey;
    const look = tablet(old);
    await look();
    await rm(keyPath(workshop.config.data));
    const [exit, said] = await hub(['keys', 'replace-lost']);
    expect(exit).toBe(0);
    const { keys } = await openShelf(workshop.config);
    const [lost, now] = [await fingerprintOf(old), await fingerprintOf(keys.publicKey)];
    expect(said).toContain(lost);
    expect(said).toContain(now);
    expect(said).toMatch(/Restart a running hub/u);
    await expect(look()).rejects.toMatchObject({ problem: 'key-changed' });
    expect(await trustNotice(url)).toMatchObject({ pinned: lost, offered: now });
    await acceptKey(url, now);
    expect((await keptCatalogue(url))?.issues[0]?.title).toBe('坐公交');
    expect(await look()).toBe('坐公交');
  });

  it('is not replaced while it is there', async () => {
    const before = await shelf.store.readCatalogue();
    expect((await hub(['keys', 'replace-lost']))[1]).toMatch(/什么也没有丢/u);
    expect(await shelf.store.readCatalogue()).toEqual(before);
  });

  it('stops every release until then: nothing on the shelf is written over', async () => {
    await rm(keyPath(workshop.config.data));
    await expect(release('强行', await openShelf(workshop.config))).rejects.toMatchObject({
      fault: 'catalogue-unreadable',
    });
  });
});
