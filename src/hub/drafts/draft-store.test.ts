import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newIssue } from '../../authoring/draft/new-draft.ts';
import type { DraftIssue, DraftPiece } from '../../authoring/draft/model.ts';
import { openHubDrafts, type HubDrafts } from './draft-store.ts';

const ID = '2026-12-silent-world';
const BY = '手语老师';
const DAY_MS = 86_400_000;

let data = '';
let drafts: HubDrafts;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-drafts-'));
  drafts = openHubDrafts(data);
});
afterEach(() => rm(data, { recursive: true, force: true }));

const piece = (id: string, title: string): DraftPiece => ({
  version: 1,
  id,
  kind: 'reading',
  title,
  language: 'zh-Hans',
  blocks: [],
  questions: [],
  source: { author: '', permission: '' },
  tracks: [],
  captions: [],
  consent: false,
});
const issue = (pieces: readonly string[] = []): DraftIssue => ({
  ...newIssue('2026-12', 'silent-world'),
  title: '老街',
  pieces: [...pieces],
});

describe('a month kept on the hub', () => {
  it('comes back as it was written, in every piece', async () => {
    const etag = await drafts.write(ID, { issue: issue(['a']), pieces: [piece('a', '早晨')] }, null, BY);
    const read = await openHubDrafts(data).read(ID);
    expect(read).toMatchObject({ etag, by: BY, isRemoved: false, issue: { title: '老街' } });
    expect(read?.pieces).toEqual([piece('a', '早晨')]);
    expect(await drafts.list()).toMatchObject([{ id: ID, club: 'silent-world', title: '老街', etag }]);
  });

  it('takes a change of one piece and leaves the others alone', async () => {
    const first = await drafts.write(
      ID,
      { issue: issue(['a', 'b']), pieces: [piece('a', '早晨'), piece('b', '黄昏')] },
      null,
      BY,
    );
    const second = await drafts.write(ID, { pieces: [piece('b', '夜里')] }, first, BY);
    expect(second).not.toBe(first);
    expect((await drafts.read(ID))?.pieces.map(({ title }) => title)).toEqual(['早晨', '夜里']);
  });

  it('refuses a change made on an older state, and nothing of it is there', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    const second = await drafts.write(ID, { issue: { ...issue(), title: '新街' } }, first, BY);
    await expect(drafts.write(ID, { issue: { ...issue(), title: '旧街' } }, first, BY)).rejects.toMatchObject(
      {
        fault: 'draft-changed',
      },
    );
    await expect(drafts.write(ID, { issue: issue() }, null, BY)).rejects.toMatchObject({
      fault: 'draft-changed',
    });
    expect(await drafts.read(ID)).toMatchObject({ etag: second, issue: { title: '新街' } });
  });

  it('lets one of two writers through who come in the same moment', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    const both = await Promise.allSettled(
      ['新街', '旧街'].map((title) => drafts.write(ID, { issue: { ...issue(), title } }, first, BY)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('says the same etag for the same content', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    const away = await drafts.write(ID, { issue: { ...issue(), title: '新街' } }, first, BY);
    expect(await drafts.write(ID, { issue: issue() }, away, '别的人')).toBe(first);
  });

  it.each([
    ['a list naming a piece nobody sent', { issue: issue(['gone']) }],
    ['another month under this address', { issue: { ...issue(), id: '2026-11-silent-world' } }],
    ['a month under a club it is not of', { issue: { ...issue(), club: 'new-sisters' } }],
    ['pieces without their month', { pieces: [piece('a', '早晨')] }],
  ])('refuses %s', async (_what, change) => {
    await expect(drafts.write(ID, change, null, BY)).rejects.toMatchObject({ fault: 'draft-incomplete' });
    expect(await drafts.read(ID)).toBeNull();
  });

  it.each(['../keys', '2026-12-..', '2026-12-a/b', 'month.json', ''])(
    'never makes a path of %j',
    async (id) => {
      expect(await drafts.read(id)).toBeNull();
      await expect(drafts.write(id, { issue: issue() }, null, BY)).rejects.toMatchObject({
        fault: 'draft-incomplete',
      });
      expect(await readdir(data)).toEqual([]);
    },
  );

  it('goes into the bin and comes back whole', async () => {
    const first = await drafts.write(ID, { issue: issue(['a']), pieces: [piece('a', '早晨')] }, null, BY);
    const binned = await drafts.write(ID, { isRemoved: true }, first, BY);
    expect(binned).not.toBe(first);
    expect(await drafts.list()).toMatchObject([{ id: ID, isRemoved: true }]);
    expect(await drafts.write(ID, { isRemoved: false }, binned, BY)).toBe(first);
    expect((await drafts.read(ID))?.pieces).toHaveLength(1);
  });

  it('leaves the bin for good after ninety days, and not before', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    await drafts.write(ID, { isRemoved: true }, first, BY);
    await drafts.sweep(Date.now() + 89 * DAY_MS);
    expect(await drafts.read(ID)).not.toBeNull();
    await drafts.sweep(Date.now() + 91 * DAY_MS);
    expect(await drafts.read(ID)).toBeNull();
  });

  it('leaves it beside a damaged month too, which is said and left as it is', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const damaged = path.join(data, 'drafts', '2026-11-silent-world', 'month.json');
    await mkdir(path.dirname(damaged), { recursive: true });
    await writeFile(damaged, '{"version":');
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    await drafts.write(ID, { isRemoved: true }, first, BY);
    await drafts.sweep(Date.now() + 91 * DAY_MS);
    expect(await drafts.read(ID)).toBeNull();
    expect(await readFile(damaged, 'utf8')).toBe('{"version":');
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ fault: 'draft-unreadable' }));
    said.mockRestore();
  });

  it('keeps what was written over for a month', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    await drafts.write(ID, { issue: { ...issue(), title: '新街' } }, first, BY);
    const folder = path.join(data, 'drafts', ID, 'documents');
    await drafts.sweep(Date.now());
    expect(await readdir(folder)).toHaveLength(2);
    const old = (Date.now() - 31 * DAY_MS) / 1000;
    for (const name of await readdir(folder)) await utimes(path.join(folder, name), old, old);
    await drafts.sweep(Date.now());
    expect(await readdir(folder)).toHaveLength(1);
    expect(await drafts.read(ID)).toMatchObject({ issue: { title: '新街' } });
  });

  it('keeps what stood for a year for a month after it was written over', async () => {
    const first = await drafts.write(ID, { issue: issue() }, null, BY);
    const folder = path.join(data, 'drafts', ID, 'documents');
    const longAgo = (Date.now() - 365 * DAY_MS) / 1000;
    for (const name of await readdir(folder)) await utimes(path.join(folder, name), longAgo, longAgo);
    await drafts.write(ID, { issue: { ...issue(), title: '新街' } }, first, BY);
    await drafts.sweep(Date.now() + 29 * DAY_MS);
    expect(await readdir(folder)).toHaveLength(2);
    await drafts.sweep(Date.now() + 31 * DAY_MS);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('keeps of an hour of typing the last, once it is a while ago', async () => {
    let etag = await drafts.write(ID, { issue: issue(['a']), pieces: [piece('a', '一')] }, null, BY);
    for (const title of ['一二', '一二三', '一二三四'])
      etag = await drafts.write(ID, { pieces: [piece('a', title)] }, etag, BY);
    const folder = path.join(data, 'drafts', ID, 'documents');
    await drafts.sweep(Date.now());
    expect(await readdir(folder)).toHaveLength(5);
    // All in one day, whatever the hour is now.
    const old = Math.floor(Date.now() / DAY_MS - 3) * DAY_MS;
    const ended = [...(await readdir(folder))];
    for (const name of ended) await utimes(path.join(folder, name), old / 1000, old / 1000);
    await drafts.sweep(Date.now());
    // The month, the piece as it is, and one of the three before.
    expect(await readdir(folder)).toHaveLength(3);
    expect(await drafts.read(ID)).toMatchObject({ pieces: [{ title: '一二三四' }] });
  });

  it('says that a damaged month is damaged, and never shows it as an empty one', async () => {
    await drafts.write(ID, { issue: issue() }, null, BY);
    const head = path.join(data, 'drafts', ID, 'month.json');
    await writeFile(head, (await readFile(head, 'utf8')).slice(0, 40));
    await expect(drafts.read(ID)).rejects.toMatchObject({ fault: 'draft-unreadable' });
  });
});
