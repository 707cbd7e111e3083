import { useEffect } from 'preact/hooks';

/**
 * Keeps the screen on while something plays. The browser takes the lock back when the page is hidden, so it is asked
 * for again when it returns; without support the tablet behaves as it is set.
 */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const release = (sentinel: WakeLockSentinel | null): void => void sentinel?.release().catch(() => {});

    async function hold(): Promise<void> {
      if (document.visibilityState !== 'visible') return;
      try {
        const held = await navigator.wakeLock.request('screen');
        if (isOver) release(held);
        else lock = held;
      } catch {
        // Refused, for example to save the battery: then the screen may go dark.
      }
    }
    const onVisible = (): void => void hold();
    void hold();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', onVisible);
      release(lock);
    };
  }, [isWanted]);
}
