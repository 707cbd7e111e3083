/** The screen stays on while something moves: a tablet that sleeps stops its network. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Transfer } from './library.ts';

export function keepAwakeWhile(transfer: ReadonlySignal<Transfer | null>): void {
  if (!('wakeLock' in navigator)) return;
  let held: WakeLockSentinel | null = null;
  let isWanted = false;

  async function settle(): Promise<void> {
    if (isWanted && !held && document.visibilityState === 'visible') {
      const taken = await navigator.wakeLock.request('screen').catch(() => null);
      held = taken;
      // The browser takes it back when the page is hidden.
      taken?.addEventListener('release', () => (held = null));
    }
    if (!isWanted) await held?.release();
  }

  effect(() => {
    const moves = transfer.value !== null && transfer.value.waitingFor === null;
    if (moves === isWanted) return;
    isWanted = moves;
    void settle();
  });
  document.addEventListener('visibilitychange', () => void settle());
}
