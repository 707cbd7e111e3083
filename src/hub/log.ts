/**
 * What the hub writes down about itself: JSON lines, one an event. Nothing about anybody: no address, no browser, no name, no
 * query and no full path, which could hold a link's secret or say who reads what.
 */
import { pino, type DestinationStream } from 'pino';
import { HubError } from './hub-error.ts';

export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts & { readonly error?: unknown }): void;
}
type Facts = Readonly<Record<string, unknown>>;

/** `SAME_PAGE_LOG`: by default lines where a program reads them, and none in the terminal of whoever just tries it. */
export function openHubLog({ SAME_PAGE_LOG: value = '' }: NodeJS.ProcessEnv): Log {
  if (!['', 'json', 'off'].includes(value)) throw new HubError('bad-log', { value });
  const isWanted = value === 'json' || (value === '' && !process.stdout.isTTY);
  return isWanted ? openLog() : silentLog;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @param to Standard output where not given. */
export function openLog(to?: DestinationStream): Log {
  // Without process id and host name: the machine says those itself.
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' };
  const lines = to === undefined ? pino(options) : pino(options, to);
  return {
    info: (event, facts = {}) => lines.info(facts, event),
    warn: (event, facts = {}) => lines.warn(facts, event),
    error: (event, { error, ...facts } = {}) => lines.error({ ...facts, ...errorFacts(error) }, event),
  };
}

/** The stack names our own files and lines; a message may quote what somebody sent, so it is cut. */
function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: String(error).slice(0, 200) };
  // Its sentence names files and people; of a store it says what no other line does.
  if (error instanceof HubError) {
    const isOfStore = error.fault.startsWith('store-');
    return { error: error.fault, ...(isOfStore && { reason: error.message.split('\n')[1]?.slice(0, 200) }) };
  }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? [];
  return { error: `${error.name}: ${error.message.slice(0, 200)}`, stack: frames.map((line) => line.trim()) };
}

const fixedNames: readonly (readonly [RegExp, string])[] = [
  [/^\/shelf\/catalogue\.jws$/u, 'catalogue'],
  [/^\/shelf\/opds\.json$/u, 'feed'],
  [/^\/shelf\//u, 'shelf file'],
  [/^\/assets\//u, 'app file'],
  [/^\/healthz$/u, 'health'],
];

/** What was asked for, as a kind and never as an address. */
export function routeKind(pathname: string): string {
  const fixed = fixedNames.find(([pattern]) => pattern.test(pathname));
  if (fixed !== undefined) return fixed[1];
  const api = /^\/api\/(?<part>[a-z-]{1,24})(?:\/|$)/u.exec(pathname)?.groups?.['part'];
  if (api !== undefined) return `api ${api}`;
  return /\.[A-Za-z0-9]+$/u.test(pathname) ? 'app file' : 'page';
}
