import { describe, expect, it } from 'vitest';
import { scrollNeeded } from './follow-zone.ts';

const view = { top: 100, bottom: 600 };

describe('following the current sentence', () => {
  it('moves nothing while the sentence stands comfortably', () => {
    expect(scrollNeeded({ top: 200, bottom: 260 }, view)).toBe(0);
  });
  it('brings a sentence near the lower edge up, before it is cut', () => {
    expect(scrollNeeded({ top: 520, bottom: 580 }, view)).toBe(350);
  });
  it('brings a sentence above the view down', () => {
    expect(scrollNeeded({ top: 20, bottom: 80 }, view)).toBe(-150);
  });
  it('leaves a sentence longer than the view alone once it fills it', () => {
    expect(scrollNeeded({ top: 140, bottom: 900 }, view)).toBe(0);
  });
  it('shows a long sentence from its beginning', () => {
    expect(scrollNeeded({ top: 400, bottom: 1200 }, view)).toBe(230);
  });
});
