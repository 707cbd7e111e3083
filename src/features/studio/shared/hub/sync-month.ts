/**
 * One month, here and on the hub, made one again: what changed here goes there, what is newer there comes here, and where both changed
 * nothing is lost (authoring/draft/merge-drafts.ts). Local first: nothing here waits for the hub, and a month a window has open is never
 * written under its hands; what is newer waits beside it.
 */
import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import { mergeMonths, nextBase, type DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import type { DraftSyncRecord } from '../../../../storage/drafts/draft-records.ts';
import { HubProblem } from './hub-client.ts';
import type { HubDrafts, HubEntry, MonthChange, Tagged } from './hub-drafts.ts';
import type { LocalDrafts } from './local-drafts.ts';
import { parseMonth } from './month-document.ts';

export interface SyncRecords {
  read(name: string): Promise<DraftSyncRecord | null>;
  put(record: DraftSyncRecord): Promise<void>;
}

export interface SyncParts {
  readonly local: LocalDrafts;
  readonly hub: Pick<HubDrafts, 'list' | 'read' | 'write'>;
  readonly records: SyncRecords;
  readonly now?: () => number;
}

export interface MonthOutcome {
  /** As it is on this machine now. */
  readonly month: DraftMonth | null;
  /** The hub has everything of this machine. */
  readonly isShared: boolean;
  /** Parts that were changed on both. */
  readonly clashes: number;
  /** The hub has something newer that waits until the window that has the month open takes it. */
  readonly isWaiting: boolean;
}

/** Somebody else writes at the same time: how often it is tried before the next round. */
const MOST_TRIES = 5;

/** @param entry As the hub lists it; null where it has no such month. */
export async function syncMonth(id: string, entry: HubEntry | null, parts: SyncParts): Promise<MonthOutcome> {
  let known = entry;
  for (let tries = 1; ; tries++) {
    try {
      return await tryMonth(id, known, parts);
    } catch (error) {
      const isOvertaken =
        error instanceof HubProblem && ['draft-changed', 'draft-missing'].includes(error.code);
      if (!isOvertaken || tries === MOST_TRIES) throw error;
      known = (await parts.hub.list()).find((one) => one.id === id) ?? null;
    }
  }
}

const nothing: MonthOutcome = { month: null, isShared: true, clashes: 0, isWaiting: false };

async function tryMonth(id: string, entry: HubEntry | null, parts: SyncParts): Promise<MonthOutcome> {
  const { local, hub, records } = parts;
  const record = await records.read(id);
  const mine = await local.read(id);
  if (entry === null)
    return mine === null || mine.isRemoved ? { ...nothing, month: mine } : first(id, mine, parts);
  const theirs = await stateOf(id, entry, record, hub);
  if (mine === null) return theirs.value.isRemoved ? nothing : fetched(id, theirs, parts);

  const base = record && parseMonth(record.base);
  const merged = mergeMonths(base, mine, theirs.value);
  let here = mine;
  let isWaiting = false;
  if (!isSame(merged.local, mine)) {
    const answer = await local.write(id, (now) => mergeMonths(base, now ?? mine, theirs.value).local);
    isWaiting = answer === 'open';
    here = (await local.read(id)) ?? mine;
  }
  // What was typed meanwhile goes along, or with the next round.
  const { shared, clashes } = mergeMonths(base, here, theirs.value);
  const change = changeOf(theirs.value, shared);
  const etag = change === null ? theirs.etag : await hub.write(id, change, theirs.etag);
  await remember(id, { base: nextBase(base, here, shared), shared, etag }, parts);
  return { month: here, isShared: clashes.length === 0, clashes: clashes.length, isWaiting };
}

/** What the hub has: fetched only when it is not what was seen last. */
async function stateOf(
  id: string,
  { etag }: HubEntry,
  record: DraftSyncRecord | null,
  hub: SyncParts['hub'],
): Promise<Tagged<DraftMonth>> {
  if (record?.etag === etag) return { value: parseMonth(record.hub ?? record.base), etag };
  return hub.read(id);
}

async function first(id: string, mine: DraftMonth, parts: SyncParts): Promise<MonthOutcome> {
  const { issue, pieces, isRemoved } = mine;
  const etag = await parts.hub.write(id, { issue, pieces: Object.values(pieces), isRemoved }, null);
  await remember(id, { base: mine, shared: mine, etag }, parts);
  return { month: mine, isShared: true, clashes: 0, isWaiting: false };
}

async function fetched(id: string, theirs: Tagged<DraftMonth>, parts: SyncParts): Promise<MonthOutcome> {
  // Made here just now: then the next round puts the two together.
  const answer = await parts.local.write(id, (now) => now ?? theirs.value);
  const month = await parts.local.read(id);
  if (answer === 'open' || month === null || !isSame(month, theirs.value))
    return { month, isShared: false, clashes: 0, isWaiting: false };
  await remember(id, { base: theirs.value, shared: theirs.value, etag: theirs.etag }, parts);
  return { month, isShared: true, clashes: 0, isWaiting: false };
}

interface Agreed {
  readonly base: DraftMonth;
  readonly shared: DraftMonth;
  readonly etag: string;
}

async function remember(
  name: string,
  { base, shared, etag }: Agreed,
  { records, now = Date.now }: SyncParts,
): Promise<void> {
  const hub = isSame(base, shared) ? null : JSON.stringify(shared);
  await records.put({ name, etag, base: JSON.stringify(base), hub, atMs: now() });
}

/** Only what is different, so that a text travels and not the whole month; null for nothing. */
function changeOf(before: DraftMonth, after: DraftMonth): MonthChange | null {
  if (isSame(before, after)) return null;
  const pieces = Object.values(after.pieces).filter((piece) => !isSame(piece, before.pieces[piece.id]));
  return {
    ...(!isSame(before.issue, after.issue) && { issue: after.issue }),
    pieces,
    isRemoved: after.isRemoved,
  };
}
