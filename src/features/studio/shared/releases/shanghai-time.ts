/** Times of release are those of Shanghai, wherever the machine thinks it is: that is where the members are. */
export const RELEASE_ZONE = 'Asia/Shanghai';

export interface WallTime {
  /** `2026-12-01` */
  readonly day: string;
  /** `06:00` */
  readonly time: string;
}

export function wallTimeOf(atMs: number, zone: string = RELEASE_ZONE): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Null where it is no day and time, or one the zone does not have. */
export function instantOf({ day, time }: WallTime, zone: string = RELEASE_ZONE): number | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || !/^\d{2}:\d{2}$/u.test(time) || Number.isNaN(asUtc)) return null;
  // The zone's distance from UTC, looked up where it is nearly right and again where that led.
  let atMs = asUtc;
  for (let round = 0; round < 2; round += 1) {
    const shown = wallTimeOf(atMs, zone);
    atMs += asUtc - Date.parse(`${shown.day}T${shown.time}:00Z`);
  }
  const found = wallTimeOf(atMs, zone);
  return found.day === day && found.time === time ? atMs : null;
}

/** What the form begins with: early on the first of the month, or tomorrow where that is past. */
export function firstProposal(month: string, nowMs: number): WallTime {
  const first: WallTime = { day: `${month}-01`, time: '06:00' };
  if ((instantOf(first) ?? 0) > nowMs) return first;
  return { day: wallTimeOf(nowMs + 86_400_000).day, time: '06:00' };
}
