import { describe, expect, it } from 'vitest';
import { checkIssue } from './checks.ts';
import type { IssueDraft } from './draft.ts';
import { findingKey, findingKeys, openFindings, reasonFor, withReason } from './finding-key.ts';
import { draft, id, piece, sentence, signTrack, without, withPiece } from './fixture.ts';

const found = (issue: IssueDraft, code: string) => {
  const finding = checkIssue(issue, { allowPlaceholders: false }).find((other) => other.code === code);
  if (!finding) throw new Error(`${code} was not found`);
  return finding;
};
const signs = (...names: string[]) =>
  withPiece({
    blocks: [...piece().blocks, { type: 'paragraph', sentences: [sentence('s3'), sentence('s4')] }],
    tracks: [
      signTrack({ cues: names.map((name, index) => ({ sentence: id(name), start: index, end: index + 1 })) }),
    ],
  });

describe('a written reason', () => {
  it('is kept under the check and its place, by ids', () => {
    expect(findingKey(found(signs('s1', 's2'), 'sentences-uncovered'))).toBe(
      'sentences-uncovered@morning/sign-csl',
    );
    expect(findingKeys(found(signs('s1', 's2'), 'sentences-uncovered'))).toEqual([
      'sentences-uncovered@morning/sign-csl#s3',
      'sentences-uncovered@morning/sign-csl#s4',
    ]);
    expect(findingKeys(found(without(draft(), 'session'), 'session-missing'))).toEqual([
      'session-missing@session',
    ]);
  });

  it('stands for the sentences it was written for, also when some of them are cured', () => {
    const finding = found(signs('s1', 's2'), 'sentences-uncovered');
    const reasons = withReason({}, finding, '出处，不打手语');
    expect(reasonFor(finding, reasons)).toBe('出处，不打手语');
    expect(reasonFor(found(signs('s1', 's2', 's3'), 'sentences-uncovered'), reasons)).toBe('出处，不打手语');
  });

  it('is asked for again when another sentence is left out', () => {
    const reasons = withReason({}, found(signs('s1', 's2'), 'sentences-uncovered'), '出处');
    const more = found(signs('s1'), 'sentences-uncovered');
    expect(reasonFor(more, reasons)).toBe('');
    expect(openFindings([more], reasons)).toEqual([more]);
  });

  it('taken back leaves nothing behind, and leaves other reasons alone', () => {
    const finding = found(signs('s1', 's2'), 'sentences-uncovered');
    const reasons = withReason({ other: '别的' }, finding, '出处');
    expect(withReason(reasons, finding, ' ')).toEqual({ other: '别的' });
  });

  it('never answers an error', () => {
    const error = found(withPiece({ tracks: [] }), 'sign-missing');
    expect(openFindings([error], withReason({}, error, '来不及'))).toEqual([error]);
  });
});
