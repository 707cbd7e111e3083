/**
 * The worker of this tab, as long as the page is shown. A page kept for going back (WebKit's page cache) sleeps with its
 * worker, and a sleeping worker would keep the installer's lock from every page that is awake: so the worker ends with
 * the page, and one begins when the page comes back. What it did is in the journal; the next installer goes on from there.
 */
import { endsBeforeErasing } from '../../storage/media/media-writers.ts';
import type { SearchHit } from '../library.ts';
import type { FromWorker, ToWorker } from './messages.ts';

interface OwnWorker {
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
}

interface Search {
  readonly ask: ToWorker;
  readonly resolve: (hits: readonly SearchHit[]) => void;
}

export function startOwnWorker(begin: () => ToWorker): OwnWorker {
  const searches = new Map<string, Search>();
  let worker: Worker | null = null;

  function start(): void {
    if (worker) return;
    worker = new Worker(new URL('./install-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      searches.get(data.id)?.resolve(data.hits);
      searches.delete(data.id);
    });
    tell(begin());
    for (const { ask } of searches.values()) tell(ask);
  }

  function tell(message: ToWorker): void {
    worker?.postMessage(message, []);
  }

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  addEventListener('pagehide', end);
  endsBeforeErasing({ end, begin: start });
  addEventListener('pageshow', start);
  start();

  return {
    search(query, limit) {
      const id = crypto.randomUUID();
      const ask: ToWorker = { kind: 'search', id, query, limit };
      return new Promise((resolve) => {
        searches.set(id, { ask, resolve });
        tell(ask);
      });
    },
  };
}
