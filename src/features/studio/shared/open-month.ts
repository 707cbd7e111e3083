/**
 * The months open in this window. Going from step to step keeps the month, what can be undone and the lock; it is saved and let
 * go a moment after the last page of it has gone.
 */
import type { Club } from '../../../core/shelf/issue.ts';
import { openClubWords } from './club-words.ts';
import { attachmentsOf } from './draft-attachments.ts';
import { draftShelf } from './draft-shelf.ts';
import { openMonth, type Month } from './month.ts';
import type { Desk } from './desk.ts';
import { openMonthDesk, type Histories, type MonthDesk } from './month-desk.ts';
import { openDesk } from './open-desk.ts';

interface Entry {
  readonly month: Promise<Month | null>;
  readonly desks: Map<string, Desk>;
  readonly histories: Histories;
  /** The month's own page. */
  page: MonthDesk | null;
}

const open = new Map<string, Entry>();
const users = new Map<string, number>();
const lettingGo = new Map<string, Promise<unknown>>();
const closing = new Map<string, ReturnType<typeof setTimeout>>();
/** The next page of the month needs no longer than this, its code included. */
const LET_GO_AFTER_MS = 3000;

/** A page of the month is there; answers with what says that it has gone. */
export function pageOf(id: string): () => void {
  users.set(id, (users.get(id) ?? 0) + 1);
  clearTimeout(closing.get(id));
  return () => {
    const left = (users.get(id) ?? 1) - 1;
    users.set(id, left);
    const month = open.get(id)?.month.catch(() => null);
    if (left > 0 || month === undefined) return;
    void month.then((it) => it?.flush());
    const close = (): void => {
      open.delete(id);
      lettingGo.set(
        id,
        month.then((it) => it?.close()).catch(() => undefined),
      );
    };
    closing.set(id, setTimeout(close, LET_GO_AFTER_MS));
  };
}

function entryOf(id: string): Entry {
  const known = open.get(id);
  if (known) return known;
  const entry: Entry = {
    // A month that is being let go of is let go of first, or its lock would seem to be another window's.
    month: (lettingGo.get(id) ?? Promise.resolve()).then(() => openMonth(id, { shelf: draftShelf })),
    desks: new Map(),
    histories: new Set(),
    page: null,
  };
  open.set(id, entry);
  // Not there, or not readable: asked again next time.
  const forget = (): void => void (open.get(id) === entry && open.delete(id));
  entry.month.then((month) => month ?? forget(), forget);
  return entry;
}

/** Null where there is no such month. */
export function theMonth(id: string): Promise<Month | null> {
  return entryOf(id).month;
}

/** The desk of the month's own page. */
export async function theMonthDesk(id: string): Promise<MonthDesk | null> {
  const entry = entryOf(id);
  const month = await entry.month;
  if (month === null) return null;
  entry.page ??= openMonthDesk(month, entry.histories);
  return entry.page;
}

/** Null where there is no such month, or no such piece in it. */
export async function theDesk(id: string, piece: string, clubs: readonly Club[]): Promise<Desk | null> {
  const { month: opening, desks, histories } = entryOf(id);
  const month = await opening;
  const club = clubs.find((one) => one.id === month?.issue.peek().club);
  if (month === null || !club) return null;
  const words = await openClubWords(club.id);
  const known = desks.get(piece);
  if (known) return known;
  const desk = openDesk({ month, piece, club, attachments: attachmentsOf(id), words, histories });
  if (desk) desks.set(piece, desk);
  return desk;
}
