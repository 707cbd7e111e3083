/**
 * A reverse proxy on loopback that misbehaves on order: stalls, cuts, slows, flips a bit, lies about ranges, or answers
 * for somebody else. It stands between a tablet and a real hub, so what is tested is the network, not a mock.
 */
import {
  createServer,
  request,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one response. All offsets and sizes are bytes of its body. */
export interface Misbehaviour {
  /** Hold the whole answer back. */
  readonly delayMs?: number;
  /** Hold it back until somebody says. */
  readonly heldUntil?: Promise<void>;
  /** Stop sending once so many bytes went out, for `stallMs` or until somebody says, then go on. */
  readonly stallAfter?: number;
  readonly stallMs?: number;
  readonly stalledUntil?: Promise<void>;
  /** Break the connection once so many bytes went out. */
  readonly cutAfter?: number;
  /** Break the connection once so many bytes of the request's body have come, and hand on no more. */
  readonly cutUploadAfter?: number;
  /** Take the request's body no faster than this. */
  readonly uploadBytesPerSecond?: number;
  /** Flip the lowest bit of the byte at this offset. */
  readonly flipAt?: number;
  /** Never faster than this. */
  readonly bytesPerSecond?: number;
  /** Ask the hub without the client's `Range`: a 200 where a 206 was wanted. */
  readonly ignoreRange?: boolean;
  readonly replaceHeaders?: Readonly<Record<string, string>>;
  /** Answer this instead of asking the hub. */
  readonly answer?: { readonly status: number; readonly type: string; readonly body: string | Uint8Array };
}

export interface SeenRequest {
  readonly path: string;
  readonly range: string | null;
  readonly method: string;
  /** Body bytes that went out, counted as they go. */
  sentBytes: number;
  /** Body bytes that came in and were handed on. */
  receivedBytes: number;
}

export interface Proxy {
  readonly url: string;
  /** Every request since the start or the last `forget`. */
  readonly seen: readonly SeenRequest[];
  forget(): void;
  /** Called for each request; a misbehaviour, or null to behave. */
  rule(next: (request: Pick<SeenRequest, 'path' | 'range' | 'method'>) => Misbehaviour | null): void;
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function startProxy(target: string, port = 0): Promise<Proxy> {
  const seen: SeenRequest[] = [];
  let decide: Parameters<Proxy['rule']>[0] = () => null;

  const server = createServer((incoming, outgoing) => {
    const entry: SeenRequest = {
      path: incoming.url ?? '/',
      range: incoming.headers.range ?? null,
      method: incoming.method ?? 'GET',
      sentBytes: 0,
      receivedBytes: 0,
    };
    seen.push(entry);
    const how = decide(entry) ?? {};
    answer(incoming, outgoing, entry, how).catch(() => outgoing.destroy());
  });

  async function answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    entry: SeenRequest,
    how: Misbehaviour,
  ): Promise<void> {
    if (how.delayMs) await pause(how.delayMs);
    await how.heldUntil;
    if (how.answer) {
      outgoing.writeHead(how.answer.status, { 'content-type': how.answer.type });
      outgoing.end(how.answer.body);
      return;
    }
    const headers = { ...incoming.headers };
    if (how.ignoreRange) delete headers.range;
    const upstream = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(
        new URL(entry.path, target),
        { method: incoming.method ?? 'GET', headers },
        resolve,
      );
      asked.once('error', reject);
      outgoing.once('close', () => asked.destroy());
      receive(incoming, asked, entry, how).catch(() => {
        asked.destroy();
        outgoing.destroy();
      });
    });
    outgoing.writeHead(upstream.statusCode ?? 502, { ...upstream.headers, ...how.replaceHeaders });
    outgoing.flushHeaders();
    await send(upstream, outgoing, entry, how);
  }

  async function receive(
    incoming: IncomingMessage,
    asked: ClientRequest,
    entry: SeenRequest,
    how: Misbehaviour,
  ): Promise<void> {
    for await (const chunk of incoming) {
      const all: Buffer = Buffer.from(chunk);
      const left = (how.cutUploadAfter ?? Infinity) - entry.receivedBytes;
      const part = all.subarray(0, Math.max(0, left));
      entry.receivedBytes += part.length;
      if (!asked.write(part)) await new Promise((resolve) => asked.once('drain', resolve));
      if (how.uploadBytesPerSecond) await pause((part.length / how.uploadBytesPerSecond) * 1000);
      if (part.length < all.length) {
        // What was handed on arrives before the line breaks.
        await pause(100);
        throw new Error('cut');
      }
    }
    asked.end();
  }

  async function send(
    upstream: IncomingMessage,
    outgoing: ServerResponse,
    entry: SeenRequest,
    how: Misbehaviour,
  ): Promise<void> {
    let hasStalled = false;
    for await (const chunk of upstream) {
      let rest: Buffer = Buffer.from(chunk);
      while (rest.length > 0) {
        if (outgoing.destroyed) return;
        const step = how.bytesPerSecond ? Math.max(1, Math.floor(how.bytesPerSecond / 20)) : rest.length;
        let part = rest.subarray(0, step);
        if (how.stallAfter !== undefined && !hasStalled && entry.sentBytes + part.length > how.stallAfter) {
          part = part.subarray(0, Math.max(0, how.stallAfter - entry.sentBytes));
          hasStalled = part.length === 0;
          if (hasStalled) {
            await pause(how.stallMs ?? 0);
            await how.stalledUntil;
            continue;
          }
        }
        if (how.cutAfter !== undefined && entry.sentBytes + part.length >= how.cutAfter) {
          outgoing.write(part.subarray(0, how.cutAfter - entry.sentBytes));
          entry.sentBytes = how.cutAfter;
          await pause(20);
          outgoing.destroy();
          return;
        }
        const at = how.flipAt === undefined ? -1 : how.flipAt - entry.sentBytes;
        if (at >= 0 && at < part.length) {
          part = Buffer.from(part);
          part[at] = (part[at] ?? 0) ^ 1;
        }
        rest = rest.subarray(part.length);
        entry.sentBytes += part.length;
        if (!outgoing.write(part)) await new Promise<void>((resolve) => drained(outgoing, resolve));
        if (how.bytesPerSecond) await pause(50);
      }
    }
    outgoing.end();
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://localhost:${address.port}`,
    seen,
    forget: () => seen.splice(0),
    rule: (next) => (decide = next),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function drained(stream: ServerResponse, done: () => void): void {
  const finish = (): void => {
    stream.off('drain', finish);
    stream.off('close', finish);
    done();
  };
  stream.once('drain', finish);
  stream.once('close', finish);
}
