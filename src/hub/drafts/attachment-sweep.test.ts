import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { attachment } from '../../authoring/draft/fixture.ts';
import { AttachmentIdSchema } from '../../authoring/draft/model.ts';
import { newIssue } from '../../authoring/draft/new-draft.ts';
import { attachmentFolder } from './attachment-folder.ts';
import { CLUB, ISSUE, mp4Like, newId, openDraftsDesk, sha256, type DraftsDesk } from './drafts-fixture.ts';

const DAY_MS = 86_400_000;
let desk: DraftsDesk;
beforeEach(async () => {
  desk = await openDraftsDesk();
});
afterEach(() => desk.clear());

async function keep(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const id = newId();
  const file = path.join(desk.data, 'staged');
  await mkdir(desk.data, { recursive: true });
  await writeFile(file, bytes);
  const record = { club: CLUB, sha256: sha256(bytes), bytes: bytes.byteLength, type: 'video/mp4' };
  await attachmentFolder(desk.data).keep(id, record, file);
  return id;
}
const isHere = async (id: string): Promise<boolean> =>
  (await attachmentFolder(desk.data).find(CLUB, id)) !== null;
const sweepIn = (days: number): Promise<void> => desk.services.attachments.sweep(Date.now() + days * DAY_MS);

describe('sweeping the files of drafts', () => {
  it('takes what nothing names, after two months and not before', async () => {
    const id = await keep(mp4Like(500));
    await sweepIn(59);
    expect(await isHere(id)).toBe(true);
    await sweepIn(61);
    expect(await desk.files()).toEqual([]);
  });

  it('leaves what a month names, also one in the bin, and bytes another id shares', async () => {
    const [bytes, shared] = [mp4Like(500), mp4Like(500)];
    const [named, twin, loose] = [await keep(bytes), await keep(shared), await keep(shared)];
    const file = (id: string) => attachment('a', { id: v.parse(AttachmentIdSchema, id) });
    const cover = { drawing: file(named), bitmap: file(twin), alt: '' };
    const etag = await desk.services.drafts.write(
      ISSUE,
      { issue: { ...newIssue('2026-12', CLUB), cover } },
      null,
      '',
    );
    await desk.services.drafts.write(ISSUE, { isRemoved: true }, etag, '');
    await sweepIn(61);
    expect(await Promise.all([named, twin, loose].map(isHere))).toEqual([true, true, false]);
    await rm(path.join(desk.data, 'drafts'), { recursive: true });
    await sweepIn(61);
    expect(await desk.files()).toEqual([]);
  });

  it('leaves what a planned release has approved, also when the draft has another file by now', async () => {
    const id = await keep(mp4Like(500));
    const approved = path.join(desk.data, 'releases', 'approved', 'plan.json');
    await mkdir(path.dirname(approved), { recursive: true });
    await writeFile(approved, JSON.stringify({ issue: { cover: { drawing: { id } } } }));
    await sweepIn(61);
    expect(await isHere(id)).toBe(true);
  });

  it('takes nothing while it cannot be read what is named', async () => {
    const id = await keep(mp4Like(500));
    await writeFile(path.join(desk.data, 'drafts'), 'no folder any more');
    await expect(sweepIn(61)).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(await isHere(id)).toBe(true);
  });
});
