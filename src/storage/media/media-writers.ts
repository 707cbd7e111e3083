/**
 * Who writes media for this page, in whatever window everything is being erased: what is being written cannot be taken away,
 * so all of them end, and begin again when the erasing is over, however it ended.
 */
const NAME = 'same-page-erasing';

interface MediaWriters {
  end(): void;
  begin(): void;
}
const writers = new Set<MediaWriters>();
let channel: BroadcastChannel | null = null;

export function endsBeforeErasing(these: MediaWriters): void {
  writers.add(these);
  windows();
}

/** Runs `work` while nobody writes. After a success this page opens anew; after a failure it goes on as before. */
export async function whileNobodyWrites(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return endAnd(work);
  await navigator.locks.request(NAME, () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin only
    windows().postMessage(NAME);
    return endAnd(work);
  });
}

async function endAnd(work: () => Promise<void>): Promise<void> {
  for (const { end } of writers) end();
  try {
    await work();
  } catch (error) {
    for (const { begin } of writers) begin();
    throw error;
  }
}

function windows(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', () => void rest());
  return channel;
}

/** Another window erases everything. It may die in the middle: then its lock is let go as well. */
async function rest(): Promise<void> {
  for (const { end } of writers) end();
  await navigator.locks.request(NAME, { mode: 'shared' }, () => {
    for (const { begin } of writers) begin();
  });
}
