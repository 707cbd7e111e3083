import { expect, it } from 'vitest';
import { outdated, type OldDocument } from './old-documents.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const now = Date.UTC(2026, 10, 26, 12);

/** One every `everyMs`, back from `fromMs` ago to `toMs` ago. */
const typed = (of: string, fromMs: number, toMs: number, everyMs: number): readonly OldDocument[] =>
  Array.from({ length: Math.floor((toMs - fromMs) / everyMs) }, (_, at) => {
    const endedMs = now - fromMs - at * everyMs;
    return { name: `${of}-${endedMs}`, of, endedMs };
  });
const left = (documents: readonly OldDocument[]): readonly OldDocument[] => {
  const gone = new Set(outdated(documents, now));
  return documents.filter(({ name }) => !gone.has(name));
};

it('of the last hour everything is kept', () => {
  const hour = typed('a', 0, HOUR_MS, 2_000);
  expect(left(hour)).toEqual(hour);
});

it('of the last day one an hour, of a month one a day, the last of each, for each piece', () => {
  const month = [...typed('a', 0, 40 * DAY_MS, 60_000), ...typed('b', 0, 40 * DAY_MS, 60_000)];
  const ages = left(month)
    .filter(({ of }) => of === 'a')
    .map(({ endedMs }) => now - endedMs);
  const between = (from: number, to: number) => ages.filter((age) => age > from && age <= to).length;
  expect(between(HOUR_MS, DAY_MS)).toBe(23);
  expect([29, 30, 31]).toContain(between(DAY_MS, 30 * DAY_MS));
  expect(between(30 * DAY_MS, Infinity)).toBe(0);
  expect(left(month).filter(({ of }) => of === 'b')).toHaveLength(ages.length);
  // The last of a day.
  const days = left(month).filter(({ of, endedMs }) => of === 'a' && now - endedMs > 2 * DAY_MS);
  expect(days.slice(0, -1).every(({ endedMs }) => endedMs % DAY_MS === DAY_MS - 60_000)).toBe(true);
});

it('a text that nobody touched in between is kept for a month after it was written over', () => {
  const one = [{ name: 'x', of: 'a', endedMs: now - 29 * DAY_MS }];
  expect(outdated(one, now)).toEqual([]);
  expect(outdated(one, now + 2 * DAY_MS)).toEqual(['x']);
});
