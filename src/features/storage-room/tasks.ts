/** What may go on while someone reads: one of each at a time. */
import type { ImportReport, VerifyReport } from '../../library/library.ts';
import { createTask } from './task.ts';

export interface MadePack {
  readonly names: readonly string[];
  /** They lie in the browser's downloads; otherwise the person said where. */
  readonly isInDownloads: boolean;
}

export const verifying = createTask<VerifyReport>();
export const importing = createTask<ImportReport>();
/** Null when the person closed the question where to put it. */
export const exporting = createTask<MadePack | null>();
