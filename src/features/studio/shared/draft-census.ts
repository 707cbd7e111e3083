/**
 * Which drafts there are, written down outside the database: a database that was lost opens as an empty one and says nothing. In
 * localStorage and in a private file, which fail in other ways.
 */
import * as v from 'valibot';
import { readNote } from '../../../storage/attachments/note-file.ts';
import { askWriter } from '../../../storage/attachments/writer-client.ts';
import { CENSUS_FILE, CENSUS_KEY } from '../../../storage/drafts/census-places.ts';

const CensusSchema = v.array(v.object({ id: v.string(), title: v.string() }));
export type Census = v.InferOutput<typeof CensusSchema>;

function parse(text: string | null): Census {
  try {
    return v.parse(CensusSchema, JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}

/** What either place says; one of them may be lost too. */
export async function readDraftCensus(): Promise<Census> {
  const [page, file] = [parse(pageText()), parse(await readNote(CENSUS_FILE))];
  return [...new Map([...file, ...page].map((entry) => [entry.id, entry])).values()];
}

function pageText(): string | null {
  try {
    return localStorage.getItem(CENSUS_KEY);
  } catch {
    return null;
  }
}

export async function writeDraftCensus(census: Census): Promise<void> {
  const text = JSON.stringify(census);
  try {
    localStorage.setItem(CENSUS_KEY, text);
  } catch {
    // The file is the other half.
  }
  await askWriter({ do: 'note', name: CENSUS_FILE, text }).catch((error: unknown) => console.warn(error));
}

/** Written down and not there: lost. A draft whose month was deleted for good is struck off first, by whoever deletes it. */
export function lostDrafts(census: Census, present: ReadonlySet<string>): Census {
  return census.filter(({ id }) => !present.has(id));
}

export async function noteDraft(entry: Census[number]): Promise<void> {
  const others = (await readDraftCensus()).filter(({ id }) => id !== entry.id);
  await writeDraftCensus([...others, entry]);
}

export async function strikeDraft(id: string): Promise<void> {
  await writeDraftCensus((await readDraftCensus()).filter((entry) => entry.id !== id));
}
