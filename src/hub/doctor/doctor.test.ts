import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { runHubCommand } from '../hub-command.ts';
import { openShelf } from '../open-shelf.ts';
import { changeShelf } from '../shelf-state.ts';
import { checkAddress, checkRunning } from './address-checks.ts';
import { checkFolder, checkKeys, checkNode, checkShelf } from './machine-checks.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.clear());

const released = async (now: number) => {
  const shelf = await openShelf(workshop.config);
  await changeShelf(shelf, new Date(now), async () => ({
    contents: { publications: [], withdrawn: [] },
    result: null,
  }));
  return shelf.store;
};
const now = Date.UTC(2026, 11, 1);

describe('npm run hub -- doctor', () => {
  it('says line by line what is well, and ends with 0', async () => {
    await released(Date.now());
    const lines: string[] = [];
    const io = { cwd: '/', out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    const exit = await runHubCommand(['doctor'], { ...workshop.config, port: 9 }, io);
    expect(lines.join('\n')).toMatch(/✓ 数据文件夹[\s\S]*✓ 签名钥匙[\s\S]*✓ 书架[\s\S]*✓ 时钟/u);
    expect(lines.at(-1)).toContain('都好');
    expect(exit).toBe(0);
  });

  it('ends with 1 where something is to be mended, and says how', async () => {
    await released(Date.now());
    await chmod(path.join(workshop.config.data, 'keys/shelf.jwk.json'), 0o644);
    const lines: string[] = [];
    const io = { cwd: '/', out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    expect(await runHubCommand(['doctor'], { ...workshop.config, port: 9 }, io)).toBe(1);
    expect(lines.join('\n')).toMatch(/✗ 签名钥匙.*别人也能读[\s\S]*chmod 600/u);
  });

  it('asks for a shelf elsewhere as pages of the address people use do', async () => {
    const seen: (string | undefined)[] = [];
    const host = createServer(({ headers: { origin } }, response) => {
      seen.push(origin);
      // A bucket that lets the app's own pages in, and no others.
      response.setHeader('access-control-allow-origin', 'https://tongye.example.org');
      response.setHeader('cache-control', 'no-cache');
      response.end('no catalogue to take a file from');
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const place = v.parse(v.object({ port: v.number() }), host.address());
    const shelfUrl = `http://127.0.0.1:${place.port}/`;
    const lines: string[] = [];
    const io = { cwd: '/', out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    const config = { ...workshop.config, port: 9, shelfUrl, publicUrl: 'https://tongye.example.org' };
    await runHubCommand(['doctor'], config, io);
    host.close();
    expect(seen).toEqual(['https://tongye.example.org']);
    expect(lines.join('\n')).toMatch(/✓ 书架的网址/u);
  });

  it('makes and leaves nothing', async () => {
    await mkdir(workshop.config.data);
    const io = { cwd: '/', out: () => undefined, err: () => undefined };
    await runHubCommand(['doctor'], { ...workshop.config, port: 9 }, io);
    expect(await readdir(workshop.config.data)).toEqual([]);
  });
});

describe('on this machine', () => {
  it.each([
    ['v18.0.0', 'wrong'],
    ['v20.18.3', 'wrong'],
    ['v20.19.0', 'well'],
    ['v24.1.0', 'well'],
  ] as const)('Node %s is %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  it('a data folder that is a file cannot be written', async () => {
    const file = path.join(workshop.root, 'file');
    await writeFile(file, '');
    expect(await checkFolder(file)).toMatchObject({ state: 'wrong' });
  });

  it('a key that is damaged is said, and not replaced', async () => {
    await mkdir(path.join(workshop.config.data, 'keys'), { recursive: true });
    await writeFile(path.join(workshop.config.data, 'keys/shelf.jwk.json'), '{}');
    expect(await checkKeys(workshop.config.data)).toMatchObject({ state: 'wrong' });
  });

  it('a shelf gone quiet, a clock gone back and a clock never set are told apart', async () => {
    const store = await released(now);
    const states = async (at: number) =>
      (await checkShelf(store, workshop.config.data, at)).map(({ what, state }) => [what[1], state]);
    expect(await states(now)).toEqual([
      ['shelf', 'well'],
      ['clock', 'well'],
    ]);
    expect(await states(now + 200 * 86_400_000)).toEqual([
      ['shelf', 'wrong'],
      ['clock', 'well'],
    ]);
    expect(await states(now - 3_600_000)).toEqual([
      ['shelf', 'well'],
      ['clock', 'wrong'],
    ]);
    expect(await states(0)).toEqual([['clock', 'wrong']]);
  });
});

describe('at the address people open', () => {
  it('a hub that is off is said, with how to start it', async () => {
    const refused = (): Promise<Response> => Promise.reject(new Error('refused'));
    expect(await checkRunning(4173, refused)).toMatchObject({ state: 'unknown' });
    const failing = async (): Promise<Response> => new Response('{"space":"failing"}', { status: 503 });
    expect(await checkRunning(4173, failing)).toMatchObject({ state: 'wrong' });
  });

  it('no address set is no fault, and says what tablets need', async () => {
    const [finding] = await checkAddress({ address: null, hasProxy: false });
    expect(finding).toMatchObject({ state: 'unknown' });
    expect(finding?.cure?.[0]).toContain('PUBLIC_URL');
  });

  it('a name that leads nowhere is said with what to look at', async () => {
    const [finding] = await checkAddress({ address: 'https://localhost:9', hasProxy: true });
    expect(finding).toMatchObject({ state: 'wrong', what: ['HTTPS 证书', 'HTTPS certificate'] });
    expect(finding?.cure?.[0]).toContain('Caddy');
  });
});
