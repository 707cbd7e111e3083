import { describe, expect, it } from 'vitest';
import { escapeText, fold, meetingCalendar } from './ics.ts';

const meeting = {
  id: '2026-11-silent-world',
  title: '无声世界读书会',
  date: '2026-11-28',
  start: '14:00',
  end: '16:00',
  timeZone: 'Asia/Shanghai',
  place: '社区中心二楼阅览室',
  description: '进大门左转，电梯到二楼；出电梯就是, 手语翻译：手语老师\n家里有老照片的，请带一张来。',
  reminder: '明天下午读书会',
};
const now = new Date('2026-11-23T06:05:04.321Z');
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file of a meeting', () => {
  it('says when, in the time zone of the place, and describes that zone', () => {
    const lines = unfolded(meetingCalendar(meeting, now));
    expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20261128T140000');
    expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20261128T160000');
    expect(lines).toContain('TZID:Asia/Shanghai');
    expect(lines).toContain('TZOFFSETTO:+0800');
    expect(lines).toContain('DTSTAMP:20261123T060504Z');
  });

  it('takes the offset of that day where clocks change', () => {
    const berlin = { ...meeting, timeZone: 'Europe/Berlin' };
    expect(meetingCalendar(berlin, now)).toContain('TZOFFSETTO:+0100');
    expect(meetingCalendar({ ...berlin, date: '2026-07-04' }, now)).toContain('TZOFFSETTO:+0200');
    expect(meetingCalendar({ ...meeting, timeZone: 'UTC' }, now)).toContain('TZOFFSETTO:+0000');
  });

  it('keeps its identity, so that a changed meeting replaces the first', () => {
    const later = meetingCalendar({ ...meeting, start: '13:30' }, new Date('2026-11-24T00:00:00Z'));
    for (const file of [meetingCalendar(meeting, now), later]) {
      expect(unfolded(file)).toContain('UID:2026-11-silent-world@same-page');
    }
  });

  it('opens and closes every part and ends every line with CR LF', () => {
    const file = meetingCalendar(meeting, now);
    const lines = unfolded(file);
    for (const part of ['VCALENDAR', 'VTIMEZONE', 'STANDARD', 'VEVENT', 'VALARM']) {
      expect(lines.filter((line) => line === `BEGIN:${part}`)).toHaveLength(1);
      expect(lines.filter((line) => line === `END:${part}`)).toHaveLength(1);
    }
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('has no line over 75 octets and loses no character by folding', () => {
    const file = meetingCalendar(meeting, now);
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`DESCRIPTION:${escapeText(meeting.description)}`);
  });
});

describe('text in it', () => {
  it('is escaped where it would mean something', () => {
    expect(escapeText('a\\b;c,d\r\ne\nf')).toBe(String.raw`a\\b\;c\,d\ne\nf`);
  });

  it('is never folded inside a character', () => {
    const line = `SUMMARY:${'𠮷读'.repeat(30)}`;
    const folded = fold(line);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
    expect(folded).not.toContain('\uFFFD');
  });
});
