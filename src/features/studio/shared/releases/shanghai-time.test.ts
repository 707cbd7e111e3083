import { assert as holds, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstProposal, instantOf, wallTimeOf } from './shanghai-time.ts';

const utc = (text: string): number => Date.parse(text);

describe('the time of a release', () => {
  it('is Shanghai’s, whatever zone the machine is in', () => {
    expect(instantOf({ day: '2026-12-01', time: '06:00' })).toBe(utc('2026-11-30T22:00:00Z'));
    expect(wallTimeOf(utc('2026-11-30T22:00:00Z'))).toEqual({ day: '2026-12-01', time: '06:00' });
    expect(wallTimeOf(utc('2026-11-30T16:00:00Z'))).toEqual({ day: '2026-12-01', time: '00:00' });
  });

  it('comes back as it was entered, on every day and in every zone', () => {
    const minutes = integer({
      min: utc('2026-01-01T00:00:00Z') / 60_000,
      max: utc('2030-01-01T00:00:00Z') / 60_000,
    });
    const zones = constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC');
    holds(
      property(minutes, zones, (minute, zone) => {
        const wall = wallTimeOf(minute * 60_000, zone);
        const back = instantOf(wall, zone);
        expect(back).not.toBeNull();
        expect(wallTimeOf(back ?? 0, zone)).toEqual(wall);
      }),
    );
  });

  it.each([
    ['', '06:00'],
    ['2026-12-01', ''],
    ['2026-02-30', '06:00'],
    ['2026-12-01', '24:10'],
  ])('is nothing where %s %s is no day and time', (day, time) => {
    expect(instantOf({ day, time })).toBeNull();
  });

  it('is nothing in the hour a zone leaves out', () => {
    expect(instantOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBeNull();
  });

  it('is first proposed for the morning of the month, or for tomorrow', () => {
    const now = utc('2026-11-25T10:00:00Z');
    expect(firstProposal('2026-12', now)).toEqual({ day: '2026-12-01', time: '06:00' });
    expect(firstProposal('2026-11', now)).toEqual({ day: '2026-11-26', time: '06:00' });
    // In Shanghai it is tomorrow already.
    expect(firstProposal('2026-11', utc('2026-11-25T17:00:00Z')).day).toBe('2026-11-27');
  });
});
