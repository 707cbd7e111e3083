/** What an answer to an upload means for going on. */
import type { HubProblem } from './hub-client.ts';

export type Next =
  /** The hub has the file. */
  | 'known'
  /** From where it is, at its own address. */
  | 'go-on'
  /** Its address is no good any more. */
  | 'anew'
  /** The file will not be taken, or not now: that is said. */
  | 'give-up';

/** @param isGoingOn It was sent to the address of an upload begun before. */
export function afterRefusal(
  { code, status }: Pick<HubProblem, 'code' | 'status'>,
  isGoingOn: boolean,
): Next {
  if (code === 'upload-known') return 'known';
  // A browser sends a part again by itself when the line breaks under it; what had arrived of the first makes it the wrong place.
  if (code === 'upload-offset') return 'go-on';
  if (status === 0 || status === 423 || (status >= 500 && code !== 'no-room')) return 'go-on';
  // The answer to a HEAD has no body: gone, or looked into and known, which beginning anew finds out.
  if (isGoingOn && [404, 409, 410].includes(status)) return 'anew';
  return code === 'upload-gone' ? 'anew' : 'give-up';
}
