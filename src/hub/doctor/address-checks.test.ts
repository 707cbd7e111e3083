/** What the doctor says of the address people open, for each thing that goes wrong there. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkProxy } from './address-checks.ts';
import { checkCertificate } from './certificate-check.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('NOTE: openssl is not here; what the doctor says of certificates is SKIPPED.');

describe.skipIf(!hasOpenssl)('a certificate', () => {
  let folder: string;
  let server: Server | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'same-page-certificate-'));
  });
  afterEach(() => void server?.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What the doctor says of one for this name, so many days long. */
  async function said(name: string, days: number, isKnown = true) {
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const of = ['-keyout', key, '-out', cert, '-subj', '/CN=test', '-addext', `subjectAltName=DNS:${name}`];
    const made = spawnSync('openssl', [...make, ...of, '-days', String(days)], { encoding: 'utf8' });
    expect(made.stderr).not.toMatch(/error/iu);
    const own = await readFile(cert, 'utf8');
    const opened = createServer({ key: await readFile(key), cert: own }, (socket) => socket.end());
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = opened.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return checkCertificate(new URL(`https://localhost:${address.port}`), isKnown ? { authority: own } : {});
  }

  it('for the name, of an authority that is known, with time left is well', async () => {
    expect(await said('localhost', 90)).toMatchObject({ state: 'well' });
  });

  it.each([
    ['of another name', 'other.example.org', 90, true, /another name/u, /first line of the Caddyfile/u],
    ['that ends in five days', 'localhost', 5, true, /expires in/u, /journalctl -u caddy/u],
    ['of nobody’s authority', 'localhost', 90, false, /do not know who signed/u, /real name/u],
  ])('%s is said to be, with what to do', async (_, name, days, isKnown, seen, cure) => {
    const finding = await said(name, days, isKnown);
    expect(finding).toMatchObject({ state: 'wrong' });
    expect(finding.seen[1]).toMatch(seen);
    expect(finding.cure?.[1]).toMatch(cure);
  });
});

describe('a proxy', () => {
  const headers = {
    'content-security-policy': "default-src 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  const answering = (page: ResponseInit, part: ResponseInit) => async (url: string) =>
    new Response('', url.endsWith('/catalogue.jws') ? part : page);
  const good = { status: 200, headers };

  it.each([
    ['that says nothing of https', { status: 426 }, { status: 206 }, 'proxy in front', /X-Forwarded-Proto/u],
    ['that answers for a hub that is off', { status: 502 }, { status: 206 }, 'proxy in front', /DEPLOY/u],
    [
      'that changes the headers',
      { status: 200, headers: { ...headers, 'content-security-policy': "script-src 'none'" } },
      { status: 206 },
      'security headers',
      /leave the headers/u,
    ],
    ['that sends films whole', good, { status: 200 }, 'parts of films', /pass Range/u],
  ])('%s is found out', async (_, page, part, what, cure) => {
    const findings = await checkProxy('https://a.example', true, answering(page, part));
    const wrong = findings.filter(({ state }) => state === 'wrong');
    expect(wrong.map((finding) => finding.what[1])).toEqual([what]);
    expect(wrong[0]?.cure?.[1]).toMatch(cure);
  });

  it('that does as it should is well', async () => {
    const findings = await checkProxy('https://a.example', true, answering(good, { status: 206 }));
    expect(findings.map(({ state }) => state)).toEqual(['well', 'well', 'well']);
  });
});
