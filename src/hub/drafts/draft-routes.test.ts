import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newIssue } from '../../authoring/draft/new-draft.ts';
import { attachment, draftPiece, termId } from '../../authoring/draft/fixture.ts';
import type { DraftIssue } from '../../authoring/draft/model.ts';
import * as v from 'valibot';
import { AttachmentIdSchema } from '../../authoring/draft/model.ts';
import {
  CLUB,
  creation,
  editor,
  ISSUE,
  mp4Like,
  newId,
  openDraftsDesk,
  part,
  sha256,
  type DraftsDesk,
} from './drafts-fixture.ts';

let desk: DraftsDesk;
beforeEach(async () => {
  desk = await openDraftsDesk();
});
afterEach(() => desk.clear());

const json = { 'content-type': 'application/json' };
const issue = (more: Partial<DraftIssue> = {}): DraftIssue => ({
  ...newIssue('2026-12', CLUB),
  title: '老街',
  ...more,
});
const put = (body: unknown, precondition: Record<string, string>, to = `/drafts/${ISSUE}`) =>
  desk.ask(to, { method: 'PATCH', headers: { ...json, ...precondition }, body: JSON.stringify(body) });
const fresh = { 'if-none-match': '*' };

/** Uploads a small video under this id. */
async function upload(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = mp4Like(3000);
  const headers = creation(3000, { id, sha256: sha256(bytes), type: 'video/mp4' });
  const created = await desk.ask(`/uploads/${CLUB}`, { method: 'POST', headers });
  const place = (created.headers.get('location') ?? '').replace('/api', '');
  await desk.ask(place, { method: 'PATCH', headers: part(0), body: bytes });
  return bytes;
}

describe('drafts over HTTP', () => {
  it('are written on what was read, and read again with the same tag', async () => {
    const made = await put({ issue: issue() }, fresh);
    expect(made.status).toBe(200);
    const read = await desk.ask(`/drafts/${ISSUE}`);
    expect(read.headers.get('etag')).toBe(made.headers.get('etag'));
    expect(await read.json()).toMatchObject({ issue: { title: '老街' }, pieces: [], by: '手语老师' });
    const known = { 'if-none-match': made.headers.get('etag') ?? '' };
    expect((await desk.ask(`/drafts/${ISSUE}`, { headers: known })).status).toBe(304);
    expect(await (await desk.ask('/drafts')).json()).toMatchObject({
      drafts: [{ id: ISSUE, title: '老街' }],
    });
  });

  it('taken off the queue say so to whoever had planned them, and only then', async () => {
    const made = await put({ issue: issue() }, fresh);
    const tag = (response: Response) => ({ 'if-match': response.headers.get('etag') ?? '' });
    const changed = await put({ issue: issue({ title: '河' }) }, tag(made));
    expect(desk.takenOff).toEqual([]);
    expect((await put({ isRemoved: true }, tag(made))).status).toBe(412);
    expect(desk.takenOff).toEqual([]);
    await put({ isRemoved: true }, tag(changed));
    expect(desk.takenOff).toEqual([ISSUE]);
  });

  it('refuse a write on an older state with 412, and the newer one stays', async () => {
    const first = { 'if-match': (await put({ issue: issue() }, fresh)).headers.get('etag') ?? '' };
    await put({ issue: issue({ title: '新街' }) }, first);
    const late = await put({ issue: issue({ title: '旧街' }) }, first);
    expect(late.status).toBe(412);
    expect(await late.json()).toEqual({ code: 'draft-changed' });
    expect((await put({ issue: issue() }, fresh)).status).toBe(412);
    expect(await (await desk.ask(`/drafts/${ISSUE}`)).json()).toMatchObject({ issue: { title: '新街' } });
  });

  it.each([
    ['without saying what it is written on', { issue: issue() }, {}, 400, 'bad-request'],
    ['on any state there may be', { issue: issue() }, { 'if-match': '*' }, 400, 'bad-request'],
    [
      'on a month that is not here',
      { issue: issue() },
      { 'if-match': `"${'0'.repeat(64)}"` },
      404,
      'draft-missing',
    ],
    ['with a word nobody knows', { issue: issue(), extra: 1 }, fresh, 400, 'bad-request'],
    ['of a month that is not a month', { issue: { ...issue(), pieces: 'all' } }, fresh, 400, 'bad-request'],
    ['naming a piece nobody sent', { issue: issue({ pieces: ['gone'] }) }, fresh, 422, 'draft-incomplete'],
  ])('refuse a write %s', async (_what, body, precondition, status, code) => {
    const answer = await put(body, precondition);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code });
    expect(await desk.files()).toEqual([]);
  });

  it('give a file only under a month that names it, and never as something a browser would run', async () => {
    const [named, loose] = [newId(), newId()];
    const bytes = await upload(named);
    await upload(loose);
    const file = attachment('a', { id: v.parse(AttachmentIdSchema, named), type: 'video/mp4' });
    const cover = { drawing: null, bitmap: file, alt: '' };
    await put({ issue: issue({ cover }) }, fresh);
    expect(await (await desk.ask(`/drafts/${ISSUE}/files`)).json()).toEqual({
      files: { [named]: { sha256: sha256(bytes), bytes: 3000 } },
    });
    const answer = await desk.ask(`/drafts/${ISSUE}/files/${named}`, { headers: { range: 'bytes=10-19' } });
    expect(answer.status).toBe(206);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.slice(10, 20));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    for (const id of [loose, newId(), '..%2f..%2fmonth.json'])
      expect((await desk.ask(`/drafts/${ISSUE}/files/${id}`)).status).toBe(404);
  });

  it('keep the club’s cards and readings by their own tag', async () => {
    const words = `/club-words/${CLUB}`;
    const empty = (await desk.ask(words)).headers.get('etag') ?? '';
    const body = JSON.stringify({
      terms: [{ id: termId('nongtang'), word: '弄堂', pinyin: 'lòngtáng', explanation: '上海的小巷。' }],
      readings: { 长乐路: 'Chánglè Lù' },
    });
    const write = () => desk.ask(words, { method: 'PUT', headers: { ...json, 'if-match': empty }, body });
    expect((await write()).status).toBe(200);
    expect((await write()).status).toBe(412);
    expect(await (await desk.ask(words)).json()).toMatchObject({ readings: { 长乐路: 'Chánglè Lù' } });
  });

  it('never give out an empty list of cards, nor write one over them, where the disk fails', async () => {
    const words = `/club-words/${CLUB}`;
    const empty = (await desk.ask(words)).headers.get('etag') ?? '';
    await mkdir(path.join(desk.data, 'club-words', `${CLUB}.json`), { recursive: true });
    expect((await desk.ask(words)).status).toBe(503);
    const body = JSON.stringify({ terms: [], readings: {} });
    const answer = await desk.ask(words, { method: 'PUT', headers: { ...json, 'if-match': empty }, body });
    expect([answer.status, await answer.json()]).toEqual([503, { code: 'draft-unreadable' }]);
  });
});

describe('who may', () => {
  const etag = { 'if-match': `"${'0'.repeat(64)}"` };
  const routes: readonly (readonly [string, string, RequestInit])[] = [
    ['GET', '/drafts', {}],
    ['GET', `/drafts/${ISSUE}`, {}],
    [
      'PATCH',
      `/drafts/${ISSUE}`,
      { headers: { ...json, ...fresh }, body: JSON.stringify({ issue: issue() }) },
    ],
    ['GET', `/drafts/${ISSUE}/files`, {}],
    ['GET', `/drafts/${ISSUE}/files/${newId()}`, {}],
    ['GET', `/club-words/${CLUB}`, {}],
    ['PUT', `/club-words/${CLUB}`, { headers: { ...json, ...etag }, body: '{"terms":[],"readings":{}}' }],
    ['GET', `/club-words/${CLUB}/files`, {}],
    ['GET', `/club-words/${CLUB}/files/${newId()}`, {}],
    [
      'POST',
      `/uploads/${CLUB}`,
      { headers: creation(100, { id: newId(), sha256: newId(), type: 'video/mp4' }) },
    ],
    ['HEAD', `/uploads/${CLUB}/${'0'.repeat(32)}`, { headers: { 'tus-resumable': '1.0.0' } }],
    ['PATCH', `/uploads/${CLUB}/${'0'.repeat(32)}`, { headers: part(0), body: 'x' }],
    ['DELETE', `/uploads/${CLUB}/${'0'.repeat(32)}`, { headers: { 'tus-resumable': '1.0.0' } }],
  ];

  it.each(routes)('%s %s: nobody, and no role', async (method, to, init) => {
    expect((await desk.ask(to, { ...init, method }, null)).status).toBe(401);
    expect((await desk.ask(to, { ...init, method }, { ...editor, roles: [] })).status).toBe(403);
    expect(await desk.files()).toEqual([]);
  });

  it.each(routes.filter(([, to]) => to !== '/drafts'))('%s %s: of another club', async (method, to, init) => {
    expect((await desk.ask(to, { ...init, method }, { ...editor, clubs: ['new-sisters'] })).status).toBe(403);
    expect(await desk.files()).toEqual([]);
  });

  it.each(routes.filter(([method]) => !['GET', 'HEAD'].includes(method)))(
    '%s %s: from another site',
    async (method, to, init) => {
      const headers = { ...init.headers, 'sec-fetch-site': 'cross-site' };
      expect((await desk.ask(to, { ...init, method, headers })).status).toBe(403);
      expect(await desk.files()).toEqual([]);
    },
  );

  it('the list shows only one’s own clubs', async () => {
    await put({ issue: issue() }, fresh);
    const other = await desk.ask('/drafts', {}, { ...editor, clubs: ['new-sisters'] });
    expect(await other.json()).toEqual({ drafts: [] });
  });
});

describe('a month with pieces', () => {
  it('comes back with every piece, in a stable order', async () => {
    const pieces = [draftPiece({ id: 'b' }), draftPiece({ id: 'a' })];
    await put({ issue: issue({ pieces: ['b', 'a'] }), pieces }, fresh);
    const read: unknown = await (await desk.ask(`/drafts/${ISSUE}`)).json();
    expect(read).toMatchObject({ issue: { pieces: ['b', 'a'] }, pieces: [{ id: 'a' }, { id: 'b' }] });
  });
});
