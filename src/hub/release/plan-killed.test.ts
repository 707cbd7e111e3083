/** A hub killed while a month is planned, taken back or taken off the queue: what its journal says is what its plans are. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openHubDrafts } from '../drafts/draft-store.ts';
import { disk } from '../store/killed-disk-fixture.ts';
import { approvedDrafts } from './approved-draft.ts';
import { memoryDisk, memoryTools, testClock } from './fixture.ts';
import { openJournal } from './journal.ts';
import { MONTH, monthIssue, monthPiece } from './month-fixture.ts';
import { openReleaseDesk, type ReleaseDesk } from './release-desk.ts';
import { releaseRecords } from './release-records.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../store/killed-disk-fixture.ts')).killableDisk(original),
);

const often = { timeout: 30_000, interval: 2 };
const clock = testClock(Date.parse('2026-11-25T02:00:00.000Z'));
const folders: string[] = [];
afterEach(async () => {
  disk.steps = Infinity;
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

function openDesk(data: string): ReleaseDesk {
  const temporary = path.join(data, 'temporary');
  const releases = path.join(data, 'releases');
  return openReleaseDesk({
    clock,
    drafts: openHubDrafts(data),
    hasFile: async () => true,
    records: releaseRecords(path.join(releases, 'months'), temporary),
    approved: approvedDrafts(path.join(releases, 'approved'), temporary),
    journal: openJournal(path.join(releases, 'journal.jsonl'), temporary),
    publisher: memoryTools(memoryDisk(), () => undefined).publisher,
    faultOf: () => 'unknown',
    onError: () => undefined,
  });
}

const draftOf = async (data: string): Promise<string> => (await openHubDrafts(data).read(MONTH))?.etag ?? '';
const at = Date.parse('2026-12-01T00:00:00.000Z');
const plan = async (desk: ReleaseDesk, data: string): Promise<unknown> =>
  desk.plan(MONTH, { at, draft: await draftOf(data) }, '社区工作者');
const takeOff = async (desk: ReleaseDesk, data: string): Promise<void> => {
  const drafts = openHubDrafts(data);
  const draft = await drafts.read(MONTH);
  if (draft?.isRemoved === false) await drafts.write(MONTH, { isRemoved: true }, draft.etag, '手语老师');
  await desk.lookAtQueue(MONTH);
};

/** Dead at this step; then started again, for as long as it takes to look at everything once. */
async function killedAt(
  step: number,
  work: (desk: ReleaseDesk, data: string) => Promise<unknown>,
  isPlanned: boolean,
): Promise<{ readonly died: boolean; readonly lines: readonly string[]; readonly plan: string | null }> {
  const data = await mkdtemp(path.join(tmpdir(), 'same-page-plan-'));
  folders.push(data);
  await openHubDrafts(data).write(MONTH, { issue: monthIssue(), pieces: [monthPiece()] }, null, '手语老师');
  const first = openDesk(data);
  if (isPlanned) await plan(first, data);
  await vi.waitFor(async () => expect((await first.view(MONTH))?.running ?? null).toBeNull(), often);
  await clock.run(0);
  disk.steps = step;
  const died = await work(first, data).then(
    () => false,
    () => true,
  );
  // Nothing of the dead one goes on.
  disk.steps = -1;
  await first.close();
  disk.steps = Infinity;
  const second = openDesk(data);
  await vi.waitFor(async () => {
    await clock.run(0);
    const view = await second.view(MONTH);
    expect(view?.plan?.now.state ?? 'waiting').toBe('waiting');
    expect(view?.running ?? null).toBeNull();
  }, often);
  await second.close();
  const { entries, damaged } = await second.journal.read();
  expect(damaged).toBe(0);
  return {
    died,
    lines: entries.map(({ what, id }) => `${what} ${id}`).reverse(),
    plan: (await second.view(MONTH))?.plan?.id ?? null,
  };
}

it.each([
  ['planned', plan, false],
  ['planned anew', plan, true],
  ['taken back', (desk: ReleaseDesk) => desk.cancel(MONTH, '社区工作者'), true],
  ['taken off the queue', takeOff, true],
])(
  'a month %s: whichever step the hub dies at, every plan has its line, and every plan that ended too',
  async (_, work, isPlanned) => {
    let step = 0;
    for (let isDead = true; isDead && step < 100; step += 1) {
      const { died, lines, plan: now } = await killedAt(step, work, isPlanned);
      const planned = lines.filter((line) => line.startsWith('planned '));
      const ends = lines.filter((line) => /^(?:cancelled|taken-off) /u.test(line));
      const last = planned.at(-1)?.split(' ')[1] ?? null;
      const hasEnded = isPlanned && now === null;
      // What stands planned was planned last; of what does not, the last line says that it has ended.
      expect(ends.map((line) => line.split(' ')[1])).toEqual(hasEnded ? [last] : []);
      expect([last, null]).toContain(now);
      expect(isPlanned || now === last).toBe(true);
      isDead = died;
    }
    expect(step).toBeGreaterThan(8);
  },
);
