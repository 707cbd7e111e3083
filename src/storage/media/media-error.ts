/** What can go wrong with a store, by what a person or the installer can do about it. */
export type MediaFault =
  /** No room: something must be removed first. */
  | 'full'
  /** It was here, or should work, and does not: look again, fetch again. */
  | 'gone'
  /** Someone else is writing it: later. */
  | 'busy'
  /** Never: a wrong name, a call the store does not offer, an engine that forbids storage. */
  | 'refused';

export class MediaStoreError extends Error {
  override readonly name = 'MediaStoreError';
  readonly fault: MediaFault;

  constructor(fault: MediaFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

// By name alone: quota errors are no longer plain DOMExceptions everywhere, and Firefox names a full disk itself.
const faults: Readonly<Record<string, MediaFault>> = {
  QuotaExceededError: 'full',
  NS_ERROR_FILE_NO_DEVICE_SPACE: 'full',
  NS_ERROR_DOM_QUOTA_EXCEEDED_ERR: 'full',
  NoModificationAllowedError: 'busy',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotSupportedError: 'refused',
};

/** The engine's error as a `MediaStoreError`; an error that is no storage error (a bug of ours) comes back as it is. */
export function toMediaError(error: unknown): unknown {
  if (error instanceof MediaStoreError || !(error instanceof Error)) return error;
  const known = faults[error.name];
  if (known === undefined && !(error instanceof DOMException)) return error;
  return new MediaStoreError(known ?? 'gone', `${error.name}: ${error.message}`, { cause: error });
}

/** Runs `work`; what storage throws in it leaves as a `MediaStoreError`. */
export async function withMediaErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toMediaError(error);
  }
}

/** Files are named by what is in them, so no name can lead anywhere else. */
export function requireSha256(name: string): void {
  if (!/^[0-9a-f]{64}$/u.test(name))
    throw new MediaStoreError('refused', `Not a SHA-256: ${name.slice(0, 80)}`);
}
