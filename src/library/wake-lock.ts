/** The screen stays on while something moves: a tablet that sleeps stops its network, and its stick. */
import { effect, type ReadonlySignal } from '@preact/signals';

export function keepAwakeWhile(isMoving: ReadonlySignal<boolean>): void {
  if (!('wakeLock' in navigator)) return;
  let held: WakeLockSentinel | null = null;
  let isAsking = false;

  async function settle(): Promise<void> {
    if (isAsking) return;
    if (isMoving.peek() && !held && document.visibilityState === 'visible') {
      isAsking = true;
      // Refused on a low battery: then the tablet may sleep, and it goes on when it wakes.
      held = await navigator.wakeLock.request('screen').catch(() => null);
      isAsking = false;
      // The browser takes it back when the page is hidden.
      held?.addEventListener('release', () => (held = null));
    }
    if (!isMoving.peek()) await held?.release();
  }

  effect(() => {
    void isMoving.value;
    void settle();
  });
  document.addEventListener('visibilitychange', () => void settle());
}
