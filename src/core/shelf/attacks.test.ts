/**
 * The attacks TUF names (theupdateframework.io/security), each against a tablet that pins a key and remembers a sequence,
 * over the network and from a pack. A tablet here is the smallest that keeps design §4: verify, and only then remember.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { keyPair, signedCatalogue, type KeyPair } from './attack-fixture.ts';
import type { BlobRef } from '../reading/model.ts';
import { maxCatalogueCharacters, type Catalogue } from './catalogue.ts';
import { verifyChunk } from './chunks.ts';
import { verifyCatalogueFrom } from './follow-catalogue.ts';
import { signNextKey, type ShelfKey } from './key-chain.ts';
import { blobOf, noise, sourceOf, type Bytes } from './pack/fixture.ts';
import { build } from './pack/hostile-fixture.ts';
import { openPack } from './pack/open-pack.ts';
import type { JWK } from 'jose';

interface Source {
  catalogue(): Promise<string>;
  read(ref: BlobRef): Promise<Bytes>;
}
/** Gives whatever an attacker likes under each name. */
type Deliver = (catalogue: string, blobs?: readonly (readonly [BlobRef, Bytes])[]) => Source;

const overHttp: Deliver = (catalogue, blobs = []) => ({
  catalogue: async () => catalogue,
  read: async (ref) => blobs.find(([{ href }]) => href === ref.href)?.[1] ?? new Uint8Array(),
});

const inPack: Deliver = (catalogue, blobs = []) => {
  const bytes = build([
    { name: 'catalogue.jws', data: new TextEncoder().encode(catalogue) },
    ...blobs.map(([ref, data]) => ({ name: ref.href, data })),
  ]);
  const pack = openPack(sourceOf(bytes));
  pack.catch(() => undefined);
  return {
    catalogue: async () => (await pack).catalogue(),
    async read(ref) {
      const pieces: number[] = [];
      for await (const piece of (await pack).read(ref, 0)) pieces.push(...piece);
      return Uint8Array.from(pieces);
    },
  };
};

class Tablet {
  sequence = 0;
  key: JWK | ShelfKey;
  constructor(pinned: JWK) {
    this.key = pinned;
  }
  async update(source: Source): Promise<Catalogue> {
    const followed = await verifyCatalogueFrom(await source.catalogue(), this.key, {
      minimumSequence: this.sequence,
    });
    this.key = followed.key;
    this.sequence = followed.catalogue.sequence;
    return followed.catalogue;
  }
  async install(source: Source, ref: BlobRef): Promise<Bytes> {
    const bytes = await source.read(ref);
    await verifyChunk(ref, 0, bytes);
    return bytes;
  }
}

let shelf: KeyPair;
let attacker: KeyPair;
let genuine: readonly [BlobRef, Bytes];
let older: readonly [BlobRef, Bytes];
beforeAll(async () => {
  [shelf, attacker] = await Promise.all([keyPair(), keyPair()]);
  const revision = async (seed: number) =>
    [(await blobOf(noise(300, seed), 'json')).ref, noise(300, seed)] as const;
  [genuine, older] = await Promise.all([revision(1), revision(2)]);
});
const release = (sequence: number, more = {}): Promise<string> =>
  signedCatalogue(shelf.privateKey, { sequence, manifest: genuine[0], ...more });

describe.each([
  ['over http', overHttp],
  ['from a pack', inPack],
] as const)('%s', (_where, deliver) => {
  it('what the shelf released is taken', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const source = deliver(await release(5), [genuine]);
    const [issue] = (await tablet.update(source)).issues;
    expect(issue?.manifest.sha256).toBe(genuine[0].sha256);
    expect(await tablet.install(source, genuine[0])).toEqual(genuine[1]);
    expect(tablet.sequence).toBe(5);
  });

  it('arbitrary software: another file under a promised name is refused', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const source = deliver(await release(5), [[genuine[0], noise(300, 9)]]);
    await tablet.update(source);
    await expect(tablet.install(source, genuine[0])).rejects.toMatchObject({ fault: 'wrong-hash' });
  });

  it('arbitrary software: a catalogue with one character changed is refused', async () => {
    const [header, payload = '', signature] = (await release(5)).split('.');
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString());
    changed.feed.groups[0].publications[0].links[0].properties.sha256 = older[0].sha256;
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    const tablet = new Tablet(shelf.publicKey);
    await expect(tablet.update(deliver(forged))).rejects.toMatchObject({ fault: 'not-signed' });
    expect(tablet.sequence).toBe(0);
  });

  it('rollback: yesterday’s catalogue is refused, though it was signed, and nothing is forgotten', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const yesterday = await release(5);
    await tablet.update(deliver(await release(6)));
    await expect(tablet.update(deliver(yesterday))).rejects.toMatchObject({ fault: 'older' });
    expect(tablet.sequence).toBe(6);
  });

  it('rollback: an older copy may still bring files the catalogue of today names', async () => {
    const tablet = new Tablet(shelf.publicKey);
    await tablet.update(deliver(await release(6)));
    const old = deliver(await release(5), [genuine, older]);
    await expect(tablet.update(old)).rejects.toMatchObject({ fault: 'older' });
    expect(await tablet.install(old, genuine[0])).toEqual(genuine[1]);
  });

  it('freeze: an expired catalogue says when it expired, and takes nothing away', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const frozen = await release(5, { expires: '2020-01-01T00:00:00.000Z' });
    for (const _again of [1, 2]) {
      const catalogue = await tablet.update(deliver(frozen));
      expect(catalogue.expires).toBe('2020-01-01T00:00:00.000Z');
      expect(catalogue.issues).toHaveLength(1);
    }
  });

  it('mix and match: the old revision of a file does not pass for the new one', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const mixed = deliver(await release(6), [[genuine[0], older[1]]]);
    await tablet.update(mixed);
    await expect(tablet.install(mixed, genuine[0])).rejects.toMatchObject({ fault: 'wrong-hash' });
  });

  it('endless data: a catalogue above the cap is refused unparsed', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const endless = deliver(`${await release(5)}${' '.repeat(maxCatalogueCharacters)}`);
    await expect(tablet.update(endless)).rejects.toMatchObject({ fault: 'too-large' });
    expect(tablet.sequence).toBe(0);
  });

  it('endless data: a file longer than promised is refused before it is hashed', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const long = new Uint8Array(genuine[0].size + 1);
    long.set(genuine[1]);
    const source = deliver(await release(5), [[genuine[0], long]]);
    await tablet.update(source);
    await expect(tablet.install(source, genuine[0])).rejects.toMatchObject({ fault: 'wrong-size' });
  });

  it('fast-forward: a high sequence moves nothing unless the whole catalogue holds', async () => {
    const tablet = new Tablet(shelf.publicKey);
    await tablet.update(deliver(await release(5)));
    const high = Number.MAX_SAFE_INTEGER;
    const foreign = await signedCatalogue(attacker.privateKey, { sequence: high });
    const unfinished = await release(high, { clubs: [] });
    const beyond = await release(high * 2);
    await expect(tablet.update(deliver(foreign))).rejects.toMatchObject({ fault: 'not-signed' });
    await expect(tablet.update(deliver(unfinished))).rejects.toMatchObject({ fault: 'malformed' });
    await expect(tablet.update(deliver(beyond))).rejects.toMatchObject({ fault: 'malformed' });
    expect(tablet.sequence).toBe(5);
    await expect(tablet.update(deliver(await release(6)))).resolves.toMatchObject({ sequence: 6 });
  });

  it('wrong key: another shelf’s catalogue is refused, and the pinned key stays', async () => {
    const tablet = new Tablet(shelf.publicKey);
    const selfMade = await signNextKey(attacker.publicKey, attacker.privateKey);
    for (const keys of [undefined, [selfMade]]) {
      const jws = await signedCatalogue(attacker.privateKey, { sequence: 9, ...(keys && { keys }) });
      await expect(tablet.update(deliver(jws))).rejects.toMatchObject({ fault: 'not-signed' });
    }
    expect(tablet.key).toBe(shelf.publicKey);
  });

  it('wrong key: a key the pinned one vouched for is followed, and then the old one is refused', async () => {
    const next = await keyPair();
    const keys = [await signNextKey(next.publicKey, shelf.privateKey)];
    const tablet = new Tablet(shelf.publicKey);
    await tablet.update(deliver(await signedCatalogue(next.privateKey, { sequence: 7, keys })));
    expect(tablet.key).toMatchObject({ x: next.publicKey.x });
    await expect(tablet.update(deliver(await release(8)))).rejects.toMatchObject({ fault: 'not-signed' });
  });
});

describe('endless data in a pack', () => {
  it('is never read: neither the catalogue nor a file that claims gigabytes', async () => {
    const bytes = build([{ name: 'catalogue.jws', data: new Uint8Array(5_000_000) }]);
    let read = 0;
    const counting = {
      size: bytes.byteLength,
      slice: async (start: number, end: number) => {
        read += end - start;
        return bytes.slice(start, end);
      },
    };
    await expect(openPack(counting)).rejects.toMatchObject({ fault: 'too-large' });
    expect(read).toBeLessThan(1000);
  });
});
