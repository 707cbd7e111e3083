/**
 * Packs that reach the app from outside: opened with it from the tablet's files (`file_handlers`), or shared to it
 * (`share_target`, taken by the service worker: src/sw/receive.ts).
 */

/** Where the service worker leads after a share; the file itself follows by message. */
const SHARED = 'received';

/** `onPack` once for each file that arrives. Returns what ends it. */
export function watchForPacks(onPack: (file: File) => void): () => void {
  const stop = new AbortController();
  window.launchQueue?.setConsumer(({ files = [] }) => {
    if (stop.signal.aborted) return;
    // One at a time: a second file is opened when the first is in.
    const [first] = files;
    if (first instanceof FileSystemFileHandle) void first.getFile().then(onPack, console.warn);
  });
  if ('serviceWorker' in navigator) askForShared(onPack, stop.signal);
  return () => stop.abort();
}

function askForShared(onPack: (file: File) => void, signal: AbortSignal): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(SHARED)) return;
  // A reload is not a second share.
  url.searchParams.delete(SHARED);
  history.replaceState(history.state, '', url);
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => {
      const file = sharedFileOf(data);
      if (file) onPack(file);
    },
    { signal },
  );
  // Until it is called, messages to a page that is still loading wait.
  serviceWorker.startMessages();
  serviceWorker.controller?.postMessage({ type: 'READY_TO_RECEIVE' });
}

export function sharedFileOf(data: unknown): File | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'SHARED_PACK')
    return null;
  return 'file' in data && data.file instanceof File ? data.file : null;
}
