import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, type Line } from './text-diff.ts';

const marked = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => line.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join(''));

describe('two texts side by side', () => {
  it('marks the characters that differ, and leaves what is the same', () => {
    const { mine, theirs } = diffLines(['早上。', '她买了菜。'], ['早上。', '她买了花。']);
    expect(marked(mine)).toEqual(['早上。', '她买了[菜]。']);
    expect(marked(theirs)).toEqual(['早上。', '她买了[花]。']);
  });

  it('marks a line only one side has', () => {
    const { mine, theirs } = diffLines(['一。', '二。', '三。'], ['一。', '三。']);
    expect(marked(mine)).toEqual(['一。', '[二。]', '三。']);
    expect(marked(theirs)).toEqual(['一。', '三。']);
  });

  it('shows every character of both, and what is not marked is in both', () => {
    const line = fc
      .array(fc.constantFrom('一', '二', '三', '𠮷'), { maxLength: 5 })
      .map((all) => all.join(''));
    const text = fc.array(line, { maxLength: 5 });
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const diff = diffLines(mine, theirs);
        const whole = (lines: readonly Line[]) => lines.map((one) => one.map((part) => part.text).join(''));
        const shared = (lines: readonly Line[]) =>
          lines.flatMap((one) => one.flatMap((part) => (part.isOwn ? [] : [part.text]))).join('');
        expect(whole(diff.mine)).toEqual(mine);
        expect(whole(diff.theirs)).toEqual(theirs);
        expect(shared(diff.mine)).toBe(shared(diff.theirs));
      }),
    );
  });
});
