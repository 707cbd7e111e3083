/** What becomes of uploads nobody ends, and what is promised to those that begin. */
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
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
  placeOf,
  sendPart,
  sha256,
  type DraftsDesk,
} from './drafts-fixture.ts';
import { openDraftServices } from './draft-services.ts';
import { openUploads } from './uploads.ts';

let desk: DraftsDesk;
beforeEach(async () => {
  desk = await openDraftsDesk();
});
afterEach(() => desk.clear());

describe('an upload', () => {
  it('that was whole when the hub went down is taken in when it comes back', async () => {
    const [bytes, id] = [mp4Like(5000), newId()];
    const place = placeOf(await createUpload(desk, bytes, { id }));
    await sendPart(desk, place, bytes, 0, 4000);
    await writeFile(path.join(desk.data, 'uploads', CLUB, path.basename(place)), bytes);
    await openUploads(desk.data).sweep();
    expect(await attachmentFolder(desk.data).find(CLUB, id)).toMatchObject({ sha256: sha256(bytes) });
    expect(await desk.files()).toHaveLength(2);
  });

  it('nobody went on with for two weeks goes, and one of yesterday stays', async () => {
    const place = placeOf(await createUpload(desk, mp4Like(5000)));
    const description = path.join(desk.data, 'uploads', CLUB, `${path.basename(place)}.json`);
    await desk.services.uploads.sweep();
    expect(await desk.files()).toHaveLength(2);
    const old = (await readFile(description, 'utf8')).replaceAll(/\d{4}-\d{2}-\d{2}T/gu, '2026-01-01T');
    await writeFile(description, old);
    await desk.services.uploads.sweep();
    expect(await desk.files()).toEqual([]);
  });

  it('asked for and never begun goes after a day, and one that was begun stays', async () => {
    const begun = mp4Like(5000);
    const places = [
      placeOf(await createUpload(desk, begun)),
      placeOf(await createUpload(desk, mp4Like(4000))),
    ];
    await sendPart(desk, places[0] ?? '', begun, 0, 100);
    await desk.services.uploads.sweep();
    expect(await desk.files()).toHaveLength(4);
    const old = Date.now() / 1000 - 25 * 3600;
    for (const place of places)
      await utimes(path.join(desk.data, 'uploads', CLUB, path.basename(place)), old, old);
    await desk.services.uploads.sweep();
    expect(await desk.files()).toHaveLength(2);
  });

  it('without a description goes after two weeks', async () => {
    const folder = path.join(desk.data, 'uploads', CLUB);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, '0'.repeat(32)), 'x');
    await desk.services.uploads.sweep();
    expect(await desk.files()).toHaveLength(1);
    const old = Date.now() / 1000 - 15 * 86_400;
    await utimes(path.join(folder, '0'.repeat(32)), old, old);
    await desk.services.uploads.sweep();
    expect(await desk.files()).toEqual([]);
  });

  it('is not begun when the disk would be full with it', async () => {
    const tight = await openDraftsDesk((data) => ({
      ...openDraftServices(data),
      uploads: openUploads(data, { roomOf: () => Promise.resolve(512 * 1024 * 1024 + 4999) }),
    }));
    const headers = creation(5000, { id: newId(), sha256: '0'.repeat(64), type: 'video/mp4' });
    const answer = await tight.ask(`/uploads/${CLUB}`, { method: 'POST', headers });
    expect(await answer.json()).toEqual({ code: 'no-room' });
    expect(await tight.files()).toEqual([]);
    await tight.clear();
  });

  it('is promised no room that others on their way will take, of whatever club, and one begun anew takes none twice', async () => {
    const tight = await openDraftsDesk((data) => ({
      ...openDraftServices(data),
      uploads: openUploads(data, { roomOf: () => Promise.resolve(512 * 1024 * 1024 + 9999) }),
    }));
    const both = { ...editor, clubs: [CLUB, 'new-sisters'] };
    const begin = async (club: string, id: string): Promise<number> => {
      const headers = creation(5000, { id, sha256: '0'.repeat(64), type: 'video/mp4' });
      return (await tight.ask(`/uploads/${club}`, { method: 'POST', headers }, both)).status;
    };
    const [one, other] = [newId(), newId()];
    const atOnce = await Promise.all([begin(CLUB, one), begin('new-sisters', other)]);
    expect([...atOnce].sort()).toEqual([201, 503]);
    const [club, begun] = atOnce[0] === 201 ? [CLUB, one] : ['new-sisters', other];
    expect(await begin(club, begun)).toBe(201);
    await tight.clear();
  });

  it('is one of a hundred of its club at most', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 101; count++) statuses.push((await createUpload(desk, mp4Like(100))).status);
    expect(statuses.slice(0, 100).every((status) => status === 201)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});
