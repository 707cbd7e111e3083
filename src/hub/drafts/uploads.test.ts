import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentFolder } from './attachment-folder.ts';
import {
  CLUB,
  createUpload,
  creation,
  editor,
  mp4Like,
  newId,
  openDraftsDesk,
  part,
  placeOf,
  sendPart,
  sha256,
  type DraftsDesk,
  type Sent,
} from './drafts-fixture.ts';

const BASE = `/uploads/${CLUB}`;
let desk: DraftsDesk;
beforeEach(async () => {
  desk = await openDraftsDesk();
});
afterEach(() => desk.clear());

const create = (bytes: Uint8Array, sent?: Sent) => createUpload(desk, bytes, sent);
const sendTo = (place: string, bytes: Uint8Array<ArrayBuffer>, from: number, to?: number) =>
  sendPart(desk, place, bytes, from, to);

/** The whole file in one part; the last answer. */
async function send(bytes: Uint8Array<ArrayBuffer>, sent: Sent = {}): Promise<Response> {
  const created = await create(bytes, sent);
  return created.status === 201 ? sendTo(placeOf(created), bytes, 0) : created;
}

const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
const find = (id: string) => attachmentFolder(desk.data).find(CLUB, id);

describe('an upload', () => {
  it('is kept under its hash when every byte is as it was said', async () => {
    const [bytes, id] = [mp4Like(5000), newId()];
    const answer = await send(bytes, { id });
    expect(answer.status).toBe(204);
    const kept = await find(id);
    expect(kept).toMatchObject({ bytes: 5000, sha256: sha256(bytes), type: 'video/mp4' });
    expect(new Uint8Array(await readFile(kept?.path ?? ''))).toEqual(bytes);
    expect(await desk.files()).toHaveLength(2);
  });

  it('goes on from the last byte that arrived', async () => {
    const [bytes, id] = [mp4Like(9000), newId()];
    const place = placeOf(await create(bytes, { id }));
    await sendTo(place, bytes, 0, 4000);
    const head = await desk.ask(place, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(head.headers.get('upload-offset')).toBe('4000');
    expect((await sendTo(place, bytes, 0)).status).toBe(409);
    expect((await sendTo(place, bytes, 4000)).status).toBe(204);
    expect(await find(id)).toMatchObject({ sha256: sha256(bytes) });
  });

  it('of the same bytes takes no room twice', async () => {
    const [bytes, one, other] = [mp4Like(5000), newId(), newId()];
    await send(bytes, { id: one });
    await send(bytes, { id: other });
    expect((await find(one))?.path).toBe((await find(other))?.path);
    expect(await desk.files()).toHaveLength(3);
  });

  it.each([
    [
      'a web page named .mp4',
      text(`<!DOCTYPE html><script>alert(1)</script>${' '.repeat(100)}`),
      'video/mp4',
      415,
      'upload-wrong-type',
    ],
    [
      'a web page that hides behind a box name',
      text(`<!--ftypisom--><script>alert(1)</script>`),
      'video/mp4',
      415,
      'upload-wrong-type',
    ],
    ['a video called a picture', mp4Like(500), 'image/png', 415, 'upload-wrong-type'],
    ['a web page', text('<!DOCTYPE html><p>hello</p>'), 'text/html', 415, 'upload-wrong-type'],
    ['a program', text('#!/bin/sh\nrm -rf /\n'), 'application/x-sh', 415, 'upload-wrong-type'],
    [
      'a drawing with a script',
      text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>1</script></svg>'),
      'image/svg+xml',
      422,
      'upload-unsafe-drawing',
    ],
    [
      'a drawing that fetches',
      text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image href="https://example.org/x"/></svg>',
      ),
      'image/svg+xml',
      422,
      'upload-unsafe-drawing',
    ],
    ['an empty file', text(''), 'video/mp4', 422, 'upload-empty'],
  ])('refuses %s, and nothing of it stays', async (_what, bytes, type, status, code) => {
    const answer = await send(bytes, { type });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code });
    expect(await desk.files()).toEqual([]);
  });

  it('refuses bytes that are not those it was told of, and nothing of them stays', async () => {
    const answer = await send(mp4Like(5000), { hash: sha256(mp4Like(5000)) });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ code: 'upload-hash-mismatch' });
    expect(await desk.files()).toEqual([]);
  });

  it.each([
    ['video/mp4', 4097 * 1024 * 1024],
    ['image/png', 33 * 1024 * 1024],
    ['image/svg+xml', 2 * 1024 * 1024],
  ])('refuses %s of %d bytes before the first of them', async (type, size) => {
    const headers = creation(size, { id: newId(), sha256: '0'.repeat(64), type });
    const answer = await desk.ask(BASE, { method: 'POST', headers });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ code: 'upload-too-big' });
    expect(await desk.files()).toEqual([]);
  });

  it('takes no byte more than it was told of', async () => {
    const bytes = mp4Like(5000);
    const place = placeOf(await create(bytes.slice(0, 4000)));
    expect((await sendTo(place, bytes, 0)).status).toBe(413);
  });

  it.each([
    ['no name of the file', { sha256: '0'.repeat(64), type: 'video/mp4' }],
    ['a path for a name', { id: '../../keys/signing', sha256: '0'.repeat(64), type: 'video/mp4' }],
    ['a path for a hash', { id: newId(), sha256: '../../../keys', type: 'video/mp4' }],
    ['something more', { id: newId(), sha256: '0'.repeat(64), type: 'video/mp4', filename: '../x' }],
  ])('refuses a description with %s', async (_what, metadata) => {
    const answer = await desk.ask(BASE, { method: 'POST', headers: creation(5000, metadata) });
    expect(answer.status).toBe(400);
    expect(await desk.files()).toEqual([]);
  });

  it.each(['..%2f..%2fkeys', '%2e%2e', 'x', `${'0'.repeat(31)}g`, `${'0'.repeat(32)}.json`])(
    'knows no upload called %s',
    async (name) => {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? mp4Like(100) : null;
        const answer = await desk.ask(`${BASE}/${name}`, { method, headers: part(0), body });
        expect(answer.status).toBe(404);
      }
      expect(await desk.files()).toEqual([]);
    },
  );

  it('of one club is nothing another club can touch', async () => {
    const bytes = mp4Like(5000);
    const place = placeOf(await create(bytes));
    const other = { ...editor, clubs: ['new-sisters'] };
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? bytes : null;
      const init = { method, headers: part(0), body };
      expect((await desk.ask(place, init, other)).status).toBe(403);
      expect((await desk.ask(place.replace(CLUB, 'new-sisters'), init, other)).status).toBe(404);
      expect((await desk.ask(place, init, null)).status).toBe(401);
    }
    const head = await desk.ask(place, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(head.headers.get('upload-offset')).toBe('0');
  });

  it('whose file is here already is not sent again', async () => {
    const [bytes, id] = [mp4Like(5000), newId()];
    await send(bytes, { id });
    expect(await (await create(bytes, { id })).json()).toEqual({ code: 'upload-known' });
  });

  it('cannot put other bytes under an id that has its own', async () => {
    const [bytes, id] = [mp4Like(5000), newId()];
    const other = mp4Like(5000);
    const late = placeOf(await create(other, { id }));
    await send(bytes, { id });
    expect((await sendTo(late, other, 0)).status).toBe(409);
    expect(await find(id)).toMatchObject({ sha256: sha256(bytes) });
    expect(await desk.files()).toHaveLength(2);
  });

  it('cannot take an id another club has, not even of the same bytes', async () => {
    const [bytes, id] = [mp4Like(5000), newId()];
    const sister = { ...editor, clubs: ['new-sisters'] };
    const headers = creation(5000, { id, sha256: sha256(bytes), type: 'video/mp4' });
    const begin = () => desk.ask('/uploads/new-sisters', { method: 'POST', headers }, sister);
    const late = placeOf(await begin());
    await send(bytes, { id });
    expect((await begin()).status).toBe(409);
    const init = { method: 'PATCH', headers: part(0), body: bytes };
    expect((await desk.ask(late, init, sister)).status).toBe(409);
    expect(await find(id)).toMatchObject({ sha256: sha256(bytes) });
  });

  it('can be given up', async () => {
    const place = placeOf(await create(mp4Like(5000)));
    const answer = await desk.ask(place, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    expect(answer.status).toBe(204);
    expect(await desk.files()).toEqual([]);
  });
});
