import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, isSame } from '../../../../authoring/draft/canonical-json.ts';
import { draftIssue, draftPiece } from '../../../../authoring/draft/fixture.ts';
import type { DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import type { DraftSyncRecord } from '../../../../storage/drafts/draft-records.ts';
import { HubProblem } from './hub-client.ts';
import type { HubEntry } from './hub-drafts.ts';
import { syncMonth, type MonthOutcome, type SyncParts } from './sync-month.ts';

const ID = '2026-12-silent-world';
const piece = (id: string, title: string) => draftPiece({ id, title, tracks: [], blocks: [] });
const month = (titles: Readonly<Record<string, string>>, title = '河'): DraftMonth => ({
  issue: draftIssue({ title, terms: [], pieces: Object.keys(titles) }),
  pieces: Object.fromEntries(Object.entries(titles).map(([id, text]) => [id, piece(id, text)])),
  isRemoved: false,
});
const titles = (of: DraftMonth | null | undefined) =>
  Object.fromEntries(Object.entries(of?.pieces ?? {}).map(([id, one]) => [id, one.title]));

/** The hub, as its store behaves. */
function hubInMemory() {
  let kept: DraftMonth | null = null;
  let beforeWrite: () => void = () => undefined;
  const etag = (): string => canonicalJson(kept);
  const entry = (): HubEntry | null =>
    kept && { id: ID, club: kept.issue.club, etag: etag(), isRemoved: kept.isRemoved, by: '手语老师' };
  return {
    get month() {
      return kept;
    },
    entry,
    /** Somebody else, in the moment before the next write. */
    interrupt(work: (now: DraftMonth) => DraftMonth) {
      beforeWrite = () => {
        beforeWrite = () => undefined;
        if (kept) kept = work(kept);
      };
    },
    list: async () => [entry()].flatMap((one) => one ?? []),
    async read() {
      if (kept === null) throw new HubProblem('draft-missing', 404);
      return { value: kept, etag: etag() };
    },
    async write(
      _id: string,
      change: {
        issue?: DraftMonth['issue'];
        pieces: readonly DraftMonth['pieces'][string][];
        isRemoved: boolean;
      },
      ifMatch: string | null,
    ) {
      beforeWrite();
      if ((kept === null ? null : etag()) !== ifMatch) throw new HubProblem('draft-changed', 412);
      const issue = change.issue ?? kept?.issue;
      if (issue === undefined) throw new HubProblem('draft-incomplete', 422);
      const pieces = Object.fromEntries(change.pieces.map((one) => [one.id, one]));
      kept = { issue, pieces: { ...kept?.pieces, ...pieces }, isRemoved: change.isRemoved };
      return etag();
    },
  };
}

/** One facilitator's machine. */
function machine(hub: ReturnType<typeof hubInMemory>) {
  let kept: DraftMonth | null = null;
  let isOpen = false;
  const records = new Map<string, DraftSyncRecord>();
  const parts: SyncParts = {
    hub,
    local: {
      ids: async () => (kept ? [ID] : []),
      read: async () => kept,
      async write(_id, make) {
        if (isOpen) return 'open';
        kept = make(kept);
        return 'written';
      },
    },
    records: {
      read: async (name) => records.get(name) ?? null,
      put: async (record) => void records.set(record.name, record),
    },
  };
  return {
    get month() {
      return kept;
    },
    set: (next: DraftMonth) => void (kept = next),
    edit: (id: string, title: string) => {
      if (kept) kept = { ...kept, pieces: { ...kept.pieces, [id]: piece(id, title) } };
    },
    open: (yes: boolean) => void (isOpen = yes),
    sync: (): Promise<MonthOutcome> => syncMonth(ID, hub.entry(), parts),
  };
}

let hub: ReturnType<typeof hubInMemory>;
let one: ReturnType<typeof machine>;
let other: ReturnType<typeof machine>;
beforeEach(async () => {
  hub = hubInMemory();
  one = machine(hub);
  other = machine(hub);
  one.set(month({ a: '早晨', b: '黄昏' }));
  await one.sync();
  await other.sync();
});

describe('a month on two machines and the hub', () => {
  it('is continued on the second machine as the first left it', () => {
    expect(hub.month).toEqual(one.month);
    expect(other.month).toEqual(one.month);
  });

  it('brings what each wrote to the other', async () => {
    one.edit('a', '清早');
    other.edit('b', '夜里');
    await one.sync();
    await other.sync();
    const last = await one.sync();
    expect(titles(one.month)).toEqual({ a: '清早', b: '夜里' });
    expect(other.month).toEqual(one.month);
    expect(last).toMatchObject({ isShared: true, clashes: 0, isWaiting: false });
  });

  it('keeps both of a piece both wrote, here and there, until somebody has chosen', async () => {
    one.edit('a', '清早');
    other.edit('a', '凌晨');
    await one.sync();
    expect(await other.sync()).toMatchObject({ clashes: 1, isShared: false });
    expect([titles(other.month), titles(hub.month)]).toMatchObject([{ a: '凌晨' }, { a: '清早' }]);
    expect(await other.sync()).toMatchObject({ clashes: 1 });
    other.edit('b', '夜里');
    await other.sync();
    expect(titles(hub.month)).toEqual({ a: '清早', b: '夜里' });
  });

  it('leaves a month that is open as it is, and still sends what is written in it', async () => {
    one.edit('a', '清早');
    await one.sync();
    other.open(true);
    other.edit('b', '夜里');
    expect(await other.sync()).toMatchObject({ isWaiting: true, clashes: 0 });
    expect(titles(other.month)).toEqual({ a: '早晨', b: '夜里' });
    expect(titles(hub.month)).toEqual({ a: '清早', b: '夜里' });
    other.open(false);
    expect(await other.sync()).toMatchObject({ isWaiting: false, isShared: true });
    expect(titles(other.month)).toEqual({ a: '清早', b: '夜里' });
  });

  it('loses nothing to somebody who writes in the same moment', async () => {
    one.edit('a', '清早');
    hub.interrupt((now) => ({ ...now, pieces: { ...now.pieces, b: piece('b', '夜里') } }));
    await one.sync();
    expect(titles(hub.month)).toEqual({ a: '清早', b: '夜里' });
    expect(hub.month).toEqual(one.month);
  });

  it('gives up after some tries against one who never stops, and nothing is lost', async () => {
    one.edit('a', '清早');
    let count = 0;
    const again = (now: DraftMonth): DraftMonth => {
      hub.interrupt(again);
      return { ...now, issue: { ...now.issue, summary: String(count++) } };
    };
    hub.interrupt(again);
    await expect(one.sync()).rejects.toMatchObject({ code: 'draft-changed' });
    expect(titles(one.month)).toMatchObject({ a: '清早' });
  });

  it('puts back on a hub what the hub has lost', async () => {
    const empty = hubInMemory();
    const moved = machine(empty);
    moved.set(one.month ?? month({}));
    await moved.sync();
    expect(empty.month).toEqual(one.month);
  });

  it('whatever two people do in whatever order, it ends the same on both and on the hub, or asks', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('edit' as const),
        who: fc.nat(1),
        id: fc.constantFrom('a', 'b', 'c'),
        title: fc.string({ maxLength: 3 }),
      }),
      fc.record({
        do: fc.constantFrom('sync' as const, 'open' as const, 'close' as const),
        who: fc.nat(1),
        id: fc.constant(''),
        title: fc.constant(''),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const place = hubInMemory();
        const both = [machine(place), machine(place)] as const;
        both[0].set(month({ a: '', b: '', c: '' }));
        for (const who of both) await who.sync();
        for (const { do: act, who, id, title } of steps) {
          const at = who === 0 ? both[0] : both[1];
          if (act === 'edit') at.edit(id, title);
          if (act === 'sync') await at.sync();
          if (act === 'open') at.open(true);
          if (act === 'close') at.open(false);
        }
        for (const at of both) at.open(false);
        // What one asked about may be over with what the other sends, and then goes out itself: that comes back with the second round.
        let clashes = 0;
        for (const at of [...both, ...both]) clashes = (await at.sync()).clashes;
        const isAsked = clashes + (await both[0].sync()).clashes > 0;
        expect(isAsked || (isSame(both[0].month, both[1].month) && isSame(place.month, both[0].month))).toBe(
          true,
        );
      }),
    );
  });
});
