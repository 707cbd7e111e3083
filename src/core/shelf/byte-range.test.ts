import { describe, expect, it } from 'vitest';
import { parseRange, rangeOfContent } from './byte-range.ts';

const SIZE = 1000;

describe('the bytes a request asks for', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-1', 0, 1],
    ['bytes=0-', 0, 999],
    ['bytes=999-', 999, 999],
    ['bytes=10-19', 10, 19],
    ['bytes=10-5000', 10, 999],
    ['bytes=0-99999999999999999999', 0, 999],
    ['bytes=-1', 999, 999],
    ['bytes=-5000', 0, 999],
    ['Bytes = 5-6 ', 5, 6],
  ])('%s', (header, start, end) => expect(parseRange(header, SIZE)).toEqual({ start, end }));

  it.each([null, undefined, '', 'bytes', 'items=0-5', 'bytes=0-1,5-6', 'bytes=0-1, -1'])(
    'the whole file for %s',
    (header) => expect(parseRange(header, SIZE)).toBeNull(),
  );

  it.each([
    'bytes=1000-',
    'bytes=1000-1001',
    'bytes=99999999999999999999-',
    'bytes=-0',
    'bytes=-',
    'bytes=',
    'bytes=x-y',
    'bytes=5-2',
    'bytes=--5',
    'bytes=1.5-2',
    'bytes=0x1-5',
  ])('nothing that can be answered for %s', (header) =>
    expect(parseRange(header, SIZE)).toBe('unsatisfiable'),
  );

  it('any range of an empty file cannot be answered', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-5', 0)).toBe('unsatisfiable');
  });
});

describe('a range on condition of the content', () => {
  const asked = (ifRange?: string): string | null => {
    const headers = new Headers({ range: 'bytes=5-', ...(ifRange && { 'if-range': ifRange }) });
    return rangeOfContent({ headers }, 'abc');
  };
  it('counts without one, and for this content', () => {
    expect(asked()).toBe('bytes=5-');
    expect(asked('"abc"')).toBe('bytes=5-');
  });
  it('is the whole file for another, a weak or a dated content', () => {
    expect(asked('"abd"')).toBeNull();
    expect(asked('W/"abc"')).toBeNull();
    expect(asked('Sun, 06 Nov 1994 08:49:37 GMT')).toBeNull();
  });
});
