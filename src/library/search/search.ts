/**
 * Finds text in every installed month. The texts lie in memory once asked for: a club's ten years are some million
 * characters, and looking through them takes less than fetching one list of an inverted index from the database
 * (measured in `tests/bench/library`). So a match is a match anywhere in a sentence, in Chinese without cutting words.
 */
import { withDatabase } from '../../storage/database.ts';
import type { SearchHit } from '../library.ts';
import { CHANNEL, type Message } from '../install/messages.ts';
import { laidOut, type Loaded } from './laid-out.ts';

let loaded: Promise<Loaded> | null = null;
let installations = '';

// Whatever was installed, revised or removed since: the next question reads again.
new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.kind !== 'state') return;
  const now = installationsIn(data);
  if (now !== installations) loaded = null;
  installations = now;
});

function installationsIn({ snapshot }: Extract<Message, { kind: 'state' }>): string {
  return [...snapshot.issues]
    .flatMap(([id, state]) => (state.state === 'stored' ? [`${id} ${state.installedMs}`] : []))
    .sort()
    .join('\n');
}

export async function search(query: string, limit: number): Promise<readonly SearchHit[]> {
  loaded ??= load();
  const reading = loaded;
  reading.then(
    ({ isBehind }) => isBehind && forget(reading),
    () => forget(reading),
  );
  return (await reading).searcher.find(query, limit);
}

function forget(reading: Promise<Loaded>): void {
  if (loaded === reading) loaded = null;
}

async function load(): Promise<Loaded> {
  return withDatabase(async (database) => {
    const reading = database.transaction(['search', 'installed']);
    const [records, installed] = await Promise.all([
      reading.objectStore('search').getAll(),
      reading.objectStore('installed').getAll(),
    ]);
    return laidOut(records, installed);
  });
}
