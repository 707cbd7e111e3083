/**
 * Whether somebody is recording in any window of this browser. A Web Lock says so: it goes with its window, so that a crash in the middle
 * of a recording stops nothing for good. Without locks nothing is ever sent to a hub, and nobody needs to know.
 */
const LOCK = 'same-page-recording';

type Locks = Pick<LockManager, 'request'>;

const ownLocks = (): Locks | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** @param onHeld From now on others can see it. @returns Ends it; more than once does nothing. */
export function beginRecording(onHeld: () => void, locks = ownLocks()): () => void {
  let end: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => (end = resolve));
  locks
    ?.request(LOCK, { mode: 'shared' }, () => {
      onHeld();
      return isOver;
    })
    .catch((error: unknown) => console.warn(error));
  return end;
}

/** Does `before` if somebody is recording at this moment, and `after` when nobody is any more. */
export async function aroundRecording(
  before: () => void,
  after: () => void,
  locks = ownLocks(),
): Promise<void> {
  const isFree = await locks?.request(LOCK, { ifAvailable: true }, (lock) => lock !== null);
  if (isFree !== false) return;
  before();
  try {
    await locks?.request(LOCK, () => undefined);
  } finally {
    after();
  }
}
