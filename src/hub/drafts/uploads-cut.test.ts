/** On a real socket: a line that breaks in the middle of a part. */
import { readdir, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachmentFolder } from './attachment-folder.ts';
import { draftRoutes } from './draft-routes.ts';
import { apiDoor } from '../server/api.ts';
import {
  CLUB,
  creation,
  editor,
  mp4Like,
  newId,
  openDraftsDesk,
  part,
  sha256,
  type DraftsDesk,
} from './drafts-fixture.ts';

let desk: DraftsDesk;
let url = '';
let close: () => void;
beforeEach(async () => {
  desk = await openDraftsDesk();
  const app = new Hono();
  const api = apiDoor({ origin: 'http://localhost', findCaller: () => Promise.resolve(editor) });
  api.route('/', draftRoutes({ ...desk.services, onTakenOff: async () => undefined }));
  app.route('/api', api);
  await new Promise<void>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      url = `http://127.0.0.1:${port}`;
      resolve();
    });
    close = () => server.close();
  });
});
afterEach(async () => {
  close();
  await desk.clear();
});

const own = { 'sec-fetch-site': 'same-origin' };
const ask = (place: string, init: RequestInit): Promise<Response> =>
  fetch(`${url}${place}`, { ...init, headers: { ...own, ...Object.fromEntries(new Headers(init.headers)) } });

/** Of all uploads that have begun. */
async function arrivedBytes(): Promise<number> {
  const folder = path.join(desk.data, 'uploads', CLUB);
  const sizes = (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size);
  return Math.max(0, ...(await Promise.all(sizes)));
}

/** Sends the head of a part and `bytes` of its body; when they have arrived the line breaks. */
function sendAndBreak(place: string, from: number, length: number, bytes: Uint8Array): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const headers = {
        host: `${hostname}:${port}`,
        ...own,
        ...part(from),
        'content-length': String(length),
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`PATCH ${place} HTTP/1.1\r\n${lines.join('')}\r\n`);
      socket.write(bytes);
      vi.waitFor(async () => expect(await arrivedBytes()).toBeGreaterThan(900_000), { timeout: 60_000 })
        .finally(() => socket.destroy())
        .then(resolve, reject);
    });
  });
}

describe('a line that breaks', () => {
  it('leaves what arrived, and the upload goes on from there at once', async () => {
    const [bytes, id] = [mp4Like(3_000_000), newId()];
    const headers = creation(bytes.byteLength, { id, sha256: sha256(bytes), type: 'video/mp4' });
    const created = await ask(`/api/uploads/${CLUB}`, { method: 'POST', headers });
    const place = created.headers.get('location') ?? '';
    await sendAndBreak(place, 0, bytes.byteLength, bytes.subarray(0, 1_000_000));

    const began = Date.now();
    const head = await ask(place, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(head.status).toBe(200);
    const offset = Number(head.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(900_000);
    expect(Date.now() - began).toBeLessThan(2000);
    const rest = await ask(place, { method: 'PATCH', headers: part(offset), body: bytes.slice(offset) });
    expect(rest.status).toBe(204);
    expect(await attachmentFolder(desk.data).find(CLUB, id)).toMatchObject({ sha256: sha256(bytes) });
  });
});
