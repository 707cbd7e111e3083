/**
 * The attacks TUF names (theupdateframework.io/security) against the library's own code, each by every way a shelf reaches a
 * tablet: over the network, in a pack, as a folder. (`core/shelf/attacks.test.ts` has them against the format alone.)
 */
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyPair, type KeyPair } from '../core/shelf/attack-fixture.ts';
import { maxCatalogueCharacters, PublicKeySchema } from '../core/shelf/catalogue.ts';
import { fingerprintOf, signNextKey } from '../core/shelf/key-chain.ts';
import { noise } from '../core/shelf/pack/fixture.ts';
import { deleteDatabase } from '../storage/database.ts';
import { acceptKey } from './key-offer.ts';
import { trustNotice } from './trust-notice.ts';
import { keptCatalogue, takeCatalogue } from './trust.ts';
import {
  fromFolder,
  fromPack,
  monthOf,
  overHttp,
  release,
  tabletWith,
  URL_OF_SHELF,
  type Month,
  type TestTablet,
} from './whole-shelf-fixture.ts';

let shelf: KeyPair;
let stranger: KeyPair;
let month: Month;
let revised: Month;
let tablet: TestTablet;

const tabletOf = ({ publicKey }: KeyPair): TestTablet =>
  tabletWith({ url: URL_OF_SHELF, key: v.parse(PublicKeySchema, publicKey) });
const sequence = async (): Promise<number | undefined> => (await keptCatalogue(URL_OF_SHELF))?.sequence;
const notice = () => trustNotice(URL_OF_SHELF);

beforeAll(async () => {
  [shelf, stranger] = await Promise.all([keyPair(), keyPair()]);
  [month, revised] = await Promise.all([monthOf(1), monthOf(2)]);
});
beforeEach(() => {
  tablet = tabletOf(shelf);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDatabase();
});

describe.each([
  ['over http', overHttp],
  ['from a pack', fromPack],
  ['from a folder', fromFolder],
] as const)('%s', (_where, bring) => {
  const refused = (catalogue: string, files = month.files) =>
    bring(tablet, catalogue, files).then(
      () => null,
      (error: unknown) => String(error),
    );

  it('what the shelf released is taken, whole', async () => {
    await bring(tablet, await release(month, shelf), month.files);
    expect(tablet.isWhole()).toBe(true);
    expect(await sequence()).toBe(5);
    expect(await notice()).toBeNull();
  });

  it('arbitrary software: another file under a promised name is never sealed, and the month is not called whole', async () => {
    const forged = noise(month.media.size, 9);
    const files = new Map([...month.files, [month.media.href, forged]]);
    await refused(await release(month, shelf), files);
    expect(tablet.isWhole()).toBe(false);
    expect(tablet.holds(forged)).toBe(false);
  });

  it('arbitrary software: a catalogue with one letter changed is refused, and nothing is kept of it', async () => {
    const [header, payload = '', signature] = (await release(month, shelf)).split('.');
    const text = Buffer.from(payload, 'base64url').toString().replace('2099', '2098');
    const forged = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    expect(await refused(forged)).toMatch(/not-verified/u);
    expect(await sequence()).toBeUndefined();
    expect(tablet.isWhole()).toBe(false);
  });

  it('rollback: yesterday’s catalogue does not replace today’s, and what is here stays', async () => {
    const yesterday = await release(month, shelf, { sequence: 5 });
    await bring(tablet, await release(revised, shelf, { sequence: 6 }), revised.files);
    await refused(yesterday);
    expect(await sequence()).toBe(6);
    expect(tablet.isWhole()).toBe(true);
    expect(tablet.holds(month.files.get(month.media.href) ?? new Uint8Array(1))).toBe(false);
  });

  it('freeze: an expired catalogue is said to be so, and takes nothing away', async () => {
    const frozen = await release(month, shelf, { expires: '2020-01-01T00:00:00.000Z' });
    await bring(tablet, frozen, month.files);
    await refused(frozen);
    expect(await notice()).toEqual({ kind: 'expired', since: '2020-01-01T00:00:00.000Z' });
    expect(tablet.isWhole()).toBe(true);
  });

  it('mix and match: files of one release do not pass for those of another', async () => {
    const old = revised.files.get(revised.media.href) ?? new Uint8Array(1);
    const files = new Map([...month.files, [month.media.href, old]]);
    await refused(await release(month, shelf), files);
    expect(tablet.isWhole()).toBe(false);
    expect(tablet.holds(old)).toBe(false);
  });

  it('endless data: a catalogue above the cap is refused unparsed', async () => {
    const endless = `${await release(month, shelf)}${' '.repeat(maxCatalogueCharacters)}`;
    expect(await refused(endless)).not.toBeNull();
    expect(await sequence()).toBeUndefined();
  });

  it('endless data: a file that is longer than promised is not sealed', async () => {
    const long = new Uint8Array(month.media.size + 1);
    long.set(month.files.get(month.media.href) ?? []);
    await refused(await release(month, shelf), new Map([...month.files, [month.media.href, long]]));
    expect(tablet.isWhole()).toBe(false);
    expect(tablet.holds(long)).toBe(false);
  });

  it('fast-forward: a high sequence moves nothing unless the whole catalogue holds', async () => {
    await bring(tablet, await release(month, shelf), month.files);
    const high = Number.MAX_SAFE_INTEGER;
    for (const forged of [
      await release(month, stranger, { sequence: high }),
      await release(month, shelf, { sequence: high, clubs: [] }),
      await release(month, shelf, { sequence: high * 2 }),
    ])
      await refused(forged);
    expect(await sequence()).toBe(5);
    await bring(tablet, await release(revised, shelf, { sequence: 6 }), revised.files);
    expect(await sequence()).toBe(6);
  });

  it('wrong key: a tablet that never saw the shelf takes nothing that its key did not sign', async () => {
    expect(await refused(await release(month, stranger))).toMatch(/not-verified/u);
    expect(await notice()).toBeNull();
  });

  it('wrong key: another key is a question with both fingerprints, and until it is answered nothing changes', async () => {
    await bring(tablet, await release(month, shelf), month.files);
    expect(await refused(await release(revised, stranger, { sequence: 9 }), revised.files)).toMatch(
      /key-changed/u,
    );
    expect(await notice()).toEqual({
      kind: 'key-changed',
      pinned: await fingerprintOf(shelf.publicKey),
      offered: await fingerprintOf(stranger.publicKey),
    });
    expect(await sequence()).toBe(5);
    expect(tablet.isWhole()).toBe(true);
    expect(tablet.holds(revised.files.get(revised.media.href) ?? new Uint8Array(1))).toBe(false);
  });

  it('wrong key: a chain somebody wrote to themselves leads nowhere', async () => {
    await bring(tablet, await release(month, shelf), month.files);
    const keys = [await signNextKey(stranger.publicKey, stranger.privateKey)];
    await refused(await release(revised, stranger, { sequence: 9, keys }), revised.files);
    expect(await sequence()).toBe(5);
    expect(await notice()).toMatchObject({ kind: 'key-changed' });
  });

  it('a key the pinned one vouched for is followed without a question, and the former one is then an old one', async () => {
    await bring(tablet, await release(month, shelf), month.files);
    const next = await keyPair();
    const keys = [await signNextKey(next.publicKey, shelf.privateKey)];
    await bring(tablet, await release(revised, next, { sequence: 6, keys }), revised.files);
    expect(await sequence()).toBe(6);
    expect(await notice()).toBeNull();
    await refused(await release(month, shelf, { sequence: 99 }));
    expect(await sequence()).toBe(6);
    expect(await notice()).toBeNull();
    await bring(tablet, await release(month, next, { sequence: 7, keys }), month.files);
    expect(await sequence()).toBe(7);
  });

  describe('asked about another key', () => {
    beforeEach(async () => {
      await bring(tablet, await release(month, shelf), month.files);
      await refused(await release(revised, stranger, { sequence: 2 }), revised.files);
    });

    it('a person who says yes to what they saw gets that key, and the count of releases starts anew', async () => {
      await acceptKey(URL_OF_SHELF, await fingerprintOf(stranger.publicKey));
      expect(await sequence()).toBe(2);
      expect(await notice()).toBeNull();
      await bring(tablet, await release(revised, stranger, { sequence: 3 }), revised.files);
      expect(await sequence()).toBe(3);
    });

    it('a yes to a key that is no longer the one asked about does nothing', async () => {
      const third = await keyPair();
      await refused(await release(revised, third, { sequence: 9 }), revised.files);
      await expect(acceptKey(URL_OF_SHELF, await fingerprintOf(stranger.publicKey))).rejects.toMatchObject({
        problem: 'key-changed',
      });
      expect(await sequence()).toBe(5);
    });

    it('the question is gone when the shelf comes with its own key again', async () => {
      await bring(tablet, await release(month, shelf), month.files);
      expect(await notice()).toBeNull();
    });
  });
});

it('rollback: of many windows that ask at the same moment the one with the newest answer wins', async () => {
  const { config } = tablet;
  await takeCatalogue(await release(month, shelf, { sequence: 4 }), config);
  const numbers = [30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19];
  const answers = await Promise.all(numbers.map((number) => release(month, shelf, { sequence: number })));
  const results = await Promise.allSettled(answers.map((jws) => takeCatalogue(jws, config)));
  expect(results[0]?.status).toBe('fulfilled');
  expect(await sequence()).toBe(30);
});

it('endless data: neither a pack’s nor a folder’s catalogue is read beyond the cap', async () => {
  const endless = ' '.repeat(maxCatalogueCharacters + 1);
  await expect(fromPack(tablet, endless, new Map())).rejects.toMatchObject({ packFault: 'too-large' });
  await expect(fromFolder(tablet, endless, new Map())).rejects.toThrow('wrong-length');
});
