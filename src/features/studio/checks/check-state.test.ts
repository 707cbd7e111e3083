import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import {
  draftIssue,
  draftPiece,
  draftTrack,
  examinedIssue,
  sentenceId,
} from '../../../authoring/draft/fixture.ts';
import { findingKey, withReason } from '../../../core/checks/finding-key.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { byPlace, checkList, quickReasonsOf } from './check-state.ts';

const pieces = [
  draftPiece({
    tracks: [draftTrack({ consent: false, marks: [{ sentence: sentenceId('s1'), start: 0 }] })],
  }),
  draftPiece({ id: 'evening', title: '' }),
];
const issue = examinedIssue(draftIssue({ title: '', pieces: ['morning', 'evening'] }), pieces);
const findings = checkDraft({ issue, pieces, club });
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('the list of checks', () => {
  it('shows what is of this piece and of its month, and counts the other pieces', () => {
    const { piece, month: ofMonth, others } = byPlace(findings, 'morning');
    expect(codes(piece)).toEqual(['signer-consent-missing', 'sentences-uncovered']);
    expect(codes(ofMonth)).toEqual(['issue-title-missing']);
    expect(codes(others.get('evening') ?? [])).toEqual(['piece-title-missing']);
  });

  it('groups by what forbids release, what needs a reason, and what has one', () => {
    const { piece } = byPlace(findings, 'morning');
    expect(checkList(piece, { reasons: {}, writing: null })).toMatchObject({
      errors: [{ code: 'signer-consent-missing' }],
      unreasoned: [{ code: 'sentences-uncovered' }],
      reasoned: [],
    });
    const [, uncovered] = piece;
    if (!uncovered) throw new Error('nothing was found');
    const reasons = withReason({}, uncovered, '出处');
    expect(codes(checkList(piece, { reasons, writing: null }).reasoned)).toEqual(['sentences-uncovered']);
  });

  it('leaves a finding where it is while its reason is being written', () => {
    const { piece } = byPlace(findings, 'morning');
    const [, uncovered] = piece;
    if (!uncovered) throw new Error('nothing was found');
    const reasons = withReason({}, uncovered, '出');
    const list = checkList(piece, { reasons, writing: findingKey(uncovered) });
    expect(codes(list.unreasoned)).toEqual(['sentences-uncovered']);
  });

  it('offers what is often said', () => {
    expect(quickReasonsOf('picture-text-unjudged')).toEqual(['noText', 'textReadable']);
    expect(quickReasonsOf('text-hard')).toEqual([]);
  });
});
