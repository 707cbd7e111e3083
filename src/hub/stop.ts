/** Stopping without cutting anybody off: what is being answered may end, and a release in progress is waited for. */
import type { ServerType } from '@hono/node-server';

/** A page or a chunk of a film is done long before; a whole film on a slow line would hold for an hour and is fetched on later. */
const answersMs = 10_000;
/** A month with its films is written in less. Cut after that the shelf is the old one or the new one, whole. */
const releaseMs = 60_000;
const pollMs = 100;

/** Takes no new connections; resolves when nothing is being answered any more. */
export function closeServer(server: ServerType, patienceMs = answersMs): Promise<void> {
  return new Promise((resolve) => {
    // Connections kept alive for a next request are ended as they fall idle.
    const idle = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    }, pollMs);
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, patienceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}

/**
 * @param withLock The shelf's write lock: when it can be had, nobody is writing.
 * @returns False when a release was still running after `patienceMs`.
 */
export async function releaseEnded(
  withLock: (work: () => Promise<void>) => Promise<void>,
  patienceMs = releaseMs,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const free = withLock(async () => undefined).then(
    () => true,
    () => false,
  );
  const isFree = await Promise.race([free, late]);
  clearTimeout(timer);
  return isFree;
}
