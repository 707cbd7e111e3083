/** A proxy before the hub that can hold one file back at any moment and let it go on later, as a bad network does. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingProxy {
  readonly url: string;
  /** From now on these paths come no faster than this; null = as fast as they can. */
  pace(bytesPerSecond: number | null): void;
  hold(): void;
  release(): void;
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const STEP_MS = 20;

/** `isHeld`: which paths are slowed and held; all others pass untouched. */
export async function startHoldingProxy(
  target: string,
  isHeld: (path: string) => boolean,
): Promise<HoldingProxy> {
  const network = { held: false };
  let bytesPerSecond: number | null = null;

  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', target);
    const asked = request(url, { method: incoming.method ?? 'GET', headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (!isHeld(url.pathname)) return void answer.pipe(outgoing);
      void trickle(answer);
    });
    asked.on('error', () => outgoing.destroy());
    outgoing.on('close', () => asked.destroy());
    incoming.pipe(asked);

    async function trickle(answer: AsyncIterable<Buffer>): Promise<void> {
      for await (const chunk of answer) {
        for (let at = 0; at < chunk.length;) {
          while (network.held && !outgoing.destroyed) await pause(STEP_MS);
          if (outgoing.destroyed) return;
          const size = bytesPerSecond === null ? chunk.length : Math.ceil((bytesPerSecond * STEP_MS) / 1000);
          outgoing.write(chunk.subarray(at, at + size));
          at += size;
          if (bytesPerSecond !== null) await pause(STEP_MS);
        }
      }
      outgoing.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://localhost:${address.port}`,
    pace: (next) => (bytesPerSecond = next),
    hold: () => void (network.held = true),
    release: () => void (network.held = false),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
