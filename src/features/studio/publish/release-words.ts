/** Faults of a release as people read them, and whether its time needs saying twice. */
import type { MessageKey } from '../../../i18n/namespaces.ts';
import { wallTimeOf } from '../shared/releases/shanghai-time.ts';

/** Whether this machine's clock shows another time at that moment. */
export function isElsewhere(atMs: number): boolean {
  const local = wallTimeOf(atMs, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const shanghai = wallTimeOf(atMs);
  return local.day !== shanghai.day || local.time !== shanghai.time;
}

type FaultKey = Extract<MessageKey<'studio-release'>, `fault.${string}`>;

const own: ReadonlySet<string> = new Set<FaultKey>([
  'fault.disk-full',
  'fault.busy',
  'fault.attachment-missing',
  'fault.attachment-damaged',
  'fault.release-unreadable',
]);
const isOwn = (key: string): key is FaultKey => own.has(key);

/** What of the hub's store has gone wrong is told the same, whichever code it has. */
export function faultKey(fault: string): FaultKey {
  const key = `fault.${fault}`;
  if (isOwn(key)) return key;
  if (fault === 'busy-elsewhere' || fault === 'lease-lost') return 'fault.busy';
  return /^(?:store|bucket|shelf-contested|s3)/u.test(fault) ? 'fault.store' : 'fault.unknown';
}
