import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findingKey } from '../../core/checks/finding-key.ts';
import { club } from '../../core/shelf/fixture.ts';
import { checkDraft } from './check-draft.ts';
import { examinationFrom, examinationOf, fingerprintOf, withExaminedOf } from './examination.ts';
import { attachment, draftIssue, draftPiece, draftTrack, examinedIssue, signVideo } from './fixture.ts';
import { DraftIssueSchema, DraftPieceSchema, type Attachment, type DraftPiece } from './model.ts';
import { progressOf } from './progress.ts';

const piece = draftPiece();
const month = examinedIssue(draftIssue(), [piece]);
const told = (pieces: readonly DraftPiece[], issue = month) =>
  checkDraft({ issue, pieces, club }).map(({ code, step }) => `${code} ${step}`);

describe('the examination of a preview', () => {
  it('holds for the piece as it was examined: read anew from disk, with another note, and after an undo', () => {
    const onDisk = v.parse(DraftPieceSchema, JSON.parse(JSON.stringify(piece)));
    const issue = v.parse(DraftIssueSchema, JSON.parse(JSON.stringify(month)));
    expect(examinationOf(issue, onDisk).state).toBe('current');
    const noted = draftPiece({ tracks: [draftTrack({ notes: { s1: '慢一点' } })] });
    expect(examinationOf(month, noted).state).toBe('current');
    expect(told([onDisk], issue)).toEqual([]);
  });

  it('holds where a file is measured anew, and not where it is another file', () => {
    const of = (more: Partial<Attachment>) =>
      draftPiece({ tracks: [draftTrack({ media: signVideo({ frameRate: 25, ...more }) })] });
    const examined = examinedIssue(draftIssue(), [of({})]);
    expect(examinationOf(examined, of({ durationSeconds: 10.02, bytes: 999_999 })).state).toBe('current');
    expect(examinationOf(examined, of({ id: attachment('f').id })).state).toBe('outdated');
  });

  it.each([
    ['the text', draftPiece({ title: '晚上' }), month],
    ['the signing', draftPiece({ tracks: [draftTrack({ filmOffset: 1 })] }), month],
    [
      'a card it marks',
      piece,
      { ...month, terms: month.terms.map((term) => ({ ...term, explanation: '很窄的路。' })) },
    ],
  ])('is asked for again when %s changed, and keeps the month back until then', (_what, changed, issue) => {
    expect(told([changed], issue)).toEqual(['preview-outdated check']);
    expect(progressOf({ issue, pieces: [changed], club }).whole.preview).toMatchObject({
      state: 'open',
      open: 1,
    });
  });

  it('that never was keeps the month back, but for a piece with nothing in it yet', () => {
    expect(told([piece], draftIssue())).toEqual(['preview-unexamined check']);
    const empty = draftPiece({ blocks: [], tracks: [] });
    expect(told([empty], draftIssue()).join()).not.toContain('preview');
  });

  it('says each rule once, with all that stands there, and keeps a reason to its own rule', () => {
    const at = (text: string) => ({ text });
    const examination = examinationFrom(
      fingerprintOf(month, piece),
      [
        [{ rule: 'empty-heading', help: 'x', places: [at('桥')] }],
        [
          { rule: 'empty-heading', help: 'x', places: [at('桥'), at('河')] },
          { rule: 'target-size', help: 'y', places: [at('')] },
          { rule: 'region', help: 'z', places: [at('')] },
        ],
      ],
      0,
    );
    const found = checkDraft({
      issue: { ...month, examined: { morning: examination } },
      pieces: [piece],
      club,
    });
    expect(found.map(findingKey)).toEqual([
      'axe-empty-heading@morning',
      'axe-other@morning/target-size',
      'axe-other@morning/region',
    ]);
    expect(found[0]).toMatchObject({ severity: 'error', quotes: ['桥', '河'] });
    expect(found[1]).toMatchObject({ severity: 'warning', step: 'check' });
  });

  it('is no part of what is undone', () => {
    expect(withExaminedOf(draftIssue({ title: '以前' }), month)).toEqual({ ...month, title: '以前' });
    expect(withExaminedOf(month, draftIssue())).toEqual(draftIssue());
  });
});
