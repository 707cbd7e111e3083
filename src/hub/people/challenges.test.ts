import { expect, it } from 'vitest';
import { challengeMs, challenges } from './challenges.ts';

const openAt = (nowMs: () => number = () => 0) => challenges(nowMs);

it('a challenge is good once, for its purpose, for ten minutes', () => {
  let now = 0;
  const open = openAt(() => now);
  const [one, two, three] = [1, 2, 3].map(() => open.make('sign-in', 'here'));
  expect(open.take(one ?? '', 'enrol')).toBe(false);
  expect(open.take(one ?? '', 'sign-in')).toBe(false);
  expect([open.take(two ?? '', 'sign-in'), open.take(two ?? '', 'sign-in')]).toEqual([true, false]);
  now = challengeMs;
  expect(open.take(three ?? '', 'sign-in')).toBe(false);
});

it('whoever asks for very many keeps nobody else from signing in', () => {
  const open = openAt();
  const colleague = open.make('sign-in', 'centre');
  const flood = Array.from({ length: 20_000 }, () => open.make('sign-in', 'stranger'));
  expect(open.take(colleague, 'sign-in')).toBe(true);
  expect(open.take(flood.at(0) ?? '', 'sign-in')).toBe(false);
  expect(open.take(flood.at(-1) ?? '', 'sign-in')).toBe(true);
});
