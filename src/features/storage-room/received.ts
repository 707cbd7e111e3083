/**
 * Packs that reach the app from outside: opened with it from the tablet's files (`file_handlers`), or shared to it
 * (`share_target`, taken by the service worker: src/sw/receive.ts).
 */

/** Where the service worker leads after a share; the file itself follows by message. */
const SHARED = 'received';

type OnPacks = (files: readonly File[]) => void;

/** `onPacks` with what arrives together: the volumes of a pack, mostly. Returns what ends it. */
export function watchForPacks(onPacks: OnPacks): () => void {
  const stop = new AbortController();
  window.launchQueue?.setConsumer(({ files = [] }) => {
    const opened = files.filter((handle) => handle instanceof FileSystemFileHandle);
    if (stop.signal.aborted || opened.length === 0) return;
    void Promise.all(opened.map((handle) => handle.getFile())).then(onPacks, console.warn);
  });
  if ('serviceWorker' in navigator) askForShared(onPacks, stop.signal);
  return () => stop.abort();
}

function askForShared(onPacks: OnPacks, signal: AbortSignal): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(SHARED)) return;
  // A reload is not a second share.
  url.searchParams.delete(SHARED);
  history.replaceState(history.state, '', url);
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => {
      const files = sharedFilesOf(data);
      if (files.length > 0) onPacks(files);
    },
    { signal },
  );
  // Until it is called, messages to a page that is still loading wait.
  serviceWorker.startMessages();
  serviceWorker.controller?.postMessage({ type: 'READY_TO_RECEIVE' });
}

export function sharedFilesOf(data: unknown): readonly File[] {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'SHARED_PACK')
    return [];
  return 'files' in data && Array.isArray(data.files)
    ? data.files.filter((file) => file instanceof File)
    : [];
}
