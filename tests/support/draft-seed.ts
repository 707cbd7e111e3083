/** Puts a month with its files on a tablet's disk, as the studio's storage keeps them, without going through its pages. */
import type { Page } from 'playwright-core';
import type { Attachment, DraftIssue, DraftPiece } from '../../src/authoring/draft/model.ts';
import { waitFor } from './wait-for.ts';

export interface SeededMonth {
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
  /** Bytes by attachment. */
  readonly files: readonly { readonly attachment: Attachment; readonly bytes: Uint8Array }[];
}

/** Until the app has made its database: whoever opens it before makes an empty one. The page must be on the app's origin. */
export async function untilDatabase(page: Page): Promise<void> {
  await waitFor('the database of the app', () =>
    page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'same-page')),
  );
}

/** The page must be on the app's origin. */
export async function seedMonth(page: Page, { issue, pieces, files }: SeededMonth): Promise<void> {
  await untilDatabase(page);
  await page.evaluate(
    async (month) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('same-page');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const facts = { revision: 1, writer: 'test', updatedMs: Date.now() };
      const saving = database.transaction(['drafts', 'draftPieces', 'draftFiles'], 'readwrite');
      const { id } = month.issue;
      saving.objectStore('drafts').put({ issue: id, document: JSON.stringify(month.issue), ...facts });
      for (const piece of month.pieces) {
        saving
          .objectStore('draftPieces')
          .put({ issue: id, piece: piece.id, document: JSON.stringify(piece), ...facts });
      }
      for (const { attachment } of month.files) {
        saving.objectStore('draftFiles').put({
          id: attachment.id,
          issue: id,
          name: attachment.name,
          type: attachment.type,
          startedMs: Date.now(),
          state: 'kept',
        });
      }
      await new Promise((resolve) => saving.addEventListener('complete', resolve));
      database.close();
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('drafts', { create: true });
      for (const { attachment, base64 } of month.files) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
        const writing = await (await folder.getFileHandle(attachment.id, { create: true })).createWritable();
        await writing.write(bytes);
        await writing.close();
      }
    },
    {
      issue,
      pieces,
      files: files.map(({ attachment, bytes }) => ({
        attachment,
        base64: Buffer.from(bytes).toString('base64'),
      })),
    },
  );
}
