import { signal } from '@preact/signals';

/** A new version is ready and waits for a yes: what to call then. The page opens again with it. */
export const waitingUpdate = signal<(() => void) | null>(null);
