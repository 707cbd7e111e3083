/** A way to a store that can be cut: whole, for one request, or only for its answer. Signatures pass unharmed. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
}

export interface Trouble {
  /** Happens before the store hears of it. */
  readonly before?: () => Promise<void>;
  /** The store never hears of it, and the line breaks. */
  readonly isRefused?: boolean;
  /** The store has done it; then this happens, and the line breaks without an answer. */
  readonly after?: () => Promise<void>;
}

export interface StoreProxy {
  readonly url: string;
  rule(decide: (asked: Asked) => Trouble | null): void;
  stop(): Promise<void>;
}

async function collected(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces);
}

export async function startStoreProxy(target: string): Promise<StoreProxy> {
  let decide: Parameters<StoreProxy['rule']>[0] = () => null;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const trouble = decide({ method, path: url });
    const body = await collected(incoming);
    await trouble?.before?.();
    if (trouble?.isRefused === true) {
      outgoing.destroy();
      return;
    }
    const upstream = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(new URL(url, target), { method, headers }, resolve);
      asked.once('error', reject);
      asked.end(body);
    });
    if (trouble?.after !== undefined) {
      await collected(upstream);
      await trouble.after();
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(upstream.statusCode ?? 502, upstream.headers);
    upstream.pipe(outgoing);
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    rule: (next) => (decide = next),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
