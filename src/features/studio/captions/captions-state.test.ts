import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  DraftPieceSchema,
  sentencesOfPiece,
  textOfDraft,
  type DraftPiece,
} from '../../../authoring/draft/model.ts';
import {
  cuesOf,
  filmOf,
  fixOptionsOf,
  matchToText,
  textFromCaptions,
  withCaption,
  withCues,
  withFilm,
  withoutCaption,
} from './captions-state.ts';
import { cue, film, filmPiece } from './fixture.ts';

const textsOf = (piece: DraftPiece) => sentencesOfPiece(piece).map(textOfDraft);
const isDraft = (piece: DraftPiece) => v.is(DraftPieceSchema, piece);

describe('captions in a draft', () => {
  it('stand in order of time and carry nothing the draft does not know', () => {
    const piece = withCues(filmPiece([]), [{ id: '7', start: 3, end: 4, text: '后' }, cue(1, 2, '先')]);
    expect(cuesOf(piece).map(({ text }) => text)).toEqual(['先', '后']);
    expect(piece.captions).toHaveLength(1);
    expect(isDraft(piece)).toBe(true);
  });

  it('are those of the piece’s language; others are left alone', () => {
    const piece: DraftPiece = {
      ...filmPiece([cue(1, 2, '好')]),
      captions: [
        { language: 'en', cues: [cue(1, 2, 'good')] },
        { language: 'zh-Hans', cues: [cue(1, 2, '好')] },
      ],
    };
    const after = withCaption(piece, 0, { text: '好的' });
    expect(cuesOf(after)).toEqual([cue(1, 2, '好的')]);
    expect(after.captions[0]).toBe(piece.captions[0]);
    expect(cuesOf(withoutCaption(piece, 0))).toEqual([]);
  });

  it('go by the film’s own frames and length', () => {
    expect(fixOptionsOf(filmPiece([]))).toEqual({ framesPerSecond: 25, durationSeconds: 60 });
    expect(fixOptionsOf({ ...filmPiece([]), tracks: [] })).toEqual({});
  });

  it('a new film takes the old one’s place and leaves captions and what was agreed as they are', () => {
    const before = matchToText(filmPiece([cue(1, 2, '好的')], ['好的。'])).piece;
    const after = withFilm(before, { media: { ...film, name: '新的.mp4' }, original: film }, '影片');
    expect(after.tracks).toHaveLength(1);
    expect(filmOf(after)).toMatchObject({ media: { name: '新的.mp4' }, original: film, consent: false });
    expect(filmOf(after)?.marks).toEqual(filmOf(before)?.marks);
    expect(cuesOf(after)).toEqual(cuesOf(before));
    const first = withFilm({ ...before, tracks: [] }, { media: film, original: null }, '影片');
    expect(filmOf(first)).toMatchObject({ id: 'film', kind: 'film', title: '影片' });
    expect(isDraft(first)).toBe(true);
  });
});

describe('captions and the text', () => {
  it('make the text where there is none, each caption tied to its sentence, the film’s times with it', () => {
    const { piece, matched, uncovered, unmatched } = textFromCaptions(
      filmPiece([cue(0, 2, '［音乐］'), cue(2, 4, '欢迎来到'), cue(4, 6, '读书会。'), cue(10, 12, '请坐。')]),
    );
    expect(textsOf(piece)).toEqual(['欢迎来到读书会。', '请坐。']);
    expect(piece.blocks).toHaveLength(2);
    const [first, second] = sentencesOfPiece(piece).map(({ id }) => id);
    expect(first).not.toBe(second);
    expect(cuesOf(piece).map(({ sentence }) => sentence)).toEqual([undefined, first, first, second]);
    expect(filmOf(piece)?.marks).toEqual([
      { sentence: first, start: 2, end: 6 },
      { sentence: second, start: 10, end: 12 },
    ]);
    expect([matched, uncovered, unmatched]).toEqual([3, 0, 0]);
    expect(isDraft(piece)).toBe(true);
  });

  it('made again keep the ids of what is still said, and give none of them to anything new', () => {
    const before = textFromCaptions(
      filmPiece([cue(0, 2, '欢迎。'), cue(2, 4, '请坐。'), cue(4, 6, '再见。')]),
    ).piece;
    const [welcome, , goodbye] = sentencesOfPiece(before);
    const changed = withCues(before, [
      ...cuesOf(before).filter(({ text }) => text !== '请坐。'),
      cue(8, 10, '外面下着很大的雨，我们等一等。'),
    ]);
    const after = sentencesOfPiece(textFromCaptions(changed).piece);
    expect(after.slice(0, 2)).toEqual([welcome, goodbye]);
    expect(after[0]).toBe(welcome);
    expect(sentencesOfPiece(before).map(({ id }) => id)).not.toContain(after[2]?.id);
  });

  it('are matched to the text there is, and say what does not fit', () => {
    const { piece, matched, uncovered, unmatched } = matchToText(
      filmPiece(
        [cue(0, 2, '欢迎来到读书会'), cue(2, 4, '谁也没写过这一句话')],
        ['欢迎来到读书会。', '请坐。'],
      ),
    );
    expect(textsOf(piece)).toEqual(['欢迎来到读书会。', '请坐。']);
    expect([matched, uncovered, unmatched]).toEqual([1, 1, 1]);
  });

  it('moved later move the film’s times with them', () => {
    const piece = matchToText(filmPiece([cue(0, 2, '请坐')], ['请坐。'])).piece;
    expect(filmOf(withCaption(piece, 0, { start: 1, end: 3 }))?.marks).toEqual([
      { sentence: 's1', start: 1, end: 3 },
    ]);
  });
});
