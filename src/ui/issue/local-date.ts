/** The calendar date on the wall, `2026-11-23`: in `timeZone` (IANA name), or where the tablet is. */
export function localDate(timeZone?: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...(timeZone !== undefined && { timeZone }),
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
