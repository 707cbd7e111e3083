/** The club's meeting as an iCalendar file (RFC 5545), for the tablet's own calendar. */

interface Meeting {
  /** Stable for life, e.g. the id: importing a changed meeting again replaces the first. */
  readonly id: string;
  readonly title: string;
  /** Local `2026-11-28` and `14:00`, in `timeZone` (IANA name). */
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly place: string;
  readonly description: string;
  /** What the reminder of the day before says. */
  readonly reminder: string;
}

export function meetingCalendar(meeting: Meeting, now: Date): string {
  const { id, title, date, start, end, timeZone, place, description, reminder } = meeting;
  const offset = offsetAt(timeZone, date, start);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Same Page//Reading club//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // §3.6.5: a TZID needs its VTIMEZONE. One meeting has one offset, so the zone is described by that alone.
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${id}@same-page`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/gu, '')}`,
    `DTSTART;TZID=${timeZone}:${localTime(date, start)}`,
    `DTEND;TZID=${timeZone}:${localTime(date, end)}`,
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escapeText(reminder)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** §3.3.11. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, (character) => `\\${character}`)
    .replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);
}

const LINE_OCTETS = 75;

/** §3.1: at most 75 octets a line, never through a character; a continued line starts with a space. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function localTime(date: string, time: string): string {
  return `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}00`;
}

/** What the zone's clocks were ahead of UTC then, `+0800`. */
function offsetAt(timeZone: string, date: string, time: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${date}T${time}Z`))
    .find((part) => part.type === 'timeZoneName')?.value;
  // `GMT+08:00`; plain `GMT` in zones on it.
  return name?.match(/[+-]\d{2}:\d{2}/u)?.[0].replace(':', '') ?? '+0000';
}
