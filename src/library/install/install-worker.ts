/** The dedicated worker of a tab. One of all tabs' workers holds the lock and installs; the others wait to follow it. */
import { MediaStoreError } from '../../storage/media/media-error.ts';
import { openMediaStore } from '../../storage/media/open-media-store.ts';
import { search } from '../search/search.ts';
import { CHANNEL, INSTALL_LOCK, type FromWorker, type Message, type ToWorker } from './messages.ts';
import { startInstaller } from './installer.ts';
import { sleep } from './sleep.ts';

const RETRY_MS = 10_000;

const channel = new BroadcastChannel(CHANNEL);
let hasStarted = false;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'search') void answerSearch(data);
  else if (!hasStarted) {
    hasStarted = true;
    void install(data);
  }
});

type Start = Extract<ToWorker, { kind: 'start' }>;

/**
 * A store or database that failed may work again in a while: then another installer begins, from what is
 * written down. Where nothing can be stored at all, nothing is tried again.
 */
async function install(start: Start): Promise<void> {
  for (;;) {
    try {
      await navigator.locks.request(INSTALL_LOCK, () => installAlone(start));
      return;
    } catch (error) {
      console.error(error);
      if (error instanceof MediaStoreError && error.fault === 'refused') return;
      await sleep(RETRY_MS, []);
    }
  }
}

async function installAlone({ config, surroundings }: Start): Promise<void> {
  const listening = new AbortController();
  try {
    const store = await openMediaStore();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin only
    const post = (message: Message): void => channel.postMessage(message);
    const installer = await startInstaller({ config, surroundings, store, post });
    channel.addEventListener(
      'message',
      ({ data }: MessageEvent<Message>) => {
        if (data.to === 'installer') installer.hear(data);
      },
      { signal: listening.signal },
    );
    post({ to: 'pages', kind: 'ready' });
    await installer.ended;
  } finally {
    listening.abort();
  }
}

async function answerSearch({ id, query, limit }: Extract<ToWorker, { kind: 'search' }>): Promise<void> {
  const hits = await search(query, limit);
  postMessage({ kind: 'found', id, hits } satisfies FromWorker);
}
