import { expect, it } from 'vitest';
import { captionProblemTexts } from './problem-text.ts';

it('says every problem in all three languages, with the same parameters', () => {
  for (const [code, texts] of Object.entries(captionProblemTexts)) {
    const parameters = Object.values(texts).map((text) =>
      [...text.matchAll(/\{\w+\}/gu)].map(String).sort().join(),
    );
    expect([code, new Set(parameters).size]).toEqual([code, 1]);
    expect(Object.values(texts).every((text) => text.length > 5)).toBe(true);
  }
});
