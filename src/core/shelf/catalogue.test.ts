import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyCatalogue, type CataloguePayload } from './catalogue.ts';
import { writeFeed, writePublication } from './feed.ts';
import { club, issueToWrite, ref } from './fixture.ts';
import { nextSequence, signCatalogue } from './sign.ts';

let own: { privateKey: JWK; publicKey: JWK };
let other: typeof own;

async function keyPair(): Promise<typeof own> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}
beforeAll(async () => {
  own = await keyPair();
  other = await keyPair();
});

const manifest = ref('3a', 'json', 'application/webpub+json');

function payload(more: Partial<CataloguePayload> = {}): CataloguePayload {
  const { issue, covers } = issueToWrite();
  const publication = writePublication({
    issue,
    club,
    language: ['zh-Hans'],
    modified: '2026-11-01T08:00:00.000Z',
    manifest,
    bitmap: covers[1] ?? issue.cover,
  });
  return {
    version: 1,
    sequence: 5,
    issued: '2026-11-01T08:00:00.000Z',
    expires: '2027-05-01T08:00:00.000Z',
    withdrawn: [],
    clubs: [club],
    feed: writeFeed([club], [publication], '2026-11-01T08:00:00.000Z'),
    ...more,
  };
}

describe('the catalogue', () => {
  it('comes back with its issues when the pinned key signed it', async () => {
    const catalogue = await verifyCatalogue(await signCatalogue(payload(), own.privateKey), own.publicKey);
    expect(catalogue.sequence).toBe(5);
    expect(catalogue.clubs).toEqual([club]);
    expect(catalogue.issues).toMatchObject([
      { id: '2026-11-silent-world', title: '从虹镇老街到瑞虹新城', manifest },
    ]);
    expect(catalogue.issues[0]?.cover.type).toBe('image/svg+xml');
  });

  it('is refused when another key signed it', async () => {
    const jws = await signCatalogue(payload(), other.privateKey);
    await expect(verifyCatalogue(jws, own.publicKey)).rejects.toMatchObject({ fault: 'not-signed' });
  });

  it('is refused when one byte changed', async () => {
    const jws = await signCatalogue(payload(), own.privateKey);
    const [header, body = '', signature] = jws.split('.');
    const changed = (body[40] === 'A' ? 'B' : 'A') + body.slice(41);
    await expect(
      verifyCatalogue([header, body.slice(0, 40) + changed, signature].join('.'), own.publicKey),
    ).rejects.toMatchObject({ fault: 'not-signed' });
  });

  it('is refused unsigned, or signed for another purpose', async () => {
    const none = `${btoa('{"alg":"none"}').replace(/=+$/u, '')}.${btoa('{}')}.`;
    await expect(verifyCatalogue(none, own.publicKey)).rejects.toMatchObject({ fault: 'not-signed' });
    const privateKey = await (await import('jose')).importJWK(own.privateKey, 'ES256');
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload())))
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .sign(privateKey);
    await expect(verifyCatalogue(token, own.publicKey)).rejects.toMatchObject({ fault: 'not-signed' });
  });

  it('is refused when it is older than one already seen, and taken again when it is the same', async () => {
    const jws = await signCatalogue(payload(), own.privateKey);
    await expect(verifyCatalogue(jws, own.publicKey, { minimumSequence: 6 })).rejects.toMatchObject({
      fault: 'older',
    });
    await expect(verifyCatalogue(jws, own.publicKey, { minimumSequence: 5 })).resolves.toMatchObject({
      sequence: 5,
    });
  });

  it('is refused above its cap before anything is parsed', async () => {
    await expect(verifyCatalogue('x'.repeat(4_000_001), own.publicKey)).rejects.toMatchObject({
      fault: 'too-large',
    });
  });

  it('is refused when a signed payload has a member the format does not know', async () => {
    const jws = await signCatalogue({ ...payload(), sequnce: 6 } as CataloguePayload, own.privateKey);
    await expect(verifyCatalogue(jws, own.publicKey)).rejects.toMatchObject({ fault: 'malformed' });
  });

  it('says so when it was made for a newer app', async () => {
    const jws = await signCatalogue(
      { ...payload(), version: 2 } as unknown as CataloguePayload,
      own.privateKey,
    );
    await expect(verifyCatalogue(jws, own.publicKey)).rejects.toMatchObject({ fault: 'newer' });
  });

  it('can be of a shelf without issues', async () => {
    const empty = payload({ feed: writeFeed([club], [], '2026-11-01T08:00:00.000Z') });
    expect(empty.feed).not.toHaveProperty('groups');
    const jws = await signCatalogue(empty, own.privateKey);
    await expect(verifyCatalogue(jws, own.publicKey)).resolves.toMatchObject({ issues: [] });
  });
});

describe('the sequence', () => {
  it('rises even when the clock went back, and jumps over a restored backup', () => {
    expect(nextSequence(2_000_000_000, 1_000_000_000_000)).toBe(2_000_000_001);
    expect(nextSequence(7, 1_000_000_000_000)).toBe(1_000_000_000);
  });
});
