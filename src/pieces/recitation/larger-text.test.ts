import { describe, expect, it } from 'vitest';
import { largerText } from './larger-text.ts';

describe('a text to be read aloud', () => {
  it('is one step larger than the reader’s own size, up to the largest there is', () => {
    expect(largerText('standard')).toBe('large');
    expect(largerText('larger')).toBe('giant');
    expect(largerText('giant')).toBe('giant');
  });
});
