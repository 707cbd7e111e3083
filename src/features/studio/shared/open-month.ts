/**
 * The months open in this window. Going from step to step keeps the month, what can be undone and the lock; it is saved and let
 * go a moment after the last page of it has gone.
 */
import type { Club } from '../../../core/shelf/issue.ts';
import { openClubWords } from './club-words.ts';
import { attachmentsOf } from './draft-attachments.ts';
import { draftShelf } from './draft-shelf.ts';
import { openMonth, type Month } from './month.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';

interface Entry {
  readonly month: Promise<Month | null>;
  readonly desks: Map<string, OpenDesk>;
}

const open = new Map<string, Entry>();
const users = new Map<string, number>();
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
      void month.then((it) => it?.close());
    };
    closing.set(id, setTimeout(close, LET_GO_AFTER_MS));
  };
}

function entryOf(id: string): Entry {
  const known = open.get(id);
  if (known) return known;
  const entry: Entry = { month: openMonth(id, { shelf: draftShelf }), desks: new Map() };
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

/** Null where there is no such month, or no such piece in it. */
export async function theDesk(id: string, piece: string, clubs: readonly Club[]): Promise<OpenDesk | null> {
  const { month: opening, desks } = entryOf(id);
  const month = await opening;
  const known = desks.get(piece);
  if (month === null || known) return known ?? null;
  const club = clubs.find((one) => one.id === month.issue.peek().club);
  if (!club) return null;
  const desk = openDesk({
    month,
    piece,
    club,
    attachments: attachmentsOf(id),
    words: await openClubWords(club.id),
    onIssueChanged() {
      for (const [other, it] of desks) if (other !== piece) it.forgetIssue();
    },
  });
  if (desk) desks.set(piece, desk);
  return desk;
}
