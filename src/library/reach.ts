/** Whether the shelf answered when it was last asked. A tablet on a router without internet believes itself online. */
import { signal, type ReadonlySignal } from '@preact/signals';

const current = signal(true);
export const shelfAnswers: ReadonlySignal<boolean> = current;

export function noteAnswer(answered: boolean): void {
  current.value = answered;
}
