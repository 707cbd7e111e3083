/** What waits until the page is there and at rest: the next version, and telling the hub what was not understood. */
import { watchForUpdates } from './update.ts';

/** The network is first the reader's. */
const QUIET_MS = 5000;

export async function afterStart(): Promise<void> {
  // There when the network has gone, also where no worker keeps it.
  for (const needed of [import('./OfflineLine.tsx'), import('./ProblemPage.tsx')])
    needed.catch((error: unknown) => console.info(String(error)));
  setTimeout(() => void tellUnclear(), QUIET_MS);
  addEventListener('online', () => void tellUnclear());
  // Laid aside, or taken up again.
  document.addEventListener('visibilitychange', () => void tellUnclear());
  await watchForUpdates();
}

async function tellUnclear(): Promise<void> {
  try {
    const { sendUnclear } = await import('./send-unclear.ts');
    await sendUnclear();
  } catch (error) {
    // It is kept on this tablet all the same.
    console.info(String(error));
  }
}
