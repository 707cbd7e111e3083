import { describe, expect, it } from 'vitest';
import { sentencesOfPiece } from '../../../authoring/draft/model.ts';
import { cue, filmPiece } from './fixture.ts';
import {
  emptyTake,
  finish,
  linesToTime,
  markIn,
  markOut,
  setText,
  skipLine,
  withLines,
} from './take-state.ts';

describe('captions taken down while the film plays', () => {
  it('a tap where it begins, a tap where it ends, words before', () => {
    const begun = markIn(setText(emptyTake, '你好'), 1.2);
    expect(begun).toMatchObject({ add: null, needs: null });
    expect(markOut(begun.take, 2.6)).toMatchObject({
      add: { start: 1.2, end: 2.6, text: '你好' },
      take: emptyTake,
    });
  });

  it('words may come after: the times wait for them', () => {
    const ended = markOut(markIn(emptyTake, 1).take, 3);
    expect(ended).toMatchObject({ add: null, needs: 'text' });
    expect(finish(setText(ended.take, ' 你好 \n')).add).toEqual({ start: 1, end: 3, text: '你好' });
  });

  it('the beginning of the next one ends the one that is running, two frames before', () => {
    const first = markIn(withLines(emptyTake, [{ text: '一' }, { text: '二' }]), 1).take;
    const second = markIn(first, 4, { framesPerSecond: 25 });
    expect(second.add).toEqual({ start: 1, end: 3.92, text: '一' });
    expect(second.take).toMatchObject({ start: 4, end: null, text: '二' });
  });

  it('an end without a beginning, or before it, is said and loses nothing', () => {
    expect(markOut(setText(emptyTake, '好'), 3)).toMatchObject({ needs: 'start', take: { text: '好' } });
    const begun = markIn(setText(emptyTake, '好'), 3).take;
    expect(markOut(begun, 2.5)).toMatchObject({
      needs: 'later-end',
      take: { start: 3, end: null, text: '好' },
    });
    expect(markIn(begun, 3.02).take).toMatchObject({ start: 3.02, text: '好' });
  });
});

describe('the lines of a text that wait for their times', () => {
  it('are its sentences broken as captions, without end marks, less those already said', () => {
    const piece = filmPiece(
      [{ ...cue(0, 1, '请坐'), sentence: sentencesOfPiece(filmPiece([], ['请坐。']))[0]?.id }],
      ['请坐。', '在课程的一开始，我们会教您一些基础知识。'],
    );
    const cues = piece.captions[0]?.cues ?? [];
    expect(linesToTime(sentencesOfPiece(piece), cues)).toEqual([
      { text: '在课程的一开始\n我们会教您一些基础知识', sentence: 's2' },
    ]);
  });

  it('come one after another, each with its sentence, and can be left out', () => {
    const [sentence] = sentencesOfPiece(filmPiece([], ['请坐。']));
    const take = withLines(emptyTake, [{ text: '一' }, { text: '请坐', sentence: sentence?.id }]);
    const skipped = skipLine(take);
    expect(skipped.text).toBe('请坐');
    expect(markOut(markIn(skipped, 1).take, 2).add).toEqual({
      start: 1,
      end: 2,
      text: '请坐',
      sentence: 's1',
    });
    expect(skipLine(skipped)).toEqual(emptyTake);
  });
});
