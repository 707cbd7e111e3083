/** Whether the tablet believes it has a network. "Online" may still mean a router without internet: requests decide. */
import { signal, type ReadonlySignal } from '@preact/signals';

const current = signal(navigator.onLine);
export const online: ReadonlySignal<boolean> = current;

addEventListener('online', () => void (current.value = true));
addEventListener('offline', () => void (current.value = false));
