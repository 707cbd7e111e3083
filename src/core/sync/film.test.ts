import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../reading/model.ts';
import { filmMap } from './film.ts';
import type { Cue } from './track.ts';

const cue = (id: string, start: number, end: number): Cue => ({
  sentence: v.parse(SentenceIdSchema, id),
  start,
  end,
});

describe('film time and sign time', () => {
  it('adds the measured offset where there is one', () => {
    const map = filmMap([cue('s1', 0, 2)], { cues: [cue('s1', 9, 20)], filmOffset: 1.5 });
    expect(map.toSign(4)).toBe(5.5);
    expect(map.toFilm(5.5)).toBe(4);
    expect(map.slopeAt(4)).toBe(1);
  });

  it('finds a constant offset by itself when every sentence is shifted alike', () => {
    const film = [cue('s1', 0, 2), cue('s2', 3, 5)];
    const map = filmMap(film, { cues: [cue('s1', 1, 3.02), cue('s2', 4, 6)] });
    expect(map.offsetSeconds).toBeCloseTo(1, 1);
  });

  it('lays sentences on each other where signing has its own pace', () => {
    const film = [cue('s1', 0, 2), cue('s2', 3, 5)];
    const map = filmMap(film, { cues: [cue('s1', 0, 3), cue('s2', 4, 6)] });
    expect(map.offsetSeconds).toBeNull();
    expect(map.toSign(1)).toBeCloseTo(1.5);
    expect(map.slopeAt(1)).toBeCloseTo(1.5);
    expect(map.toSign(3)).toBeCloseTo(4);
    expect(map.toFilm(5)).toBeCloseTo(4);
    expect(map.toSign(7)).toBeCloseTo(8);
  });

  it('goes there and back again', () => {
    const film = [cue('s1', 1, 2), cue('s2', 3, 5), cue('s3', 6, 9)];
    const map = filmMap(film, { cues: [cue('s1', 0.5, 3), cue('s2', 4, 6), cue('s3', 6.5, 8)] });
    for (let time = -1; time < 12; time += 0.25) expect(map.toFilm(map.toSign(time))).toBeCloseTo(time, 6);
  });

  it('takes the clocks as equal when nothing is shared', () => {
    expect(filmMap([cue('s1', 0, 2)], { cues: [] }).toSign(3)).toBe(3);
  });
});
