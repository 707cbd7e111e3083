/**
 * What a release costs does not grow with the shelf: one changed month of a shelf of sixty, with its real video looked into and
 * hashed, against the same month on a shelf of six. Measured in turns on the same machine.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachmentFolder } from '../../../src/hub/drafts/attachment-folder.ts';
import { openWorkshop, type Workshop } from '../../../src/hub/fixture.ts';
import { openShelf, type OpenShelf } from '../../../src/hub/open-shelf.ts';
import { addIssue } from '../../../src/hub/publish/add-issue.ts';
import type { ApprovedDraft } from '../../../src/hub/release/approved-draft.ts';
import { withDraftFolder } from '../../../src/hub/release/draft-folder.ts';
import { monthIssue, monthPiece, putMonth } from '../../../src/hub/release/month-fixture.ts';
import { quantile, record } from '../rows.ts';

const FEW = 6;
const MANY = 60;
const RUNS = 15;

interface Hub {
  readonly workshop: Workshop;
  readonly shelf: OpenShelf;
}
let few: Hub;
let many: Hub;

/** `2022-01`, `2022-02`, … */
const monthAt = (index: number): string => new Date(Date.UTC(2022, index, 1)).toISOString().slice(0, 7);

function draftAt(index: number, title: string): ApprovedDraft {
  const month = monthAt(index);
  const issue = monthIssue({ id: `${month}-silent-world`, month, title, session: null });
  return { version: 1, issue, pieces: [monthPiece()] };
}

async function release({ workshop, shelf }: Hub, draft: ApprovedDraft): Promise<void> {
  const files = attachmentFolder(workshop.config.data);
  const find = ({ id }: { readonly id: string }) => files.find('silent-world', id);
  await withDraftFolder(draft, find, shelf.temporary, async (folder) => {
    const { published, notices } = await addIssue(folder, shelf, {
      allowPlaceholders: false,
      writesIds: false,
      demandsReasons: false,
      now: new Date(),
      report: () => undefined,
    });
    if (published?.isChanged !== true) throw new Error(JSON.stringify(notices));
  });
}

async function fill(months: number): Promise<Hub> {
  const workshop = await openWorkshop();
  const hub = { workshop, shelf: await openShelf(workshop.config) };
  await putMonth(workshop.config.data);
  for (let index = 0; index < months; index += 1) await release(hub, draftAt(index, `第 ${index} 期`));
  return hub;
}

beforeAll(async () => {
  few = await fill(FEW);
  many = await fill(MANY);
}, 300_000);
afterAll(async () => {
  await few?.workshop.clear();
  await many?.workshop.clear();
});

async function msOf(hub: Hub, index: number, run: number): Promise<number> {
  const began = performance.now();
  await release(hub, draftAt(index, `改过 ${run}`));
  return performance.now() - began;
}

it('costs on sixty months what it costs on six', async () => {
  const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.few.push(await msOf(few, FEW - 1, run));
    times.many.push(await msOf(many, MANY - 1, run));
  }
  const [six, sixty] = [quantile(times.few, 0.5), quantile(times.many, 0.5)];
  const ratio = sixty / six;
  record('hub-release', [
    { name: 'release of one changed month, shelf of 6 (median)', value: six, unit: 'ms' },
    { name: 'release of one changed month, shelf of 60 (median)', value: sixty, unit: 'ms' },
    { name: '60 months ÷ 6 months', value: ratio, unit: '×', limit: '≤ 1.5' },
  ]);
  expect(ratio).toBeLessThanOrEqual(1.5);
});
