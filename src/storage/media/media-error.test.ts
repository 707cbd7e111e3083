import { describe, expect, it } from 'vitest';
import { MediaStoreError, requireSha256, toMediaError, withMediaErrors } from './media-error.ts';

const faultOf = (error: unknown): unknown => {
  const media = toMediaError(error);
  return media instanceof MediaStoreError ? media.fault : null;
};

describe('what an engine says, as what can be done about it', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['NS_ERROR_FILE_NO_DEVICE_SPACE', 'full'],
    ['NoModificationAllowedError', 'busy'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'gone'],
    ['UnknownError', 'gone'],
    ['InvalidStateError', 'gone'],
  ])('%s is %s', (name, fault) => expect(faultOf(new DOMException('x', name))).toBe(fault));

  it('a full tablet is known by name alone: the error is not everywhere a DOMException', () => {
    const error = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
    expect(faultOf(error)).toBe('full');
  });

  it('a mistake of ours is not blamed on the tablet', async () => {
    const mistake = new TypeError('x is not a function');
    expect(toMediaError(mistake)).toBe(mistake);
    await expect(withMediaErrors(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });

  it('keeps the cause', () => {
    const cause = new DOMException('x', 'NotFoundError');
    expect(toMediaError(cause)).toMatchObject({ cause, message: 'NotFoundError: x' });
    expect(toMediaError(toMediaError(cause))).toMatchObject({ cause });
  });

  it.each(['', '../x', 'A'.repeat(64), `${'a'.repeat(64)}.part`])('%s is no name', (name) => {
    expect(() => requireSha256(name)).toThrow(MediaStoreError);
  });
});
