import { CompactSign, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyPair, signedCatalogue, type KeyPair } from './attack-fixture.ts';
import { verifyCatalogueFrom } from './follow-catalogue.ts';
import { fingerprintOf, followKeys, signNextKey } from './key-chain.ts';

let first: KeyPair;
let second: KeyPair;
let third: KeyPair;
let stranger: KeyPair;

beforeAll(async () => {
  [first, second, third, stranger] = await Promise.all([keyPair(), keyPair(), keyPair(), keyPair()]);
});
const link = (from: KeyPair, to: KeyPair): Promise<string> => signNextKey(to.publicKey, from.privateKey);

describe('a shelf that changed its key', () => {
  it('is followed from any key it once had to the one it has', async () => {
    const links = [await link(first, second), await link(second, third)];
    for (const pinned of [first, second, third])
      expect(await followKeys(pinned.publicKey, links)).toMatchObject({ x: third.publicKey.x });
  });

  it('is not followed by a link somebody else signed, or one that was changed', async () => {
    const forged = await link(stranger, stranger);
    const genuine = await link(first, second);
    const changed = genuine.replace(/\.[^.]{4}/u, '.AAAA');
    for (const links of [[forged], [changed], ['nonsense'], []])
      expect(await followKeys(first.publicKey, links)).toMatchObject({ x: first.publicKey.x });
  });

  it('takes no other signature of the shelf for a link', async () => {
    const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify(stranger.publicKey)))
      .setProtectedHeader({ alg: 'ES256', typ: 'same-page-catalogue+jws' })
      .sign(await importJWK(first.privateKey, 'ES256'));
    expect(await followKeys(first.publicKey, [signature])).toMatchObject({ x: first.publicKey.x });
  });

  it('never puts a private key into a link', async () => {
    const [, payload = ''] = (await signNextKey(second.privateKey, first.privateKey)).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).not.toHaveProperty('d');
  });

  it('has no more links, and no longer ones, than any shelf needs', async () => {
    const long = Array.from({ length: 65 }, () => 'x');
    await expect(followKeys(first.publicKey, long)).rejects.toMatchObject({ fault: 'too-large' });
    await expect(followKeys(first.publicKey, ['x'.repeat(2001)])).rejects.toMatchObject({
      fault: 'too-large',
    });
  });
});

describe('its catalogue', () => {
  it('is taken with the new key, which is then the one to pin', async () => {
    const jws = await signedCatalogue(second.privateKey, { keys: [await link(first, second)] });
    const { catalogue, key } = await verifyCatalogueFrom(jws, first.publicKey);
    expect(catalogue.issues).toHaveLength(1);
    expect(key).toEqual({ kty: 'EC', crv: 'P-256', x: second.publicKey.x, y: second.publicKey.y });
  });

  it('keeps the pinned key while that one signs', async () => {
    const jws = await signedCatalogue(first.privateKey, { keys: [await link(first, second)] });
    expect((await verifyCatalogueFrom(jws, first.publicKey)).key.x).toBe(first.publicKey.x);
  });

  it('is refused, for a person to decide, where the chain is missing or leads to another key than signed it', async () => {
    const without = await signedCatalogue(second.privateKey);
    const elsewhere = await signedCatalogue(stranger.privateKey, { keys: [await link(first, second)] });
    const endless = await signedCatalogue(second.privateKey, { keys: ['x'.repeat(3000)] });
    for (const jws of [without, elsewhere, 'a.b.c', ''])
      await expect(verifyCatalogueFrom(jws, first.publicKey)).rejects.toMatchObject({ fault: 'not-signed' });
    await expect(verifyCatalogueFrom(endless, first.publicKey)).rejects.toMatchObject({ fault: 'too-large' });
  });

  it('is refused when it is older than one already seen, chain or not', async () => {
    const jws = await signedCatalogue(second.privateKey, { sequence: 5, keys: [await link(first, second)] });
    await expect(verifyCatalogueFrom(jws, first.publicKey, { minimumSequence: 6 })).rejects.toMatchObject({
      fault: 'older',
    });
  });
});

describe('a fingerprint', () => {
  it('is RFC 7638, in groups a person can compare', async () => {
    expect(await fingerprintOf(first.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
    expect(await fingerprintOf(first.privateKey)).toBe(await fingerprintOf(first.publicKey));
    expect(await fingerprintOf(second.publicKey)).not.toBe(await fingerprintOf(first.publicKey));
    // Its members in lexical order, hashed by another hand.
    const { x, y } = first.publicKey;
    const text = `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
    const hash = (await import('node:crypto')).createHash('sha256').update(text).digest('hex');
    expect((await fingerprintOf(first.publicKey)).replaceAll(' ', '')).toBe(hash.slice(0, 32));
  });
});
