import { describe, expect, it } from 'vitest';
import { captionsDeskOf, hasUnadded } from './captions-desk.ts';
import { cue, deskFor, filmPiece } from './fixture.ts';

describe('the captions desk', () => {
  it('keeps what is typed and not yet added while another step is looked at, and knows that it would be lost', () => {
    const desk = deskFor(filmPiece([]));
    const captions = captionsDeskOf(desk);
    expect(hasUnadded(captions)).toBe(false);
    captions.typeTake('请坐');
    expect(hasUnadded(captions)).toBe(true);
    expect(captionsDeskOf(desk).take.value.text).toBe('请坐');
    captions.markIn(1);
    captions.markOut(3);
    expect(captions.cues.value).toEqual([cue(1, 3, '请坐')]);
    expect(hasUnadded(captions)).toBe(false);
  });

  it('gives a text its times line by line; a line that only waits is not lost', () => {
    const captions = captionsDeskOf(deskFor(filmPiece([], ['请坐。', '我们开始。'])));
    expect(captions.linesLeft.value).toBe(2);
    captions.timeText();
    expect(hasUnadded(captions)).toBe(false);
    captions.markIn(1);
    captions.markIn(3);
    captions.markOut(5);
    expect(captions.cues.value.map(({ text, sentence }) => [text, sentence])).toEqual([
      ['请坐', 's1'],
      ['我们开始', 's2'],
    ]);
    expect(captions.linesLeft.value).toBe(0);
    expect(captions.film.value?.marks).toHaveLength(2);
  });

  it('changes nothing where only looking is allowed', () => {
    const desk = deskFor(filmPiece([cue(1, 2, '一二三四五六七八九十')]));
    const looking = { ...desk, canWrite: { ...desk.canWrite, value: false, peek: () => false } };
    const captions = captionsDeskOf(Object.assign(Object.create(null), looking));
    captions.fixAll();
    captions.remove(0);
    expect(desk.piece.value.captions[0]?.cues).toEqual([cue(1, 2, '一二三四五六七八九十')]);
  });

  it('stretches between two points, and says where that cannot be', () => {
    const captions = captionsDeskOf(deskFor(filmPiece([cue(10, 12, '好'), cue(40, 42, '好的')])));
    captions.stretch([
      { captionSeconds: 10, filmSeconds: 11 },
      { captionSeconds: 40, filmSeconds: 42.25 },
    ]);
    expect(captions.cues.value.map(({ start }) => start)).toEqual([11, 42.25]);
    captions.stretch([
      { captionSeconds: 10, filmSeconds: 11 },
      { captionSeconds: 10, filmSeconds: 12 },
    ]);
    expect(captions.said.value).toEqual({ key: 'noStretch' });
  });
});
