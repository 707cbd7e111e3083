/**
 * Finds text in every installed month. The texts lie in memory once asked for: a club's ten years are some million
 * characters, and looking through them takes less than fetching one list of an inverted index from the database
 * (measured in `searcher.test.ts`). So a match is a match anywhere in a sentence, in Chinese without cutting words.
 */
import { withDatabase } from '../../storage/database.ts';
import type { SearchRecord } from '../../storage/schema.ts';
import type { SearchHit } from '../library.ts';
import { CHANNEL } from '../install/messages.ts';
import { createSearcher, type Searcher } from './searcher.ts';

let loaded: Promise<Searcher> | null = null;

// Whatever was installed, removed or indexed since: the next question reads again.
new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<{ kind?: unknown }>) => {
  if (data.kind === 'state') void forgetIfChanged();
});

export async function search(query: string, limit: number): Promise<readonly SearchHit[]> {
  loaded ??= load();
  loaded.catch(() => (loaded = null));
  return (await loaded).find(query, limit);
}

async function load(): Promise<Searcher> {
  return withDatabase(async (database) => {
    const reading = database.transaction(['search', 'installed']);
    const [records, installed] = await Promise.all([
      reading.objectStore('search').getAll(),
      reading.objectStore('installed').getAll(),
    ]);
    const summaries = new Map(installed.map(({ issue, summary }) => [issue, summary]));
    return createSearcher(
      records.flatMap((record) => {
        const summary = summaries.get(record.issue);
        return summary ? [{ record, summary }] : [];
      }),
      signatureOf(records),
    );
  });
}

function signatureOf(records: readonly Pick<SearchRecord, 'issue' | 'manifest'>[]): string {
  return records.map(({ issue, manifest }) => `${issue} ${manifest}`).join('\n');
}

async function forgetIfChanged(): Promise<void> {
  if (!loaded) return;
  const { signature } = await loaded;
  const keys = await withDatabase((database) => database.getAllKeys('search'));
  const known = signature.split('\n').map((line) => line.split(' ')[0]);
  if (keys.length !== known.length || keys.some((key, at) => key !== known[at])) loaded = null;
}
