import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../reading/model.ts';
import { cutTakes, takesOfMarks, uncutMarks, type Take } from './takes.ts';

const id = (n: number) => v.parse(SentenceIdSchema, `s${n}`);
const order = Array.from({ length: 20 }, (_, n) => id(n));
const take = (n: number, start: number, end: number, file = 'a'): Take => ({
  file,
  sentence: id(n),
  start,
  end,
});
const durations = new Map([
  ['a', 60],
  ['b', 30],
]);

describe('the film made from takes', () => {
  it('signed through without a stop is one piece, and the file as it is will do', () => {
    const cut = cutTakes([take(0, 3, 6), take(1, 6, 11), take(2, 11, 58)], order, durations);
    expect(cut.segments).toEqual([{ file: 'a', from: 2.5, to: 58.5 }]);
    expect(uncutMarks(cut, durations)).toEqual([
      { sentence: id(0), start: 3 },
      { sentence: id(1), start: 6 },
      { sentence: id(2), start: 11, end: 58 },
    ]);
  });

  it('a sentence tried again leaves the first try out', () => {
    const takes = [take(0, 3, 6), take(1, 6, 9), take(1, 9, 14), take(2, 14, 20)];
    const cut = cutTakes(takes, order, durations);
    expect(cut.segments).toEqual([
      { file: 'a', from: 2.5, to: 6 },
      { file: 'a', from: 9, to: 20.5 },
    ]);
    expect(cut.marks.map(({ start }) => start)).toEqual([0.5, 3.5, 8.5]);
    expect(uncutMarks(cut, durations)).toBeNull();
  });

  it('a sentence recorded later, in another recording, stands in its place of the text', () => {
    const cut = cutTakes(
      [take(0, 3, 6), take(1, 6, 9), take(2, 9, 12), take(1, 2, 7, 'b')],
      order,
      durations,
    );
    expect(cut.segments.map(({ file }) => file)).toEqual(['a', 'b', 'a']);
    expect(cut.marks.map(({ sentence }) => sentence)).toEqual([id(0), id(1), id(2)]);
  });

  it('never shows the end of another try before its first sentence', () => {
    const cut = cutTakes([take(0, 1, 4.9), take(0, 5, 9)], order, durations);
    expect(cut.segments[0]?.from).toBeCloseTo(4.9);
  });

  it('cuts for a long wait, and not for a countdown', () => {
    expect(uncutMarks(cutTakes([take(0, 30, 59)], order, durations), durations)).toBeNull();
    expect(uncutMarks(cutTakes([take(0, 4, 59)], order, durations), durations)).not.toBeNull();
  });

  it('whatever was taken: marks rise, in the order of the text, and each can be found again in its recording', () => {
    const anyTake = fc
      .record({
        n: fc.nat(19),
        start: fc.integer({ min: 0, max: 500 }),
        length: fc.integer({ min: 3, max: 60 }),
        file: fc.constantFrom('a', 'b'),
      })
      .map(({ n, start, length, file }) => take(n, start / 10, (start + length) / 10, file));
    fc.assert(
      fc.property(fc.array(anyTake, { maxLength: 30 }), (takes) => {
        const long = new Map([
          ['a', 60],
          ['b', 60],
        ]);
        const { segments, marks } = cutTakes(takes, order, long);
        const total = segments.reduce((sum, { from, to }) => sum + to - from, 0);
        marks.forEach((mark, i) => {
          expect(mark.start).toBeGreaterThan(marks[i - 1]?.start ?? -1);
          expect(mark.start).toBeLessThan(total);
        });
        const wanted = order.flatMap((sentence) => takes.findLast((one) => one.sentence === sentence) ?? []);
        const found = takesOfMarks(marks, segments, total);
        expect(found.map(({ file, sentence }) => [file, sentence])).toEqual(
          wanted.map(({ file, sentence }) => [file, sentence]),
        );
        found.forEach((one, i) => {
          // Takes that nearly touch are joined, which may move a start by that much.
          expect(Math.abs(one.start - (wanted[i]?.start ?? NaN))).toBeLessThanOrEqual(0.021);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
