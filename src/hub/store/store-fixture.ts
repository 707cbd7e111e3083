/** A store that does not keep its promises: enough of S3's protocol to be taken for one. For tests. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from './s3-settings.ts';

export interface Manners {
  readonly ignoresNoneMatch?: boolean;
  readonly ignoresMatch?: boolean;
  /** Compares as text: `"abc"` is equal, `abc` is not. */
  readonly wantsQuotes?: boolean;
  /** Looks before it writes, and lets others write in between. */
  readonly isSlowToWrite?: boolean;
  /** What it does with a deletion that comes after the time in its signature, instead of refusing it. */
  readonly lateDeletions?: 'done' | 'done and refused' | 'answered with 400';
  /** Whoever asks may not delete. */
  readonly forbidsDeletions?: boolean;
  /** The status every request gets. */
  readonly refusesWith?: number;
  /** Writes, and hangs up without a word; so many times. */
  readonly losesAnswers?: number;
  /** Answers 500 to so many writes, and does nothing. */
  readonly fails?: number;
}

export interface OddStore {
  readonly settings: S3Settings;
  readonly names: () => readonly string[];
  /** How often anything was asked of it. */
  readonly asked: () => number;
  /** What it does from now on. */
  behave(manners: Manners): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Whether the time in a signed address is over; one without a time lasts. */
function isOver(query: URLSearchParams): boolean {
  const [, day, time] = /^(\d{8})T(\d{6})Z$/u.exec(query.get('X-Amz-Date') ?? '') ?? [];
  if (day === undefined || time === undefined) return false;
  const from = Date.parse(
    `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`,
  );
  return Date.now() > from + Number(query.get('X-Amz-Expires')) * 1000;
}

export async function oddStore(first: Manners = {}): Promise<OddStore> {
  const objects = new Map<string, Buffer>();
  let manners = first;
  const etagOf = (bytes: Buffer | undefined): string =>
    bytes === undefined ? '' : createHash('md5').update(bytes).digest('hex');

  async function statusOfPut(key: string, request: IncomingMessage): Promise<number> {
    const body = await bodyOf(request);
    const { 'if-none-match': noneMatch, 'if-match': match } = request.headers;
    const etag = etagOf(objects.get(key));
    if (noneMatch !== undefined && etag !== '' && !manners.ignoresNoneMatch) return 412;
    const isSame = manners.wantsQuotes ? match === `"${etag}"` : match?.replaceAll('"', '') === etag;
    if (match !== undefined && !isSame && !manners.ignoresMatch) return 412;
    if (manners.isSlowToWrite) await new Promise((resolve) => setTimeout(resolve, 50));
    objects.set(key, body);
    return 200;
  }

  function statusOfDelete(key: string, request: IncomingMessage): number {
    const { forbidsDeletions, lateDeletions } = manners;
    if (forbidsDeletions) return 403;
    const isLate = isOver(new URL(request.url ?? '/', 'http://a.example').searchParams);
    if (isLate && lateDeletions === 'answered with 400') return 400;
    if (!isLate || lateDeletions !== undefined) objects.delete(key);
    return isLate && lateDeletions !== 'done' ? 403 : 204;
  }

  async function answer(key: string, request: IncomingMessage): Promise<[number, Buffer]> {
    if (manners.refusesWith !== undefined) {
      await bodyOf(request);
      return [manners.refusesWith, Buffer.alloc(0)];
    }
    if (request.method === 'PUT') return [await statusOfPut(key, request), Buffer.alloc(0)];
    if (request.method === 'DELETE') return [statusOfDelete(key, request), Buffer.alloc(0)];
    const found = objects.get(key);
    return found === undefined ? [404, Buffer.alloc(0)] : [200, found];
  }

  let asked = 0;
  let lost = 0;
  let failed = 0;
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '/', 'http://a.example').pathname;
    asked += 1;
    void (async () => {
      const isWrite = request.method === 'PUT';
      if (isWrite && failed < (manners.fails ?? 0)) {
        failed += 1;
        await bodyOf(request);
        response.writeHead(500, { 'content-length': 0 }).end();
        return;
      }
      const [status, body] = await answer(key, request);
      if (isWrite && lost < (manners.losesAnswers ?? 0)) {
        lost += 1;
        response.destroy();
        return;
      }
      const etag = etagOf(objects.get(key));
      response.writeHead(status, {
        'content-length': body.length,
        ...(etag !== '' && { etag: `"${etag}"` }),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    settings: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'us-east-1',
      bucket: 'odd',
      prefix: '',
      accessKey: 'a',
      secretKey: 'b',
      isPathStyle: true,
      patienceMs: 300,
    },
    names: () => [...objects.keys()],
    asked: () => asked,
    behave(next) {
      manners = next;
      [lost, failed] = [0, 0];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
