/** Which earlier versions are close enough to another one to go. */
import type { DraftVersionRecord } from './draft-records.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From what age on one version in how long is enough. */
const THINNED = [
  { fromAgeMs: 7 * DAY, stepMs: DAY },
  { fromAgeMs: DAY, stepMs: HOUR },
] as const;
const MOST = 60;

/**
 * Of the last day all, of the last week one an hour, before that one a day; never more than sixty. What another window had not
 * saved is there only here and goes last.
 */
export function versionsToDrop(
  versions: readonly DraftVersionRecord[],
  nowMs: number,
): readonly DraftVersionRecord[] {
  const newestFirst = [...versions].sort((a, b) => b.keptMs - a.keptMs);
  const taken = new Set<string>();
  const kept = newestFirst.filter((version) => {
    const step = THINNED.find(({ fromAgeMs }) => nowMs - version.keptMs >= fromAgeMs)?.stepMs;
    if (step === undefined || version.reason === 'left-over') return true;
    const slot = `${step}:${Math.floor(version.keptMs / step)}`;
    if (taken.has(slot)) return false;
    taken.add(slot);
    return true;
  });
  const precious = kept.filter(({ reason }) => reason === 'left-over');
  const others = kept
    .filter(({ reason }) => reason !== 'left-over')
    .slice(0, MOST - Math.min(MOST, precious.length));
  const staying = new Set([...precious, ...others]);
  return versions.filter((version) => !staying.has(version));
}
