/** Whether the shelf can be reached, as far as this tablet can tell. Said in a line above the page when it cannot. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { shelfAnswers } from '../library/reach.ts';

const hasNetwork = signal(navigator.onLine);
addEventListener('online', () => void (hasNetwork.value = true));
addEventListener('offline', () => void (hasNetwork.value = false));

export const online: ReadonlySignal<boolean> = computed(() => hasNetwork.value && shelfAnswers.value);
