/** A hub that is killed at any step of a write, or whose disk is full at it: the month is as it was or as it was to be. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftIssue, draftPiece } from '../../authoring/draft/fixture.ts';
import { disk } from '../store/killed-disk-fixture.ts';
import { attachmentFolder } from './attachment-folder.ts';
import { CLUB, ISSUE, mp4Like, newId, sha256 } from './drafts-fixture.ts';
import { HubDraftError } from './draft-error.ts';
import { openHubDrafts } from './draft-store.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../store/killed-disk-fixture.ts')).killableDisk(original),
);

let data = '';
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-drafts-'));
});
afterEach(async () => {
  disk.steps = Infinity;
  await rm(data, { recursive: true, force: true });
});

const month = (title: string) => ({
  issue: draftIssue({ title, pieces: ['a', 'b'] }),
  pieces: ['a', 'b'].map((id) => draftPiece({ id, title })),
});

describe.each([
  ['killed', undefined],
  ['ENOSPC', 'no-room'],
])('a write that ends with %s', (code, fault) => {
  it('leaves one whole month at every step, and the next write goes through', async () => {
    disk.code = code;
    let etag = await openHubDrafts(data).write(ISSUE, month('以前'), null, '');
    let before = '以前';
    let hasFailed = true;
    let steps = 0;
    for (; hasFailed; steps++) {
      const title = `第 ${steps} 次`;
      disk.steps = steps;
      const written = openHubDrafts(data).write(ISSUE, month(title), etag, '');
      hasFailed = await written.then(
        () => false,
        (error: unknown) => {
          expect(error instanceof HubDraftError ? error.fault : undefined).toBe(fault);
          return true;
        },
      );
      disk.steps = Infinity;
      const found = await openHubDrafts(data).read(ISSUE);
      const titles = new Set([found?.issue.title, ...(found?.pieces ?? []).map((piece) => piece.title)]);
      expect(titles.size).toBe(1);
      expect([before, title]).toContain(found?.issue.title);
      etag = found?.etag ?? '';
      before = found?.issue.title ?? '';
    }
    // Three documents and the head, each opened, written, flushed, renamed and its folder flushed.
    expect(steps).toBeGreaterThan(16);
  });

  it('leaves a file known or not, never known without its bytes', async () => {
    disk.code = code;
    let hasFailed = true;
    let steps = 0;
    for (; hasFailed; steps++) {
      const [bytes, id] = [mp4Like(200), newId()];
      const staged = path.join(data, 'staged');
      await writeFile(staged, bytes);
      const record = { club: CLUB, sha256: sha256(bytes), bytes: 200, type: 'video/mp4' };
      disk.steps = steps;
      hasFailed = await attachmentFolder(data)
        .keep(id, record, staged)
        .then(
          () => false,
          () => true,
        );
      disk.steps = Infinity;
      const found = await attachmentFolder(data).find(CLUB, id);
      expect(found === null ? hasFailed : found.bytes === 200).toBe(true);
    }
    expect(steps).toBeGreaterThan(5);
  });
});
