/** The dedicated worker of a tab. One of all tabs' workers holds the lock and installs; the others wait to follow it. */
import { openMediaStore } from '../../storage/media/open-media-store.ts';
import { search } from '../search/search.ts';
import { CHANNEL, INSTALL_LOCK, type FromWorker, type Message, type ToWorker } from './messages.ts';
import { startInstaller } from './installer.ts';

const channel = new BroadcastChannel(CHANNEL);
let hasStarted = false;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'search') void answerSearch(data);
  else if (!hasStarted) {
    hasStarted = true;
    install(data).catch((error: unknown) => console.error(error));
  }
});

/** Rejects when the lock was taken away: then another tab's worker installs, and this one must not go on. */
async function install({ config, surroundings }: Extract<ToWorker, { kind: 'start' }>): Promise<void> {
  await navigator.locks.request(INSTALL_LOCK, async () => {
    const store = await openMediaStore();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin only
    const post = (message: Message): void => channel.postMessage(message);
    const installer = await startInstaller({ config, surroundings, store, post });
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.to === 'installer') installer.hear(data);
    });
    post({ to: 'pages', kind: 'ready' });
    await installer.ended;
  });
}

async function answerSearch({ id, query, limit }: Extract<ToWorker, { kind: 'search' }>): Promise<void> {
  const hits = await search(query, limit);
  postMessage({ kind: 'found', id, hits } satisfies FromWorker);
}
