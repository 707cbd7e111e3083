import { expect, it } from 'vitest';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { fakeJournal, fakeSource, fakeStore } from './fakes.ts';
import { installIssue } from './install-issue.ts';
import { makeMonth } from './months-fixture.ts';
import { createTally } from './tally.ts';
import { verifyAll } from './verify-all.ts';

const NOW = 7000;

async function tabletWithOneMonth() {
  const month = await makeMonth('2026-11');
  const [journal, store] = [fakeJournal(), fakeStore()];
  const source = fakeSource(month.files);
  const signal = new AbortController().signal;
  const { manifest, ...summary } = month.entry;
  const tally = createTally(summary.sizeBytes, Date.now, () => undefined);
  await installIssue(
    { issue: summary.id, manifest, summary },
    { source, store, journal, signal, tally, nowMs: () => 1000 },
  );
  const done: number[] = [];
  const check = (stop = signal) =>
    verifyAll({
      journal,
      store,
      signal: stop,
      nowMs: () => NOW,
      onProgress: ({ doneBytes }) => void done.push(doneBytes),
    });
  return { month, journal, store, done, check };
}

it('a month that is right is called checked now, and a long film shows how far it is', async () => {
  const { month, journal, done, check } = await tabletWithOneMonth();
  const report = await check();
  expect(report.damaged).toEqual([]);
  expect(journal.tables.installed.get(month.entry.id)?.verifiedMs).toBe(NOW);
  expect(done.at(-1)).toBe(report.checkedBytes);
  const steps = done.map((bytes, at) => bytes - (done[at - 1] ?? 0));
  expect(steps.every((bytes) => bytes >= 0 && bytes <= CHUNK_BYTES)).toBe(true);
});

it('one wrong byte in a film: the month is not whole, the film is gone, and it is not called checked', async () => {
  const { month, journal, store, check } = await tabletWithOneMonth();
  const file = store.files.get(month.film.sha256);
  if (!file) throw new Error('The film is not here');
  const at = CHUNK_BYTES + 9;
  file.bytes = file.bytes.slice();
  file.bytes[at] = (file.bytes[at] ?? 0) ^ 1;
  const { id } = month.entry;
  expect((await check()).damaged).toEqual([id]);
  expect(journal.tables.installed.get(id)).toMatchObject({ missing: [month.film.sha256], verifiedMs: 1000 });
  expect(store.files.has(month.film.sha256)).toBe(false);
});

it('can be stopped, and has then called nothing checked', async () => {
  const { month, journal, check } = await tabletWithOneMonth();
  await expect(check(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(journal.tables.installed.get(month.entry.id)?.verifiedMs).toBe(1000);
});
