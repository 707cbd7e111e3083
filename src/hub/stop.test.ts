import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { closeServer, releaseEnded } from './stop.ts';

let server: Server;
afterEach(() => void server?.closeAllConnections());

/** @param until Its answers begin at once and end then. */
async function slowServer(until: Promise<unknown>): Promise<string> {
  server = createServer((_request, response) => {
    response.write('begun');
    void until.then(() => response.end(' and ended'));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { connection: 'keep-alive' } }, (response) => {
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () => resolve(text));
      response.on('error', reject);
    }).on('error', reject);
  });
}

describe('stopping', () => {
  it('lets an answer that has begun come to its end, and takes no new one', async () => {
    let end = (): void => undefined;
    const url = await slowServer(new Promise<void>((resolve) => (end = resolve)));
    const isBegun = once(server, 'request');
    const answer = read(url);
    await isBegun;
    const closing = closeServer(server);
    await expect(read(url)).rejects.toThrow(/ECONNREFUSED/u);
    end();
    expect(await answer).toBe('begun and ended');
    await closing;
  });

  it('cuts an answer that would hold it for an hour', async () => {
    const url = await slowServer(new Promise(() => undefined));
    const isBegun = once(server, 'request');
    const answer = read(url);
    answer.catch(() => undefined);
    await isBegun;
    await closeServer(server, 200);
    await expect(answer).rejects.toThrow(/aborted|socket hang up|ECONNRESET/u);
  });

  it('waits for a release in progress, but not for ever', async () => {
    const steps: string[] = [];
    let free = (): void => undefined;
    const busy = new Promise<void>((resolve) => {
      free = resolve;
    });
    const withLock = async (work: () => Promise<void>): Promise<void> => {
      await busy;
      await work();
    };
    const ended = releaseEnded(withLock).then((isEnded) => steps.push(`stop ${isEnded}`));
    await wait(50);
    steps.push('release');
    free();
    await ended;
    expect(steps).toEqual(['release', 'stop true']);
    expect(await releaseEnded(() => new Promise(() => undefined), 50)).toBe(false);
  });
});
