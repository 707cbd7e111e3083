/** What the hub's own trouble is to somebody in the studio: something to wait for, or something to tell whoever looks after it. */
import { HubError, type HubFault } from '../hub-error.ts';
import { ApiError } from './api-error.ts';

const codes: Partial<Record<HubFault, string>> = {
  busy: 'busy',
  'busy-elsewhere': 'busy',
  'lease-lost': 'busy',
  'shelf-contested': 'busy',
  'store-unreachable': 'store-away',
  'store-no-bucket': 'store-refuses',
  'store-forbids': 'store-refuses',
};

/** Null for what is neither. */
export function storeRefusal(error: unknown): ApiError | null {
  const code = error instanceof HubError ? codes[error.fault] : undefined;
  return code === undefined ? null : new ApiError(503, code);
}
