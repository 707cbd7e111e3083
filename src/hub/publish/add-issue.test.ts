import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyCatalogue } from '../../core/shelf/catalogue.ts';
import { parseGlossary } from '../../core/shelf/glossary.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { verifyBlob } from '../../core/shelf/verify.ts';
import type { BlobRef } from '../../core/reading/model.ts';
import { issueFiles, issueId, openWorkshop, type Workshop } from '../fixture.ts';
import { HubError } from '../hub-error.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import type { ShelfStore } from '../store/store.ts';
import { addIssue, type AddOptions } from './add-issue.ts';
import { removeIssue } from './remove-issue.ts';
import { sweepShelf } from './sweep.ts';

let workshop: Workshop;
let shelf: OpenShelf;
beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
});
afterEach(() => workshop.clear());

const options = (more: Partial<AddOptions> = {}): AddOptions => ({
  allowPlaceholders: false,
  writesIds: true,
  demandsReasons: false,
  now: new Date('2026-11-01T08:00:00Z'),
  report: () => undefined,
  ...more,
});

const bytesOf = async (href: string) => {
  const bytes = await shelf.store.read(href);
  if (bytes === null) throw new Error(`${href} is missing`);
  return bytes;
};
const textOf = async (href: string) => new TextDecoder().decode(await bytesOf(href));
const catalogue = async () => verifyCatalogue(await textOf('catalogue.jws'), shelf.keys.publicKey);

/** Not spread: its keys are those of the moment. */
const withStore = (store: ShelfStore): OpenShelf => Object.create(shelf, { store: { value: store } });

/** Everything the shelf offers, each file as it was promised. Throws when anything is missing or differs. */
async function wholeShelf(): Promise<readonly string[]> {
  const jws = await shelf.store.read('catalogue.jws');
  if (jws === null) return [];
  const { issues } = await catalogue();
  const titles: string[] = [];
  for (const { manifest, cover, title } of issues) {
    await verifyBlob(await bytesOf(manifest.href), manifest);
    await verifyBlob(await bytesOf(cover.href), cover);
    const { pieces, glossary } = parseManifest(await textOf(manifest.href));
    const refs: BlobRef[] = Object.values(pieces).flatMap((files) => [
      files.reading,
      ...files.tracks.flatMap((track) => [track.media, track.guided]),
      ...files.captions.map(({ file }) => file),
    ]);
    for (const ref of glossary === null ? refs : [...refs, glossary])
      await verifyBlob(await bytesOf(ref.href), ref);
    titles.push(title);
  }
  return titles;
}

describe('adding an issue', () => {
  it('puts a whole, verified issue on the shelf', async () => {
    const { notices, published } = await addIssue(await workshop.makeIssue(), shelf, options());
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(published).toEqual({ id: issueId, title: '坐公交', isChanged: true });
    expect(await wholeShelf()).toEqual(['坐公交']);
    const [entry] = (await catalogue()).issues;
    const { issue, glossary } = parseManifest(await textOf(entry?.manifest.href ?? ''));
    expect(issue.session?.place).toBe('二楼阅览室');
    expect(issue.pieces).toMatchObject([
      { id: 'bus', hasPinyin: true, hasPlain: true, hasSign: false, pictureCount: 1 },
    ]);
    const terms = parseGlossary(await textOf(glossary?.href ?? '')).terms;
    expect(terms).toMatchObject([{ id: 'jinzhang', firstSentence: { piece: 'bus' } }]);
  });

  it('writes opds.json with the very feed that was signed', async () => {
    await addIssue(await workshop.makeIssue(), shelf, options());
    const [, body = ''] = (await textOf('catalogue.jws')).split('.');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    expect(JSON.parse(await textOf('opds.json'))).toEqual(payload.feed);
  });

  it('changes nothing but the sequence when the folder did not change', async () => {
    const folder = await workshop.makeIssue();
    await addIssue(folder, shelf, options());
    const before = await catalogue();
    const blobs = await shelf.store.listBlobs();
    const again = await addIssue(folder, shelf, options({ now: new Date('2026-11-02T08:00:00Z') }));
    expect(again.published?.isChanged).toBe(false);
    const after = await catalogue();
    expect(after.issues).toEqual(before.issues);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(await shelf.store.listBlobs()).toEqual(blobs);
  });

  it('keeps the ids of unchanged sentences when a neighbour is edited', async () => {
    const folder = await workshop.makeIssue();
    await addIssue(folder, shelf, options());
    const edited = String(issueFiles()['01-bus.md']).replace('我第一次', '早上七点。\n\n我第一次');
    await workshop.makeIssue({ '01-bus.md': edited });
    await addIssue(folder, shelf, options());
    const [entry] = (await catalogue()).issues;
    const { pieces } = parseManifest(await textOf(entry?.manifest.href ?? ''));
    const reading = JSON.parse(await textOf(pieces['bus']?.reading.href ?? ''));
    expect(reading.blocks[1].sentences[0].id).toBe('s1');
  });

  it.each([
    ['a picture is missing', { 'bus.svg': null }, '01-bus.md'],
    [
      'a drawing carries a script',
      { 'bus.svg': '<svg viewBox="0 0 9 9"><script>1</script></svg>' },
      '01-bus.md',
    ],
    [
      'a drawing fetches from elsewhere',
      { 'bus.svg': '<svg viewBox="0 0 9 9"><image href="https://a.example/x.png"/></svg>' },
      '01-bus.md',
    ],
    ['the cover has no bitmap', { 'cover.png': '<svg viewBox="0 0 9 9"/>' }, 'issue.json'],
    ['a picture is no picture', { 'cover.png': 'hello' }, 'issue.json'],
  ])('refuses the issue, and says where, when %s', async (_why, files, place) => {
    const { notices, published } = await addIssue(await workshop.makeIssue(files), shelf, options());
    expect(published).toBeNull();
    const errors = notices.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ file: place }]);
    expect(errors[0]?.zh).toMatch(/请|要/u);
    expect(await shelf.store.read('catalogue.jws')).toBeNull();
    expect(await shelf.store.listBlobs()).toEqual([]);
    expect(existsSync(path.join(workshop.root, issueId, '01-bus.ids.json'))).toBe(false);
  });

  it('leaves nothing of its own behind', async () => {
    await addIssue(await workshop.makeIssue(), shelf, options());
    expect((await readdir(workshop.config.data)).sort()).toEqual(['keys', 'shelf', 'temporary']);
    expect(await readdir(path.join(workshop.config.data, 'temporary'))).toEqual([]);
  });
});

describe('a hub killed while publishing', () => {
  /** Fails at the n-th write, as a process that is gone does: nothing after it happens. */
  function dyingStore(store: ShelfStore, fatalWrite: number): ShelfStore {
    let writes = 0;
    const die = (): void => {
      writes += 1;
      if (writes >= fatalWrite) throw new Error('killed');
    };
    return {
      ...store,
      async putBlob(ref, source) {
        die();
        return store.putBlob(ref, source);
      },
      async writeFeed(text) {
        die();
        return store.writeFeed(text);
      },
      async switchCatalogue(jws, expected) {
        die();
        return store.switchCatalogue(jws, expected);
      },
    };
  }

  it('offers the old issue or the new one, whole, whichever write it died at', async () => {
    const folder = await workshop.makeIssue();
    await addIssue(folder, shelf, options());
    const edited = JSON.stringify({
      ...JSON.parse(String(issueFiles()['issue.json'])),
      title: '坐公交，新版',
    });
    await workshop.makeIssue({ 'issue.json': edited });
    const seen: (readonly string[])[] = [];
    for (let fatalWrite = 1; ; fatalWrite += 1) {
      const store = dyingStore(shelf.store, fatalWrite);
      const died = await addIssue(folder, withStore(store), options()).then(
        () => false,
        () => true,
      );
      seen.push(await wholeShelf());
      if (!died) break;
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.slice(0, -1).every(([title]) => title === '坐公交')).toBe(true);
    expect(seen.at(-1)).toEqual(['坐公交，新版']);
  });

  it('offers nothing rather than half of a first issue', async () => {
    const folder = await workshop.makeIssue();
    for (let fatalWrite = 1; fatalWrite < 6; fatalWrite += 1) {
      const store = dyingStore(shelf.store, fatalWrite);
      await expect(addIssue(folder, withStore(store), options())).rejects.toThrow('killed');
      expect(await wholeShelf()).toEqual([]);
    }
  });
});

describe('taking an issue back', () => {
  it('withdraws it by name and deletes what only it used', async () => {
    await addIssue(await workshop.makeIssue(), shelf, options());
    await removeIssue(issueId, shelf, new Date());
    const { issues, withdrawn } = await catalogue();
    expect(issues).toEqual([]);
    expect(withdrawn).toEqual([issueId]);
    expect(await shelf.store.listBlobs()).toEqual([]);
  });

  it('can be undone by adding it again', async () => {
    const folder = await workshop.makeIssue();
    await addIssue(folder, shelf, options());
    await removeIssue(issueId, shelf, new Date());
    await addIssue(folder, shelf, options());
    expect((await catalogue()).withdrawn).toEqual([]);
    expect(await wholeShelf()).toEqual(['坐公交']);
  });

  it('by another hub while one is about to publish the same files leaves them, however long that one stood still', async () => {
    const folder = await workshop.makeIssue();
    await addIssue(folder, shelf, options());
    await removeIssue(issueId, shelf, new Date());
    // Its lock was taken over: both are at it at once, and only the catalogue stands between them.
    const alone: OpenShelf = Object.create(shelf, {
      withLock: { value: <T>(work: () => Promise<T>) => work() },
    });
    let sweeps = 0;
    const beforeSwitch = async (): Promise<void> => {
      if (sweeps++ === 0) await sweepShelf(alone, new Date());
    };
    await addIssue(folder, alone, { ...options(), beforeSwitch });
    expect(sweeps).toBe(2);
    expect(await wholeShelf()).toEqual(['坐公交']);
  });

  it('goes on under a new lease when it stood still and lost the first: all that only it used is gone', async () => {
    await addIssue(await workshop.makeIssue(), shelf, options());
    let deletions = 0;
    const frozenOnce: ShelfStore = {
      ...shelf.store,
      removeBlob: async (href) => {
        if (deletions++ === 2) throw new HubError('lease-lost', { bucket: 'shelf' });
        await shelf.store.removeBlob(href);
      },
    };
    await removeIssue(issueId, withStore(frozenOnce), new Date());
    expect(deletions).toBeGreaterThan(3);
    expect(await shelf.store.listBlobs()).toEqual([]);
    expect((await catalogue()).withdrawn).toEqual([issueId]);
  });

  it('says what there is when there is no such issue', async () => {
    await expect(removeIssue('2026-01-nobody', shelf, new Date())).rejects.toMatchObject({
      fault: 'no-such-issue',
    });
  });
});

describe('the signing key', () => {
  const file = () => path.join(workshop.config.data, 'keys', 'shelf.jwk.json');

  it('is made once and stays', async () => {
    const first = await readFile(file(), 'utf8');
    await openShelf(workshop.config);
    expect(await readFile(file(), 'utf8')).toBe(first);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only', async () => {
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('that is damaged is never replaced silently: every tablet has pinned it', async () => {
    await writeFile(file(), '{');
    await expect(openShelf(workshop.config)).rejects.toMatchObject({ fault: 'key-unreadable' });
    expect(await readFile(file(), 'utf8')).toBe('{');
  });
});
