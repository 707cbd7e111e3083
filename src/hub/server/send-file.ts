/**
 * Files straight to the socket. Through a web stream every part is allocated, filled with zeros, queued and awaited several times;
 * this holds two buffers a request and reads into one while the other is on its way (measured: tests/bench/hub).
 */
import { open, type FileHandle } from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { filePartOf, type FilePart } from './file-stream.ts';

/** Two of these a running request: 500 tablets at once hold 256 MB, and larger ones are hardly faster. */
const bufferBytes = 256 * 1024;

interface Bindings {
  readonly outgoing: unknown;
}
type Answer = (request: Request, bindings: object) => Response | Promise<Response>;

/** As `answer`, except that a body which is a file goes to the socket by itself. */
export function sendingFiles(answer: Answer) {
  return async (request: Request, bindings: Bindings): Promise<Response> => {
    const response = await answer(request, bindings);
    const part = response.body === null ? undefined : filePartOf(response.body);
    const { outgoing } = bindings;
    if (part === undefined || !(outgoing instanceof ServerResponse)) return response;
    const handle = await open(part.path, 'r');
    try {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      await copy(handle, part, outgoing);
    } finally {
      await handle.close();
    }
    return RESPONSE_ALREADY_SENT;
  };
}

async function copy(handle: FileHandle, { path, start, end }: FilePart, out: ServerResponse): Promise<void> {
  const buffers: Buffer[] = [];
  let position = start;
  let hasGoneOut: Promise<boolean> = Promise.resolve(true);
  try {
    for (let turn = 0; position <= end; turn += 1) {
      const left = end - position + 1;
      const buffer = (buffers[turn % 2] ??= Buffer.allocUnsafeSlow(Math.min(bufferBytes, left)));
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.byteLength, left), position);
      if (bytesRead === 0) throw new Error(`${path} ended early`);
      position += bytesRead;
      // One write at a time: when this one has gone out, the buffer of the one before may be filled again.
      if (!(await hasGoneOut)) return;
      hasGoneOut = write(out, buffer.subarray(0, bytesRead));
    }
    if (await hasGoneOut) out.end();
  } catch (error) {
    // The length is promised by now: breaking off tells the receiver, a clean end would not.
    out.destroy();
    throw error;
  }
}

/** False when whoever asked has gone away, which is nobody's fault. */
function write(out: ServerResponse, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = (): void => resolve(false);
    if (out.destroyed) return gone();
    out.once('close', gone);
    out.write(bytes, (error) => {
      out.off('close', gone);
      resolve(!error);
    });
  });
}
