import { describe, expect, it } from 'vitest';
import { rateLimit } from './rate-limit.ts';

function limited() {
  let nowMs = 0;
  const limit = rateLimit(() => nowMs);
  const wait = (by: Parameters<typeof limit.check>[0]): number => {
    try {
      limit.check(by);
      return 0;
    } catch (error) {
      return Number((error as { values: { seconds: number } }).values.seconds);
    }
  };
  return { limit, wait, pass: (seconds: number) => void (nowMs += seconds * 1000) };
}

describe('wrong answers', () => {
  it('cost an account nothing at first, then twice the wait each time, never more than a minute', () => {
    const { limit, wait, pass } = limited();
    const waits = Array.from({ length: 14 }, () => {
      const seconds = wait({ account: 'a' });
      pass(seconds);
      limit.fail({ account: 'a' });
      return seconds;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('from one address never cost it more than a quarter of an hour, and are forgotten after an hour', () => {
    const { limit, wait, pass } = limited();
    for (let time = 0; time < 60; time += 1) limit.fail({ address: '192.0.2.1' });
    expect(wait({ address: '192.0.2.1' })).toBe(15 * 60);
    expect(wait({ address: '192.0.2.2' })).toBe(0);
    pass(60 * 60);
    expect(wait({ address: '192.0.2.1' })).toBe(0);
  });

  it('are made good for the account by the right one, for the address only that one', () => {
    const { limit, wait } = limited();
    const by = { address: '192.0.2.1', account: 'a' };
    for (let time = 0; time < 12; time += 1) limit.fail(by);
    limit.succeed(by);
    expect(wait({ account: 'a' })).toBe(0);
    expect(wait({ address: '192.0.2.1' })).toBeGreaterThan(0);
  });

  it('of ten thousand strangers are not all remembered', () => {
    const { limit, wait } = limited();
    for (let time = 0; time < 20; time += 1) limit.fail({ account: 'first' });
    for (let stranger = 0; stranger < 10_000; stranger += 1) limit.fail({ account: `s${stranger}` });
    expect(wait({ account: 'first' })).toBe(0);
  });
});
