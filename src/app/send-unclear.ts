/**
 * Tells the club's hub which sentences were marked 看不懂, without who: issue, piece and sentence, no cookie, no number of this tablet.
 * Where the app comes from a static host there is nobody to tell, and it is not tried again for a week. Nothing depends on any of it.
 */
import { withRecords } from '../storage/database.ts';
import type { Note } from '../storage/notes.ts';
import { readUnclearSent, writeUnclearSent } from './unclear-sent.ts';

const MOST_AT_ONCE = 50;
const WEEK_MS = 7 * 86_400_000;

type Answer = 'taken' | 'nobody' | 'later';

const keyOf = ({ issue, piece, sentence }: Note): string => `${issue}/${piece}/${sentence}`;

/** At most one at a time, or a sentence would be told twice. */
let sending: Promise<void> | null = null;

export function sendUnclear(nowMs = Date.now()): Promise<void> {
  sending ??= send(nowMs).finally(() => (sending = null));
  return sending;
}

async function send(nowMs: number): Promise<void> {
  if (!navigator.onLine) return;
  // Not by way of notes.ts, which is the reader's: shared, it would weigh on every page.
  const all = await withRecords((records) => records.all('notes'));
  const before = readUnclearSent();
  const noted = new Set(all.map(keyOf));
  // What was taken back, or wiped for the next person, is told again when it is marked again.
  let sent = before.sent.filter((key) => noted.has(key));
  if (sent.length < before.sent.length) writeUnclearSent({ ...before, sent });
  if (nowMs < before.quietUntilMs) return;
  const open = all.filter((note) => !sent.includes(keyOf(note)));
  for (const issue of new Set(open.map((note) => note.issue))) {
    const part = open.filter((note) => note.issue === issue).slice(0, MOST_AT_ONCE);
    const answer = await tell(issue, part);
    if (answer === 'nobody') writeUnclearSent({ sent, quietUntilMs: nowMs + WEEK_MS });
    if (answer !== 'taken') return;
    sent = [...sent, ...part.map(keyOf)];
    writeUnclearSent({ sent, quietUntilMs: 0 });
  }
}

async function tell(issue: string, part: readonly Note[]): Promise<Answer> {
  const marks = part.map(({ piece, sentence }) => ({ piece, sentence }));
  try {
    const { status } = await fetch('/api/unclear', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ issue, marks }),
    });
    if (status === 204) return 'taken';
    return [404, 405, 501].includes(status) ? 'nobody' : 'later';
  } catch {
    return 'later';
  }
}
