/** A hub that is killed at any step of a write, or whose disk is full at it: the month is as it was or as it was to be. */
import type * as Disk from 'node:fs/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftIssue, draftPiece } from '../../authoring/draft/fixture.ts';
import { attachmentFolder } from './attachment-folder.ts';
import { CLUB, ISSUE, mp4Like, newId, sha256 } from './drafts-fixture.ts';
import { HubDraftError } from './draft-error.ts';
import { openHubDrafts } from './draft-store.ts';

const disk = vi.hoisted(() => ({ steps: Infinity, code: 'killed' }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Disk>();
  const step = (): void => {
    disk.steps -= 1;
    if (disk.steps < 0) throw Object.assign(new Error(disk.code), { code: disk.code });
  };
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      step();
      const handle = await real.open(...args);
      const { writeFile: write, sync } = handle;
      handle.writeFile = async (...content) => {
        // Half of it is on the disk.
        if (disk.steps === 0) await write.call(handle, String(content[0]).slice(0, 20));
        step();
        return write.apply(handle, content);
      };
      handle.sync = async () => {
        step();
        return sync.call(handle);
      };
      return handle;
    },
    rename: async (...args: Parameters<typeof real.rename>) => {
      step();
      return real.rename(...args);
    },
  };
});

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
