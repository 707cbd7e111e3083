/**
 * What went wrong and is nobody's answer: housekeeping, the scheduler, a route that failed. It goes into the log the hub was started
 * with, where there is one, and else to whoever sits at the terminal.
 */
import { HubError } from './hub-error.ts';
import type { Log } from './log.ts';

let log: Log | null = null;

export function tellTroubleTo(opened: Log | null): void {
  log = opened;
}

export function tellTrouble(error: unknown): void {
  if (log === null) console.error(error instanceof HubError ? error.message : error);
  else log.error('trouble', { error });
}
