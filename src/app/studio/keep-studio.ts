/** Asks the service worker to keep the studio's files, so that it opens without a network from now on. */

let asked: Promise<void> | null = null;

/** Where there is no worker (no https, storage switched off) nothing comes of it. */
export function keepStudio(): Promise<void> {
  asked ??= ask().catch((error: unknown) => {
    asked = null;
    console.info(String(error));
  });
  return asked;
}

async function ask(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<boolean>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data === true));
    port1.start();
  });
  active?.postMessage({ type: 'KEEP_STUDIO' }, [port2]);
  // Not all of it came: the next opening asks again.
  if (!(await answer)) asked = null;
}
