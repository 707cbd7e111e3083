/** The club's cards outlive the month they were made in, with their pictures and signing. */
import { expect, it } from 'vitest';
import { attachment, draftIssue, draftPiece, termId } from '../../src/authoring/draft/fixture.ts';
import { expectClean, useBrowser } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { SILENT } from '../support/places.ts';
import { waitFor } from '../support/wait-for.ts';

const club = useBrowser();
const MONTHS_AGO_MS = 90 * 86_400_000;

async function monthsHere(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('not opened')));
  });
  const counting = database.transaction('drafts').objectStore('drafts').count();
  await new Promise((resolve) => counting.addEventListener('success', resolve));
  database.close();
  return counting.result;
}

it('a month that goes for good takes its files along, and none that a card of the club names', async () => {
  const tablet = await club.tablet({ settings: SILENT });
  const { page } = tablet;
  await page.goto(club.url('/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  const [ofCard, ofMonth] = [attachment('d', { name: '弄堂.png' }), attachment('e', { name: '封面.png' })];
  const card = {
    ...draftIssue().terms[0],
    id: termId('longtang'),
    picture: { image: ofCard, alt: '一条小巷子' },
  };
  const bytes = new Uint8Array(64);
  await seedMonth(page, {
    issue: draftIssue({ cover: { drawing: ofMonth, bitmap: ofMonth, alt: '' } }),
    pieces: [draftPiece({ tracks: [] })],
    files: [ofCard, ofMonth].map((one) => ({ attachment: one, bytes })),
  });
  // Its own two months and more ago, and taken off the queue since.
  await page.evaluate(
    async ({ ageMs, document }) => {
      const opening = indexedDB.open('same-page');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
      const then = Date.now() - ageMs;
      const changing = database.transaction(['drafts', 'draftFiles', 'clubTerms'], 'readwrite');
      for (const name of ['drafts', 'draftFiles']) {
        const store = changing.objectStore(name);
        for (const record of await result(store.getAll()))
          store.put({ ...record, [name === 'drafts' ? 'removedMs' : 'startedMs']: then });
      }
      changing
        .objectStore('clubTerms')
        .put({ club: 'silent-world', id: 'longtang', document, updatedMs: then });
      await new Promise((resolve) => changing.addEventListener('complete', resolve));
      database.close();
    },
    { ageMs: MONTHS_AGO_MS, document: JSON.stringify(card) },
  );
  const filesHere = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('drafts');
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    });
  expect((await filesHere()).sort()).toEqual([ofCard.id, ofMonth.id]);

  await page.goto(club.url('/studio'));
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  // The month is gone for good, and with the next opening its own files are.
  await waitFor('the month to be gone', async () => (await page.evaluate(monthsHere)) === 0);
  await page.reload();
  await expect.poll(filesHere, { timeout: 60_000 }).toEqual([ofCard.id]);
  expectClean(tablet);
});
