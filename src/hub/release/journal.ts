/** Who released what, and when: a line each, added at the end and never changed. */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { JournalEntrySchema, type JournalEntry, type JournalView } from '../../core/release/journal-entry.ts';
import { inTurn } from '../drafts/in-turn.ts';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';

export type NewEntry = Omit<JournalEntry, 'number' | 'previous'>;

export interface Journal {
  /** On disk when it resolves. What was written for the same `what` and `id` already is not written twice. */
  append(entry: NewEntry): Promise<void>;
  read(): Promise<JournalView>;
}

const EntryOfLine = v.pipe(v.string(), v.parseJson(), JournalEntrySchema);

/**
 * @param file Absolute: `<data>/releases/journal.jsonl`.
 * @param temporary A folder on the same file system.
 */
export function openJournal(file: string, temporary: string): Journal {
  const turn = inTurn();
  const bytesOf = async (): Promise<Buffer> => (await ifThere(() => readFile(file))) ?? Buffer.alloc(0);
  return {
    append: (entry) =>
      turn('journal', async () => {
        const { text, torn } = splitOff(await bytesOf());
        if (torn !== null) await setAside(file, torn, temporary);
        const { entries, last } = readLines(text);
        if (entries.some(({ what, id }) => what === entry.what && id === entry.id)) return;
        const whole: JournalEntry = {
          number: (entries.at(-1)?.number ?? 0) + 1,
          previous: last === '' ? '' : hashOf(last),
          ...entry,
        };
        // A crash may have kept only the end of the line from being written.
        const start = text === '' || text.endsWith('\n') ? '' : '\n';
        const line = `${start}${JSON.stringify(whole)}\n`;
        await (text === '' ? createFile(file, line, temporary) : addText(file, line));
      }),
    async read() {
      const { entries, damaged } = readLines(splitOff(await bytesOf()).text);
      return { entries: [...entries].reverse(), damaged };
    },
  };
}

interface Torn {
  readonly bytes: Buffer;
  /** Where in the file they begin. */
  readonly from: number;
}

/** What a crash left of a line being added, and it alone: unreadable, at the very end, and no end of a line after it. */
function splitOff(bytes: Buffer): { readonly text: string; readonly torn: Torn | null } {
  const from = bytes.lastIndexOf('\n') + 1;
  const rest = bytes.subarray(from);
  if (rest.byteLength === 0 || v.is(EntryOfLine, rest.toString('utf8')))
    return { text: bytes.toString('utf8'), torn: null };
  return { text: bytes.subarray(0, from).toString('utf8'), torn: { bytes: rest, from } };
}

/** Nobody was told that it was written. It is kept beside the journal, then the journal ends where its last whole line does. */
async function setAside(file: string, { bytes, from }: Torn, temporary: string): Promise<void> {
  const name = `journal-torn-${hashOf(bytes).slice(0, 16)}.txt`;
  await durableWrite(path.join(path.dirname(file), name), temporary, (handle) => handle.writeFile(bytes));
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(from);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

interface Lines {
  readonly entries: readonly JournalEntry[];
  readonly damaged: number;
  /** The text of the last line that could be read. */
  readonly last: string;
}

function readLines(text: string): Lines {
  const entries: JournalEntry[] = [];
  let damaged = 0;
  let last = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const parsed = v.safeParse(EntryOfLine, line);
    if (!parsed.success) {
      damaged += 1;
      continue;
    }
    const expected = last === '' ? '' : hashOf(last);
    if (parsed.output.previous !== expected || parsed.output.number !== entries.length + 1) damaged += 1;
    entries.push(parsed.output);
    last = line;
  }
  return { entries, damaged, last };
}

const hashOf = (line: string | Buffer): string => createHash('sha256').update(line).digest('hex');

const createFile = (file: string, text: string, temporary: string): Promise<void> =>
  durableWrite(file, temporary, (handle) => handle.writeFile(text));

async function addText(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
