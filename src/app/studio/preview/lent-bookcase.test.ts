import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Bookcase } from '../../../library/bookcase.ts';
import { lentBookcase } from './lent-bookcase.ts';

const failing = (error: unknown): Bookcase => {
  const fail = async () => {
    throw error;
  };
  return { clubs: fail, issues: fail, issue: fail, piece: fail, terms: fail, refresh: fail, urlOf: () => '' };
};
/** As another window throws it: no `Error` of this one. */
const foreign = (problem: string): unknown =>
  runInNewContext(`Object.assign(new Error('x'), { problem: ${JSON.stringify(problem)} })`);

describe('a bookcase lent by another window', () => {
  it('fails in this window’s own terms, so that the page says what is the matter', async () => {
    expect(foreign('not-found')).not.toBeInstanceOf(Error);
    const asked = lentBookcase(failing(foreign('not-found'))).piece('a', 'b');
    await expect(asked).rejects.toBeInstanceOf(Error);
    await expect(lentBookcase(failing(foreign('not-found'))).issue('a')).rejects.toMatchObject({
      name: 'BookcaseError',
      problem: 'not-found',
    });
  });

  it('passes nothing it does not know for something it does', async () => {
    await expect(lentBookcase(failing(foreign('made-up'))).clubs()).rejects.not.toHaveProperty('problem');
  });
});
