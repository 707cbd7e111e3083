/**
 * A question to a store that somebody is waiting for. A release may be as patient as the store needs; a person, a page and whoever
 * watches the hub want to be told.
 */
import { HubError } from '../hub-error.ts';

const soonMs = 10_000;

/** @throws HubError `store-unreachable` after that time; whatever the work finds out later is nobody's any more. */
export async function soon<T>(work: Promise<T>, store: string, ms = soonMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HubError('store-unreachable', { store, reason: 'TIMEOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
