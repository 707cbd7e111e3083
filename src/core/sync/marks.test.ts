import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../reading/model.ts';
import {
  cuesFromMarks,
  dropMark,
  moveBoundary,
  setMark,
  shortestSentenceSeconds,
  trimMarks,
  type SentenceMark,
} from './marks.ts';

const id = (n: number) => v.parse(SentenceIdSchema, `s${n}`);
const taps = (...starts: number[]): SentenceMark[] => starts.map((start, i) => ({ sentence: id(i), start }));
const plain = { leadSeconds: 0, tailSeconds: 0, durationSeconds: 60 };

const seconds = fc.double({ min: -5, max: 130, noNaN: true });
const adjustment = fc.option(fc.double({ min: -3, max: 3, noNaN: true }), { nil: undefined });
const anyMarks = fc.array(
  fc.record({
    sentence: fc.integer({ min: 0, max: 30 }).map(id),
    start: seconds,
    end: fc.option(seconds, { nil: undefined }),
    leadSeconds: adjustment,
    tailSeconds: adjustment,
  }),
  { maxLength: 40 },
);
const anyMaking = fc.record({
  leadSeconds: fc.double({ min: -3, max: 3, noNaN: true }),
  tailSeconds: fc.double({ min: -3, max: 3, noNaN: true }),
  durationSeconds: fc.double({ min: 0.5, max: 120, noNaN: true }),
});

describe('cues from marks', () => {
  it('begin a lead after the tap and end a tail before the next', () => {
    const cues = cuesFromMarks(taps(1, 4, 9), { leadSeconds: 0.2, tailSeconds: 0.3, durationSeconds: 12 });
    expect(cues.map(({ start, end }) => [start, Math.round(end * 1000) / 1000])).toEqual([
      [1.2, 3.7],
      [4.2, 8.7],
      [9.2, 12],
    ]);
  });

  it('take the lead and tail of one sentence before those of the track', () => {
    const [first, second] = taps(1, 4);
    if (!first || !second) throw new Error('two taps');
    const cues = cuesFromMarks(
      [
        { ...first, tailSeconds: 0.5 },
        { ...second, leadSeconds: -0.4 },
      ],
      plain,
    );
    expect(cues.map(({ start, end }) => [start, end])).toEqual([
      [1, 3.5],
      [3.6, 60],
    ]);
  });

  it('leave an end set by hand alone', () => {
    const [cue] = cuesFromMarks([{ sentence: id(0), start: 1, end: 5 }], { ...plain, tailSeconds: 0.5 });
    expect(cue?.end).toBe(5);
  });

  it('whatever was tapped and set: rising, never overlapping, inside the medium, one a sentence', () => {
    fc.assert(
      fc.property(anyMarks, anyMaking, (marks, making) => {
        const cues = cuesFromMarks(marks, making);
        expect(new Set(cues.map(({ sentence }) => sentence)).size).toBe(cues.length);
        cues.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(making.durationSeconds);
          expect(cues[i + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end - 1e-9);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no sentence that was tapped inside the medium at a time of its own', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5900 }), { maxLength: 30 }),
        anyMaking,
        (hundredths, making) => {
          const marks = taps(...hundredths.map((n) => n / 100));
          expect(cuesFromMarks(marks, { ...making, durationSeconds: 60 })).toHaveLength(marks.length);
        },
      ),
    );
  });
});

describe('changing marks', () => {
  it('a sentence tapped again has the later time, and stands where that time is', () => {
    const marks = setMark(taps(1, 4, 9), { sentence: id(0), start: 6 });
    expect(marks.map(({ sentence, start }) => `${sentence} ${start}`)).toEqual(['s1 4', 's0 6', 's2 9']);
    expect(dropMark(marks, id(1))).toHaveLength(2);
  });

  it('a start moves up to its neighbours and takes the end before it along', () => {
    const marks: SentenceMark[] = [
      { sentence: id(0), start: 1, end: 3.5 },
      { sentence: id(1), start: 4 },
      { sentence: id(2), start: 9 },
    ];
    expect(moveBoundary(marks, id(1), 'start', 2, 60)).toMatchObject([
      { end: 2 },
      { start: 2 },
      { start: 9 },
    ]);
    expect(moveBoundary(marks, id(1), 'start', -3, 60)[1]?.start).toBe(1 + shortestSentenceSeconds);
    expect(moveBoundary(marks, id(1), 'start', 30, 60)[1]?.start).toBe(9 - shortestSentenceSeconds);
  });

  it('an end moves no further than the next sentence and the medium', () => {
    expect(moveBoundary(taps(1, 4), id(0), 'end', 9, 60)[0]?.end).toBe(4);
    expect(moveBoundary(taps(1, 4), id(1), 'end', 90, 60)[1]?.end).toBe(60);
    expect(moveBoundary(taps(1, 4), id(0), 'end', 0, 60)[0]?.end).toBe(1 + shortestSentenceSeconds);
  });

  it('moving any boundary anywhere keeps every mark and their order', () => {
    const wide = fc.uniqueArray(fc.integer({ min: 0, max: 290 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(wide, fc.nat(19), fc.constantFrom('start', 'end'), seconds, (fifths, which, edge, to) => {
        const marks = taps(...fifths.sort((a, b) => a - b).map((n) => n / 5));
        const moved = moveBoundary(marks, id(which % marks.length), edge, to, 60);
        expect(moved.map(({ sentence }) => sentence)).toEqual(marks.map(({ sentence }) => sentence));
        expect(cuesFromMarks(moved, plain)).toHaveLength(marks.length);
      }),
    );
  });

  it('trimming keeps what lies inside and counts from its beginning', () => {
    const marks: SentenceMark[] = [...taps(1, 4, 9), { sentence: id(3), start: 12, end: 14 }];
    expect(trimMarks(marks, { from: 3, to: 13 })).toEqual([
      { sentence: id(0), start: 0 },
      { sentence: id(1), start: 1 },
      { sentence: id(2), start: 6 },
      { sentence: id(3), start: 9, end: 10 },
    ]);
    expect(trimMarks(marks, { from: 4, to: 9 }).map(({ sentence }) => sentence)).toEqual([id(1)]);
  });
});
