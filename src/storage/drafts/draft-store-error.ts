/** What can go wrong with a draft on disk, by what can be done about it. */
export type DraftFault =
  /** No room: something must be removed first; what was to be saved is kept in memory and tried again. */
  | 'full'
  /** Somebody else wrote in between. */
  | 'conflict'
  /** The browser keeps nothing (a private window, storage switched off), or failed for another reason. */
  | 'refused';

export class DraftStoreError extends Error {
  override readonly name = 'DraftStoreError';
  readonly fault: DraftFault;
  constructor(fault: DraftFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

// By name alone: quota errors are no longer plain DOMExceptions everywhere, and Firefox names a full disk itself.
const FULL: ReadonlySet<string> = new Set([
  'QuotaExceededError',
  'NS_ERROR_FILE_NO_DEVICE_SPACE',
  'NS_ERROR_DOM_QUOTA_EXCEEDED_ERR',
]);

export async function withDraftErrors<T>(work: () => Promise<T>): Promise<T> {
  if (typeof indexedDB === 'undefined') throw new DraftStoreError('refused', 'No IndexedDB here');
  try {
    return await work();
  } catch (error) {
    if (error instanceof DraftStoreError || !(error instanceof Error)) throw error;
    if (FULL.has(error.name)) throw new DraftStoreError('full', error.message, { cause: error });
    if (!(error instanceof DOMException)) throw error;
    throw new DraftStoreError('refused', `${error.name}: ${error.message}`, { cause: error });
  }
}
