import { describe, expect, it } from 'vitest';
import { dateText, durationText, monthText, timeText } from './format-in.ts';

describe('dates and lengths', () => {
  it('reads a calendar date as the day it names, whatever the time zone of the tablet', () => {
    expect(dateText('zh-Hans', '2026-11-28', 'full')).toBe('2026年11月28日星期六');
    expect(dateText('en', '2026-11-28', 'dayWeekday')).toBe('Saturday 28 November');
    expect(dateText('zh-Hans', '2026-11-28', 'dayOfMonth')).toBe('28');
  });

  it('gives a damaged date back rather than saying "Invalid Date"', () => {
    expect(dateText('zh-Hans', 'soon', 'day')).toBe('soon');
    expect(monthText('en', '2026-1x', 'long')).toBe('2026-1x');
  });

  it('says a month the way each language does', () => {
    expect(monthText('zh-Hans', '2026-11', 'long')).toBe('2026年11月');
    expect(monthText('zh-Hans', '2026-11', 'short')).toBe('11月');
    expect(monthText('en', '2026-11', 'long')).toBe('November 2026');
  });

  it('says lengths as people do, in whole minutes from ten up, and never as nothing', () => {
    expect([45, 83, 120, 540, 754].map((seconds) => durationText('zh-Hans', seconds))).toEqual([
      '45 秒',
      '1 分 23 秒',
      '2 分钟',
      '9 分钟',
      '13 分钟',
    ]);
    expect(durationText('zh-Hant', 600)).toBe('10 分鐘');
    expect(durationText('en', 83)).toBe('1 min 23 s');
    expect(durationText('en', 60)).toBe('1 minute');
    expect(durationText('en', 0.2)).toBe('1 second');
  });

  it('writes a position on a time line', () => {
    expect([0, 9.9, 112, 3725].map(timeText)).toEqual(['0:00', '0:09', '1:52', '1:02:05']);
  });
});
